import type { AgentEvent } from "../session/AgentEvent.js";

/**
 * Whether events tell of every change of the list. They do not where a second reader takes some of them from the agent's queue, or
 * where the host passes on only some: then polls must not become rare. All moments are of the hold clock.
 */
export type EventTrust = {
  readonly note: (event: AgentEvent, now: number) => void;
  /** Takes the calls that came or left between two answers. */
  readonly applyChange: (callIds: readonly string[], now: number) => void;
  readonly isTrusted: (now: number) => boolean;
  readonly clear: () => void;
};

/** After a change that no event told of, events are not trusted for this long, ms. */
export const distrustTime = 300_000;
// An event may come before or after the answer that shows its change.
const matchTime = 30_000;

export function createEventTrust(): EventTrust {
  const told = new Map<string, number>();
  const untold = new Map<string, number>();
  let allToldAt = -Infinity;
  let distrustedAt = -Infinity;

  function forgetOld(map: Map<string, number>, now: number): void {
    for (const [callId, at] of map) if (now - at > matchTime) map.delete(callId);
  }

  return {
    note(event, now) {
      if (event.kind === "phone-released") allToldAt = now;
      if (!("callId" in event) || event.kind === "held-since") return;
      told.set(event.callId, now);
      // The event was only slower than the answer.
      if (untold.delete(event.callId) && untold.size === 0) distrustedAt = -Infinity;
    },
    applyChange(callIds, now) {
      forgetOld(told, now);
      forgetOld(untold, now);
      if (now - allToldAt <= matchTime) return;
      for (const callId of callIds) if (!told.has(callId)) untold.set(callId, now);
      if (callIds.some((callId) => !told.has(callId))) distrustedAt = now;
    },
    isTrusted: (now) => now - distrustedAt > distrustTime,
    clear() {
      told.clear();
      untold.clear();
      allToldAt = -Infinity;
      distrustedAt = -Infinity;
    },
  };
}
