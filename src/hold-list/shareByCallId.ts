import type { HeldCall } from "../gateway/HeldCall.js";
import type { HoldListAnswer } from "../gateway/parseHoldList.js";

/** Keeps of the former list every call, and the list itself, that the new one only repeats: what is the same renders nothing. */
export function shareByCallId(before: HoldListAnswer | null, after: HoldListAnswer): HoldListAnswer {
  if (before === null) return after;
  const known = new Map(before.calls.map((call) => [call.callId, call]));
  const calls = after.calls.map((call) => {
    const former = known.get(call.callId);
    return former !== undefined && isSameCall(former, call) ? former : call;
  });
  const isSame = isSameList(before.calls, calls) && isSameList(before.unreadable, after.unreadable);
  return isSame ? before : { ...after, calls };
}

function isSameCall(a: HeldCall, b: HeldCall): boolean {
  return a.callType === b.callType && a.caller === b.caller && a.called === b.called && a.skill === b.skill;
}

/** Whether two lists hold the same, in the same order. */
export function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
