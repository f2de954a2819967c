import type { HeldCall } from "../../gateway/HeldCall.js";
import type { LeftCall } from "../../hold-list/LeftCall.js";

/** The content of a row: a held call, or one that left hold a few seconds ago. */
export type ShownCall = { readonly call: HeldCall; readonly left: LeftCall | null };

/**
 * The rows to show next. While the list is frozen no row moves: departed calls stay and new calls are appended. Otherwise the
 * calls are in their order, and each departed call stays behind the row that preceded it.
 *
 * @param shown - the rows that are shown now
 * @param calls - the held calls, in the requested order
 * @param left - calls that left hold a few seconds ago
 * @param isFrozen - whether the pointer is over the list or the focus in it
 */
export function stableRows(
  shown: readonly ShownCall[],
  calls: readonly HeldCall[],
  left: ReadonlyMap<string, LeftCall>,
  isFrozen: boolean,
): readonly ShownCall[] {
  const held = new Map(calls.map((call) => [call.callId, call]));
  const rowOf = (call: HeldCall): ShownCall => ({ call, left: null });
  const stays = shown.flatMap(({ call: { callId }, left: before }) => {
    const call = held.get(callId);
    if (call !== undefined) return [rowOf(call)];
    const departed = left.get(callId) ?? (isFrozen ? before : null);
    return departed === null ? [] : [{ call: departed.call, left: departed }];
  });
  const known = new Set(stays.map(({ call }) => call.callId));
  const next = isFrozen
    ? [...stays, ...calls.filter(({ callId }) => !known.has(callId)).map(rowOf)]
    : withDeparted(calls.map(rowOf), stays);
  return isSame(shown, next) ? shown : next;
}

/** Puts each departed row behind the held row that preceded it. */
function withDeparted(rows: readonly ShownCall[], stays: readonly ShownCall[]): readonly ShownCall[] {
  const departedBehind = new Map<string | null, ShownCall[]>();
  let before: string | null = null;
  for (const row of stays) {
    if (row.left === null) before = row.call.callId;
    else {
      const group = departedBehind.get(before) ?? [];
      group.push(row);
      departedBehind.set(before, group);
    }
  }
  if (departedBehind.size === 0) return rows;
  const behind = (callId: string | null) => departedBehind.get(callId) ?? [];
  return [...behind(null), ...rows.flatMap((row) => [row, ...behind(row.call.callId)])];
}

function isSame(a: readonly ShownCall[], b: readonly ShownCall[]): boolean {
  return a.length === b.length && a.every((row, index) => row.call === b[index]?.call && row.left === b[index].left);
}
