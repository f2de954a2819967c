import { useMemo, useState } from "react";
import { useStore } from "zustand";
import type { HeldCall } from "../../gateway/HeldCall.js";
import { useHoldListContext } from "../../hold-list/HoldListContext.js";
import type { HeldSince } from "../../hold-list/time/HeldSince.js";
import type { HoldListOrder } from "../HoldListOrder.js";
import { type ShownCall, stableRows } from "./stableRows.js";

/** The rows to show, in order, departed calls included. No row moves while the list is frozen. */
export function useShownCalls(
  calls: readonly HeldCall[],
  order: HoldListOrder,
  isFrozen: boolean,
): readonly ShownCall[] {
  const { tracker } = useHoldListContext("HoldListPanel");
  const since = useStore(tracker.store, (state) => state.since);
  const left = useStore(tracker.store, (state) => state.left);
  const ordered = useMemo(() => inOrder(calls, since, order), [calls, since, order]);
  const [shown, setShown] = useState<readonly ShownCall[]>([]);
  const next = stableRows(shown, ordered, left, isFrozen);
  if (next !== shown) setShown(next);
  return next;
}

function inOrder(
  calls: readonly HeldCall[],
  since: ReadonlyMap<string, HeldSince>,
  order: HoldListOrder,
): readonly HeldCall[] {
  if (order === "gateway") return calls;
  const began = ({ callId }: HeldCall) => since.get(callId)?.at ?? Infinity;
  const longestFirst = [...calls].sort((a, b) => (began(a) === began(b) ? 0 : began(a) - began(b)));
  return order === "newest-first" ? longestFirst.reverse() : longestFirst;
}
