import { currentMoment, elapsedSince, type Moment } from "./elapsed.js";
import type { Gateway } from "./Gateway.js";
import { GatewayError, type GatewayFailure, isGatewayError } from "./GatewayError.js";
import type { HeldCall } from "./HeldCall.js";
import { type HoldListAnswer, parseHoldList } from "./parseHoldList.js";

/** The options of {@link createHoldListFeed}. */
export type HoldListFeedOptions = {
  /**
   * Whether the source reports each change at once and calls `fail` when its connection is lost, as over a WebSocket. A live list
   * stays current until then. A list of any other source ages: it is in doubt when no other list arrives for 6 s longer than the
   * provider's `pollInterval`.
   * @default false
   */
  live?: boolean | undefined;
  /**
   * The gateway that actions are sent to.
   * @default none: each action fails as not sent
   */
  gateway?: Gateway | undefined;
};

/** A hold list that the host pushes. A provider with its `gateway` sends no requests for the list. */
export type HoldListFeed = {
  /** The `gateway` prop of the provider. */
  readonly gateway: Gateway;
  /** Replaces the list. */
  readonly push: (calls: readonly HeldCall[]) => void;
  /** Takes the JSON of a gateway's answer to "query hold list": a list, or the retcode of a failure. Never throws. */
  readonly pushAnswer: (answer: unknown) => void;
  /** Reports that no list is available, and why. The last list stays, in doubt. */
  readonly fail: (failure: GatewayFailure) => void;
};

type News = { readonly answer: HoldListAnswer } | { readonly failure: GatewayFailure };
type Known = News & { readonly at: Moment };

/** Creates a feed for a host that already has the list, from polls of its own or over a WebSocket. */
export function createHoldListFeed({ live = false, gateway }: HoldListFeedOptions = {}): HoldListFeed {
  const listeners = new Set<(latest: Known) => void>();
  let known: Known | null = null;

  function publish(news: News): void {
    const latest = { ...news, at: currentMoment() };
    known = latest;
    for (const listener of [...listeners]) listener(latest);
  }

  /** Resolves with the next news, and rejects when the signal aborts. */
  function nextNews(signal: AbortSignal | undefined): Promise<Known> {
    return new Promise((resolve, reject) => {
      const end = () => {
        listeners.delete(onNews);
        signal?.removeEventListener("abort", onAbort);
      };
      const onNews = (latest: Known) => {
        end();
        resolve(latest);
      };
      const onAbort = () => {
        end();
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- the reason of an abort can be any value
        reject(signal?.reason);
      };
      listeners.add(onNews);
      signal?.addEventListener("abort", onAbort);
    });
  }

  return {
    gateway: {
      baseUrl: gateway?.baseUrl ?? "hold-list-feed:",
      isInPage: true,
      fetchHoldList: async ({ signal, onAge }) => {
        signal?.throwIfAborted();
        const first = await (known ?? nextNews(signal));
        signal?.throwIfAborted();
        // Read after the wait: of several pushes in one task the last counts.
        const latest = known ?? first;
        if ("failure" in latest) throw new GatewayError(latest.failure);
        if (!live) onAge?.(elapsedSince(latest.at));
        return latest.answer;
      },
      send: gateway?.send ?? (() => Promise.reject(new GatewayError({ kind: "not-sent", reason: "no-gateway" }))),
      subscribe(onChange) {
        const listener = () => onChange();
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    push(calls) {
      const byId = new Map(calls.map((call) => [call.callId, call]));
      publish({ answer: { calls: [...byId.values()], unreadable: [] } });
    },
    pushAnswer(answer) {
      try {
        publish({ answer: parseHoldList(answer) });
      } catch (error) {
        publish({ failure: isGatewayError(error) ? error.failure : { kind: "malformed", path: "body" } });
      }
    },
    fail: (failure) => publish({ failure }),
  };
}
