import fc from "fast-check";
import { expect, it } from "vitest";
import type { HeldCall } from "../../../src/gateway/HeldCall.js";
import { type ShownCall, stableRows } from "../../../src/panel/rows/stableRows.js";
import type { LeftCall } from "../../../src/hold-list/LeftCall.js";

const known = new Map<string, HeldCall>();
/** The same object for the same ID, as the list shares them. */
function call(callId: string): HeldCall {
  const one = known.get(callId) ?? { callId, callType: 0, caller: "1", called: "2", skill: "" };
  known.set(callId, one);
  return one;
}
const calls = (ids: string) => [...ids].map(call);
const leavers = new Map<string, LeftCall>();
function leaver(callId: string): LeftCall {
  const one = leavers.get(callId) ?? { call: call(callId), reason: "unknown", since: undefined, heldFor: 1_000 };
  leavers.set(callId, one);
  return one;
}
const left = (ids: string) => new Map([...ids].map((id) => [id, leaver(id)]));
/** Rows as letters: a capital for one that has left. */
const read = (rows: readonly ShownCall[]) =>
  rows.map((row) => (row.left === null ? row.call.callId : row.call.callId.toUpperCase())).join("");
const rowsOf = (ids: string): ShownCall[] =>
  [...ids].map((id) => {
    const callId = id.toLowerCase();
    return { call: call(callId), left: id === callId ? null : leaver(callId) };
  });

it.each([
  ["the first list", "", "abc", "", false, "abc"],
  ["another order", "abc", "cab", "", false, "cab"],
  ["another order under the hand", "abc", "cab", "", true, "abc"],
  ["a newcomer that belongs first", "bc", "abc", "", false, "abc"],
  ["a newcomer under the hand, at the end", "bc", "abc", "", true, "bca"],
  ["newcomers under the hand, in their order", "c", "abcd", "", true, "cabd"],
  ["one that leaves, in its old place", "abc", "ac", "b", false, "aBc"],
  ["the first that leaves", "abc", "bc", "a", false, "Abc"],
  ["the last that leaves", "abc", "ab", "c", false, "abC"],
  ["neighbours that leave", "abcd", "ad", "bc", false, "aBCd"],
  ["all that leave", "abc", "", "abc", false, "ABC"],
  ["one that left, behind the one before it, wherever that goes", "aBc", "ca", "b", false, "caB"],
  ["one that left long enough ago", "aBc", "ac", "", false, "ac"],
  ["one that left long ago under the hand", "aBc", "ac", "", true, "aBc"],
  ["one that leaves under the hand", "abc", "ac", "b", true, "aBc"],
  ["one that leaves, and a newcomer under the hand", "abc", "dac", "b", true, "aBcd"],
  ["one that comes back under the hand, in its place", "aBc", "acb", "", true, "abc"],
  ["one that comes back", "aBc", "acb", "", false, "acb"],
  ["one that left and was never shown", "", "a", "z", false, "a"],
])("shows %s", (_, shown, held, gone, underHand, expected) => {
  expect(read(stableRows(rowsOf(shown), calls(held), left(gone), underHand))).toBe(expected);
});

it("gives back the same rows where nothing has changed, and others where a call or its reason has", () => {
  const shown = rowsOf("aBc");
  expect(stableRows(shown, calls("ac"), left("b"), false)).toBe(shown);
  const changed = { ...call("c"), skill: "Billing" };
  expect(stableRows(shown, [call("a"), changed], left("b"), false)[2]?.call).toBe(changed);
  const told: LeftCall = { ...leaver("b"), reason: "customer-hung-up" };
  for (const underHand of [true, false])
    expect(stableRows(shown, calls("ac"), new Map([["b", told]]), underHand)[1]?.left).toBe(told);
});

const ids = fc.uniqueArray(fc.constantFrom(..."abcdefgh"));
const change = fc.record({
  held: ids,
  order: fc.shuffledSubarray([..."abcdefgh"], { minLength: 8 }),
  underHand: fc.boolean(),
  forget: ids,
});

it("loses no call, doubles none, moves nothing under the hand, and comes to rest", () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
      let shown: readonly ShownCall[] = [];
      let gone = new Set<string>();
      let before: string[] = [];
      for (const { held, order, underHand, forget } of changes) {
        const list = order.filter((id) => held.includes(id));
        gone = new Set([...gone, ...before].filter((id) => !held.includes(id) && !forget.includes(id)));
        before = held;
        const next = stableRows(shown, list.map(call), left([...gone].join("")), underHand);
        const callIds = next.map((row) => row.call.callId);

        expect(new Set(callIds).size).toBe(next.length);
        const heldRows = next.filter((row) => row.left === null).map((row) => row.call.callId);
        expect([...heldRows].sort()).toEqual([...held].sort());
        const shownIds = shown.map((row) => row.call.callId);
        if (underHand) {
          // A row stays unless nothing knows of its call any more, as after a sign-out.
          expect(shownIds.filter((id) => callIds.includes(id))).toEqual(
            callIds.slice(0, callIds.length - news(callIds, shownIds)),
          );
          for (const id of shownIds) if (held.includes(id) || gone.has(id)) expect(callIds).toContain(id);
          for (const row of shown) if (row.left !== null) expect(callIds).toContain(row.call.callId);
        } else {
          expect(heldRows).toEqual(list);
          for (const row of next) if (row.left !== null) expect(gone).toContain(row.call.callId);
        }
        expect(stableRows(next, list.map(call), left([...gone].join("")), underHand)).toBe(next);
        shown = next;
      }
    }),
  );
});

/** How many rows at the end are newcomers. */
function news(callIds: readonly string[], shownIds: readonly string[]): number {
  return callIds.filter((id) => !shownIds.includes(id)).length;
}
