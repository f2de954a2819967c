import { useCallback, useEffect, useRef } from "react";
import { useStore } from "zustand";
import { useIsomorphicLayoutEffect } from "../useIsomorphicLayoutEffect.js";
import type { Tabs } from "./createTabs.js";
import type { TabTopic, TopicListener } from "./TabSharing.js";

/** Receives what other tabs publish of a topic, and returns the function that publishes to them. */
export function useTabTopic(tabs: Tabs, topic: TabTopic, listener: TopicListener): (data: unknown) => void {
  const sharing = useStore(tabs.store, (state) => state.sharing);
  const latest = useRef(listener);
  useIsomorphicLayoutEffect(() => {
    latest.current = listener;
  });

  useEffect(
    () =>
      sharing?.subscribe(topic, {
        receive: (data, from) => latest.current.receive(data, from),
        onJoined: () => latest.current.onJoined?.(),
      }),
    [sharing, topic],
  );
  return useCallback((data: unknown) => tabs.store.getState().sharing?.publish(topic, data), [tabs, topic]);
}
