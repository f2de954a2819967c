import type { Query } from "@tanstack/react-query";
import { useEffect } from "react";
import { trackersOf, type HoldListContextValue } from "./HoldListContext.js";
import { storageScope, queryKeyRoot } from "./holdListQuery.js";
import { mayAskEarly, pollResumed, initialPollState, waitAfterEvent } from "./pollPolicy.js";

const ours = [queryKeyRoot];

/**
 * What asks before the next poll is due, and what ends polling: the page comes back, an event, a new Guid, another sign-in, a list
 * that the host brings.
 */
export function usePollTriggers(context: HoldListContextValue): void {
  const { gateway, session, supervised, client, intervals, polls, tracker } = context;

  useEffect(() => {
    tracker.setScope(storageScope(session.getState().session, supervised));
    const audience = trackersOf(polls).add(tracker);
    return () => {
      audience.delete(tracker);
      tracker.pause();
    };
  }, [session, supervised, tracker, polls]);

  useEffect(
    () =>
      gateway.subscribe?.(() => {
        // Also into silence: what the host brings costs the gateway nothing.
        for (const query of client.getQueryCache().findAll({ queryKey: ours, fetchStatus: "idle" }))
          if (polls.has(query.queryHash) && query.getObserversCount() > 0) query.fetch().catch(() => {});
      }),
    [gateway, client, polls],
  );

  useEffect(() => {
    let eventTimer: ReturnType<typeof setTimeout> | undefined;
    const ask = () => {
      // A query without a state is under way for the first time, or another agent's, where a host's client is shared.
      const predicate = ({ queryHash }: Query) => {
        const state = polls.get(queryHash);
        return state !== undefined && mayAskEarly(state, intervals, Date.now());
      };
      void client.refetchQueries({ queryKey: ours, predicate }, { cancelRefetch: false });
    };
    /** Events may come in a row: at most one poll waits for them. */
    const askForEvent = () => {
      if (eventTimer !== undefined) return;
      const waits = [...polls.values()].map((state) => waitAfterEvent(state, intervals, Date.now()));
      const wait = Math.max(0, ...waits);
      if (wait === 0) return ask();
      eventTimer = setTimeout(() => {
        eventTimer = undefined;
        ask();
      }, wait);
    };
    const forgetEvent = () => {
      clearTimeout(eventTimer);
      eventTimer = undefined;
    };
    const onVisible = () => {
      if (document.visibilityState === "visible") ask();
    };
    document.addEventListener("visibilitychange", onVisible);
    window.addEventListener("online", ask);

    const unsubscribe = session.subscribe(({ session: now, events }, { session: before, events: eventsBefore }) => {
      // The events are of the agent who is signed in, not of another whom they supervise.
      if (events !== eventsBefore && now !== null && supervised === null) {
        const heardBefore = tracker.eventCount();
        tracker.applyEvents(events);
        if (tracker.eventCount() > heardBefore) askForEvent();
      }
      if (now?.signIn !== before?.signIn) {
        // A query of another sign-in that no panel reads would keep its numbers until its own clean-up.
        const isFormer = (query: Query) => polls.has(query.queryHash) || query.queryKey.at(-1) === before?.signIn;
        void client.cancelQueries({ queryKey: ours, predicate: isFormer });
        client.removeQueries({ queryKey: ours, predicate: isFormer });
        polls.clear();
        forgetEvent();
        tracker.setScope(storageScope(now, supervised));
      } else if (now?.guid !== before?.guid) {
        for (const query of client.getQueryCache().findAll({ queryKey: ours })) {
          const state = polls.get(query.queryHash) ?? initialPollState;
          if (state.refusals === 0) continue;
          polls.set(query.queryHash, pollResumed(state));
          // How it ends is in the poll state.
          if (query.getObserversCount() > 0) query.fetch().catch(() => {});
        }
      }
    });

    return () => {
      document.removeEventListener("visibilitychange", onVisible);
      window.removeEventListener("online", ask);
      unsubscribe();
      forgetEvent();
    };
  }, [session, supervised, client, intervals, polls, tracker]);
}
