import { useEffect, useMemo } from "react";
import { useStore } from "zustand";
import { useHoldListContext } from "./HoldListContext.js";
import type { HoldListState } from "./HoldListState.js";

/** {@link HoldListState}, and what can be done. */
export type HoldList = HoldListState & {
  /** Polls now, also after polling has stopped. Ends with the outcome, never rejects; joins a poll that is under way. */
  readonly refresh: () => Promise<void>;
};

/**
 * The calls that the agent has on hold, polled. However many components use it, there is one poll at a time.
 * An answer that changes nothing renders nothing.
 *
 * @throws {Error} outside of a `HoldListProvider`.
 */
export function useHoldList(): HoldList {
  const { tracker, poller } = useHoldListContext("useHoldList");
  useEffect(() => tracker.retain(), [tracker]);
  const list = useStore(tracker.store, (state) => state.list);
  const { refresh } = poller;
  return useMemo(() => ({ ...list, refresh }), [list, refresh]);
}
