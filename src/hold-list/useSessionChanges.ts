import { useCallback, useEffect, useRef } from "react";
import type { ProviderParts } from "./useProviderParts.js";
import { currentRequester, isSameRequester, type RequesterSource } from "./Requester.js";
import { useIsomorphicLayoutEffect } from "./useIsomorphicLayoutEffect.js";

/**
 * The one place that follows the session. Another sign-in, gateway or supervised agent resets the query, then the tracker; the
 * tracker's new requester resets running actions. A new Guid ends a silence, and events go into the tracker.
 */
export function useSessionChanges(
  { gateway, session, supervised }: RequesterSource,
  { poller, tracker, triggers }: ProviderParts,
): void {
  const stop = useRef<(() => void) | null>(null);
  const follow = useCallback(() => {
    const followRequester = () => {
      const next = currentRequester({ gateway, session, supervised });
      if (isSameRequester(next, tracker.store.getState().requester)) return;
      poller.cancel();
      triggers.forgetEvent();
      tracker.setRequester(next);
    };
    followRequester();
    return session.subscribe((now, before) => {
      // Events are those of the agent who is signed in, not of another whom a supervisor reads.
      if (now.events !== before.events && now.session !== null && supervised === null) {
        const countBefore = tracker.eventCount();
        tracker.applyEvents(now.events);
        if (tracker.eventCount() > countBefore) triggers.askForEvent();
      }
      followRequester();
      const isNewGuid = now.session?.signIn === before.session?.signIn && now.session?.guid !== before.session?.guid;
      const { poll, isObserved } = tracker.store.getState();
      if (!isNewGuid || poll.refusals === 0) return;
      tracker.applyNewGuid();
      if (isObserved) void poller.refresh();
    });
  }, [gateway, session, supervised, poller, tracker, triggers]);

  // From before the first paint on. Only the passive effect ends it: React ends layout effects while the page is suspended, too.
  useIsomorphicLayoutEffect(() => {
    stop.current?.();
    stop.current = follow();
  }, [follow]);
  useEffect(() => {
    stop.current ??= follow();
    return () => {
      stop.current?.();
      stop.current = null;
    };
  }, [follow]);

  useEffect(() => {
    const save = () => tracker.saveTimes();
    window.addEventListener("pagehide", save);
    document.addEventListener("visibilitychange", save);
    return () => {
      window.removeEventListener("pagehide", save);
      document.removeEventListener("visibilitychange", save);
      tracker.saveTimes();
      tracker.stop();
    };
  }, [tracker]);
}
