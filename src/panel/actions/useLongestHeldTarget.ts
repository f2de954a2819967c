import { useEffect, useState } from "react";
import { useStore } from "zustand";
import type { HeldCall } from "../../gateway/HeldCall.js";
import { useHoldListContext } from "../../hold-list/HoldListContext.js";
import type { HoldListState } from "../../hold-list/HoldListState.js";

const goneFor = 1_000; // ms: a click that was meant for the call that has left must not retrieve the next one

/**
 * The call that a button for the longest held call retrieves, and whether it is still on hold. While the button is hovered or
 * focused the target stays the same, and changes only 1 s after that call has left.
 */
export function useLongestHeldTarget(
  list: HoldListState,
  isInUse: boolean,
): { target: HeldCall | null; isHeld: boolean } {
  const { tracker } = useHoldListContext("RetrieveLongestHeldButton");
  const longestId = useStore(tracker.store, (state) => state.longestId);
  const [target, setTarget] = useState<HeldCall | null>(null);
  const calls = list.status === "ready" ? list.calls : [];
  const longest = calls.find(({ callId }) => callId === longestId) ?? null;
  const mayChange = list.status !== "ready" || !isInUse || target === null;
  if (target !== longest && mayChange) setTarget(longest);
  const isHeld = target !== null && calls.some(({ callId }) => callId === target.callId);
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => setTarget(null), goneFor);
    return () => clearTimeout(timer);
  }, [isHeld]);
  return { target, isHeld };
}
