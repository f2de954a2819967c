import { hashKey, useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useSyncExternalStore } from "react";
import { useStore } from "zustand";
import { useHoldListContext } from "./HoldListContext.js";
import { holdListQueryOptions } from "./holdListQuery.js";
import type { HoldListState } from "./HoldListState.js";
import { doubtOf } from "./listCondition.js";
import { initialPollState, isProvisional, signsOut } from "./pollPolicy.js";
import { useOverdue } from "./useOverdue.js";

/** {@link HoldListState}, and what can be done. */
export type HoldList = HoldListState & {
  /** Asks now, also after polling has stopped. Ends with the outcome, never rejects; joins a poll that is under way. */
  readonly refresh: () => Promise<void>;
};

/**
 * The calls that the agent has on hold, polled. However many components use it, there is one poll at a time.
 * An answer that changes nothing renders nothing.
 *
 * @throws {Error} outside of a `HoldListProvider`.
 */
export function useHoldList(): HoldList {
  const context = useHoldListContext("useHoldList");
  const agentId = useStore(context.session, (state) => state.session?.agentId);
  const signIn = useStore(context.session, (state) => state.session?.signIn);
  const hidden = useSyncExternalStore(subscribeVisibility, isHidden, () => false);
  useEffect(() => context.tracker.retain(), [context.tracker]);
  const eventsFlow = useStore(context.tracker.store, (state) => state.eventsFlow);
  const pace = eventsFlow ? "events" : hidden ? "hidden" : "visible";
  const asker = agentId === undefined || signIn === undefined ? null : { agentId, signIn };
  const options = holdListQueryOptions(context, asker, pace);
  const { data, error, refetch } = useQuery(options, context.client);
  void error; // Read so that a new one renders. What it says is in the poll state, with its count.
  const hash = hashKey(options.queryKey);
  const poll = context.polls.get(hash) ?? initialPollState;
  const overdue = useOverdue(context.polls, data === null ? null : hash, context.intervals[pace]);

  const isSignedIn = asker !== null;
  const refresh = useCallback(async () => {
    if (isSignedIn) await refetch({ cancelRefetch: false });
  }, [isSignedIn, refetch]);

  if (!isSignedIn || signsOut(poll)) return { status: "signed-out", refresh };
  const doubt = doubtOf(poll, context.intervals);
  if (data !== null)
    return {
      status: "ready",
      ...data,
      updatedAt: poll.answeredAt ?? 0,
      doubt,
      overdue: overdue && doubt?.stopped !== true,
      refresh,
    };
  if (doubt !== null && !isProvisional(poll)) return { status: "error", doubt, refresh };
  return { status: "loading", refresh };
}

function subscribeVisibility(onChange: () => void): () => void {
  document.addEventListener("visibilitychange", onChange);
  return () => document.removeEventListener("visibilitychange", onChange);
}

function isHidden(): boolean {
  return document.visibilityState === "hidden";
}
