import type { HeldCall } from "../../gateway/HeldCall.js";
import type { LeftCall } from "../../hold-list/LeftCall.js";

/** What a row shows: a call on hold, or one that was a moment ago. */
export type ShownCall = { readonly call: HeldCall; readonly left: LeftCall | null };

/**
 * The rows to show next. Under the hand nothing changes its place: who leaves stays, who comes waits at the end. Otherwise
 * the calls stand in their order, and who has just left in its old place among them.
 *
 * @param shown - the rows as they are shown now
 * @param calls - the calls on hold, in the order wanted
 * @param left - calls that left a moment ago
 */
export function stableRows(
  shown: readonly ShownCall[],
  calls: readonly HeldCall[],
  left: ReadonlyMap<string, LeftCall>,
  underHand: boolean,
): readonly ShownCall[] {
  const held = new Map(calls.map((call) => [call.callId, call]));
  const rowOf = (call: HeldCall): ShownCall => ({ call, left: null });
  const stays = shown.flatMap(({ call: { callId }, left: before }) => {
    const call = held.get(callId);
    if (call !== undefined) return [rowOf(call)];
    const leaver = left.get(callId) ?? (underHand ? before : null);
    return leaver === null ? [] : [{ call: leaver.call, left: leaver }];
  });
  const known = new Set(stays.map(({ call }) => call.callId));
  const next = underHand
    ? [...stays, ...calls.filter(({ callId }) => !known.has(callId)).map(rowOf)]
    : withLeavers(calls.map(rowOf), stays);
  return isSame(shown, next) ? shown : next;
}

/** Puts each row of a call that has left behind the row that stood before it. */
function withLeavers(rows: readonly ShownCall[], stays: readonly ShownCall[]): ShownCall[] {
  const next = [...rows];
  stays.forEach((row, index) => {
    if (row.left === null) return;
    const before = stays[index - 1]?.call.callId;
    next.splice(next.findIndex(({ call }) => call.callId === before) + 1, 0, row);
  });
  return next;
}

function isSame(a: readonly ShownCall[], b: readonly ShownCall[]): boolean {
  return a.length === b.length && a.every((row, index) => row.call === b[index]?.call && row.left === b[index].left);
}
