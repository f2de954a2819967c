import { useEffect, useRef } from "react";
import { useStore } from "zustand";
import { originOf } from "../../gateway/gatewayAddress.js";
import type { PollIntervals } from "../pollPolicy.js";
import type { RequesterSource } from "../Requester.js";
import { useIsomorphicLayoutEffect } from "../useIsomorphicLayoutEffect.js";
import type { ProviderParts } from "../useProviderParts.js";

/** Shares the list with other tabs while its component is mounted and somebody is signed in. */
export function useTabSharing(
  { tracker, poller, triggers, tabs }: ProviderParts,
  { gateway, session, supervised }: RequesterSource,
  intervals: PollIntervals,
  isEnabled: boolean,
): void {
  const requester = useStore(tracker.store, (state) => state.requester);
  const latest = useRef(intervals);
  useIsomorphicLayoutEffect(() => {
    latest.current = intervals;
  }, [intervals]);
  // A list that exists in this page only is not that of other tabs, and costs no requests.
  const isShared = isEnabled && gateway.isInPage !== true;

  useEffect(() => {
    if (requester === null || !isShared) return;
    const { baseUrl, agentId } = requester;
    return tabs.join({
      scope: JSON.stringify([originOf(baseUrl) + baseUrl, agentId, supervised]),
      tracker,
      session,
      hasEvents: supervised === null,
      intervals: () => latest.current,
      poll: poller.poll,
      askForEvent: triggers.askForEvent,
    });
  }, [requester, isShared, supervised, session, tracker, poller, triggers, tabs]);
}
