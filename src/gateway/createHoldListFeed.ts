import { GatewayError, type GatewayFailure, isGatewayError } from "./GatewayError.js";
import type { HeldCall } from "./HeldCall.js";
import { type HoldListAnswer, parseHoldList } from "./parseHoldList.js";
import type { Gateway } from "./Gateway.js";

/** The settings of {@link createHoldListFeed}. */
export type HoldListFeedOptions = {
  /**
   * Whether the source tells each change at once, and calls `fail` when it is lost, as over a WebSocket. Silence then means that
   * nothing has changed. Otherwise a list is as old as it is, and in doubt when no other comes for 6 s beyond the provider's
   * `pollInterval`.
   * @default false
   */
  live?: boolean | undefined;
  /** Where actions go. @default nowhere: each is told as refused */
  gateway?: Gateway | undefined;
};

/** A list that the host brings: with its `gateway` a provider asks nobody. */
export type HoldListFeed = {
  /** For the provider. */
  readonly gateway: Gateway;
  /** The calls on hold now. */
  readonly push: (calls: readonly HeldCall[]) => void;
  /** A gateway's answer to "query hold list", as JSON: a list, or the retcode of a failure. Never throws. */
  readonly pushAnswer: (answer: unknown) => void;
  /** There is no list to be had now, for this reason. The last one stays, in doubt. */
  readonly fail: (failure: GatewayFailure) => void;
};

type Known = { readonly at: number } & ({ readonly answer: HoldListAnswer } | { readonly failure: GatewayFailure });

/** A feed for a host that has the list already, by a poll of its own or over a WebSocket. */
export function createHoldListFeed({ live = false, gateway }: HoldListFeedOptions = {}): HoldListFeed {
  const listeners = new Set<() => void>();
  let known: Known | null = null;

  function take(news: { answer: HoldListAnswer } | { failure: GatewayFailure }): void {
    known = { ...news, at: performance.now() };
    for (const listener of [...listeners]) listener();
  }

  /** Ends with the first list, or rejects as the signal does. */
  function first(signal: AbortSignal | undefined): Promise<Known> {
    return new Promise((resolve, reject) => {
      const end = () => {
        listeners.delete(onChange);
        signal?.removeEventListener("abort", onAbort);
      };
      const onChange = () => {
        if (known === null) return;
        end();
        resolve(known);
      };
      const onAbort = () => {
        end();
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- an abort's reason goes through untouched
        reject(signal?.reason);
      };
      listeners.add(onChange);
      signal?.addEventListener("abort", onAbort);
    });
  }

  return {
    gateway: {
      baseUrl: gateway?.baseUrl ?? "hold-list-feed:",
      fetchHoldList: async ({ signal, onAge }) => {
        signal?.throwIfAborted();
        const now = known ?? (await first(signal));
        // A new one each time: it stands for another question that failed.
        if ("failure" in now) throw new GatewayError(now.failure);
        onAge?.(live ? 0 : performance.now() - now.at);
        return now.answer;
      },
      send: gateway?.send ?? (() => Promise.reject(new GatewayError({ kind: "not-sent", reason: "no-gateway" }))),
      subscribe(onChange) {
        listeners.add(onChange);
        return () => listeners.delete(onChange);
      },
    },
    push(calls) {
      const each = new Map(calls.map((call) => [call.callId, call]));
      take({ answer: { calls: [...each.values()], unreadable: [] } });
    },
    pushAnswer(answer) {
      try {
        take({ answer: parseHoldList(answer) });
      } catch (error) {
        take({ failure: isGatewayError(error) ? error.failure : { kind: "malformed", path: "body" } });
      }
    },
    fail: (failure) => take({ failure }),
  };
}
