import { useMemo, useState } from "react";
import { useStore } from "zustand";
import type { HeldCall } from "../../gateway/HeldCall.js";
import { useHoldListContext } from "../../hold-list/HoldListContext.js";
import type { LeftCall } from "../../hold-list/LeftCall.js";
import type { HeldSince } from "../../hold-list/time/HeldSince.js";
import type { HoldListOrder } from "../HoldListOrder.js";
import { type ShownCall, stableRows } from "./stableRows.js";

/** The rows to show: in their order, with those that have just left, and nothing moved under the hand. */
export function useShownCalls(
  calls: readonly HeldCall[],
  order: HoldListOrder,
  underHand: boolean,
): readonly ShownCall[] {
  const { tracker } = useHoldListContext("HoldListPanel");
  const since = useStore(tracker.store, (state) => state.since);
  const left = useStore(tracker.store, (state) => state.left);
  const ordered = useMemo(() => inOrder(calls, since, left, order), [calls, since, left, order]);
  const [shown, setShown] = useState<readonly ShownCall[]>([]);
  const next = stableRows(shown, ordered, left, underHand);
  if (next !== shown) setShown(next);
  return next;
}

function inOrder(
  calls: readonly HeldCall[],
  since: ReadonlyMap<string, HeldSince>,
  left: ReadonlyMap<string, LeftCall>,
  order: HoldListOrder,
): readonly HeldCall[] {
  if (order === "gateway") return calls;
  // A call that leaves is told of a moment before it is gone from the list: it keeps its place.
  const began = ({ callId }: HeldCall) => (since.get(callId) ?? left.get(callId)?.since)?.at ?? Infinity;
  const longestFirst = [...calls].sort((a, b) => (began(a) === began(b) ? 0 : began(a) - began(b)));
  return order === "newest-first" ? longestFirst.reverse() : longestFirst;
}
