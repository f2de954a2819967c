import { useMemo, useState } from "react";
import { useStore } from "zustand";
import type { HeldCall } from "../gateway/HeldCall.js";
import type { HeldSince } from "../hold-list/createHoldClock.js";
import { useHoldListContext } from "../hold-list/HoldListContext.js";
import { type ShownCall, steadyRows } from "./steadyRows.js";

/** In which order calls stand: the longest on hold first, the newest first, or as the gateway lists them. */
export type HoldListOrder = "longest-first" | "newest-first" | "gateway";

/** The rows to show: in their order, with those that have just left, and nothing moved under the hand. */
export function useShownCalls(
  calls: readonly HeldCall[],
  order: HoldListOrder,
  underHand: boolean,
): readonly ShownCall[] {
  const { watch } = useHoldListContext("HoldListPanel");
  const since = useStore(watch.store, (state) => state.since);
  const left = useStore(watch.store, (state) => state.left);
  const ordered = useMemo(() => inOrder(calls, since, order), [calls, since, order]);
  const [shown, setShown] = useState<readonly ShownCall[]>([]);
  const next = steadyRows(shown, ordered, left, underHand);
  if (next !== shown) setShown(next);
  return next;
}

function inOrder(
  calls: readonly HeldCall[],
  since: ReadonlyMap<string, HeldSince>,
  order: HoldListOrder,
): readonly HeldCall[] {
  if (order === "gateway") return calls;
  const age = (call: HeldCall) => since.get(call.callId)?.at ?? Infinity;
  const longestFirst = [...calls].sort((a, b) => (age(a) === age(b) ? 0 : age(a) - age(b)));
  return order === "newest-first" ? longestFirst.reverse() : longestFirst;
}
