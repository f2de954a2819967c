import { useQuery } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { useStore } from "zustand";
import type { CallTracker } from "./createCallTracker.js";
import type { HoldListPoller } from "./createHoldListPoller.js";
import type { PollIntervals } from "./pollPolicy.js";
import type { Tabs } from "./tabs/createTabs.js";

/**
 * Polls while its component is mounted and no other tab does. Renders when the pace, the requester or the polling tab changes, never
 * for an outcome.
 */
export function usePolling(poller: HoldListPoller, tracker: CallTracker, tabs: Tabs, intervals: PollIntervals): void {
  useStore(tabs.store, (state) => state.polls); // part of the query's options
  const isHidden = useSyncExternalStore(subscribeVisibility, isPageHidden, () => false);
  const eventsFlow = useStore(tracker.store, (state) => state.eventsFlow);
  useStore(tracker.store, (state) => state.requester); // part of the query's key
  const pace = eventsFlow ? "events" : isHidden ? "hidden" : "visible";
  const interval = intervals[pace];
  useEffect(() => tracker.setPace(pace, interval), [tracker, pace, interval]);
  useQuery(poller.options(pace), poller.client);
}

function subscribeVisibility(onChange: () => void): () => void {
  document.addEventListener("visibilitychange", onChange);
  return () => document.removeEventListener("visibilitychange", onChange);
}

function isPageHidden(): boolean {
  return document.visibilityState === "hidden";
}
