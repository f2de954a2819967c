import type { PollState } from "../pollPolicy.js";
import type { TabEnvironment } from "./TabEnvironment.js";
import type { GuidStamp, TabRank } from "./TabMessage.js";

/** How well this tab can poll. */
export type OwnRank = {
  readonly get: () => TabRank;
  /** The stamp of the present Guid where the gateway refused it, for tabs with the same Guid. */
  readonly refusal: () => GuidStamp | null;
  /** Takes the outcome of a poll of this tab. */
  readonly noteOutcome: (poll: PollState, before: PollState) => Promise<void>;
  /** Takes the stamp of a Guid that was refused in another tab. */
  readonly compare: (stamp: GuidStamp) => Promise<void>;
  /** The browser's network state has changed. */
  readonly noteNetwork: () => void;
};

/** A tab whose request got no answer lets others try for this long, ms. */
const networkPause = 30_000;

/** @param guid - the Guid of this moment */
export function createTabRank(
  { isVisible, isOnline, clocks, digest }: TabEnvironment,
  guid: () => string | null,
): OwnRank {
  let refused: { readonly guid: string; readonly stamp: GuidStamp | null } | null = null;
  let failedAt = -Infinity;

  const isRefused = () => refused !== null && refused.guid === guid();

  return {
    get() {
      if (isRefused()) return 0;
      if (!isOnline() || clocks.monotonic() - failedAt < networkPause) return 1;
      return isVisible() ? 3 : 2;
    },
    refusal: () => (isRefused() ? (refused?.stamp ?? null) : null),
    async noteOutcome({ failure, refusals }, before) {
      failedAt = failure?.kind === "network" ? clocks.monotonic() : -Infinity;
      if (failure === null) refused = null;
      const asked = guid();
      if (refusals <= before.refusals || asked === null) return;
      const salt = Math.random().toString(36).slice(2);
      const stamp = await digest(salt, asked);
      refused = { guid: asked, stamp: stamp === null ? null : { salt, digest: stamp } };
    },
    async compare({ salt, digest: theirs }) {
      const own = guid();
      if (own === null || (await digest(salt, own)) !== theirs) return;
      refused = { guid: own, stamp: { salt, digest: theirs } };
    },
    noteNetwork() {
      if (isOnline()) failedAt = -Infinity;
    },
  };
}
