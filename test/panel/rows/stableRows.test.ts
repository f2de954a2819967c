import fc from "fast-check";
import { expect, it } from "vitest";
import type { HeldCall } from "../../../src/gateway/HeldCall.js";
import { type ShownCall, stableRows } from "../../../src/panel/rows/stableRows.js";
import type { LeftCall } from "../../../src/hold-list/LeftCall.js";

const known = new Map<string, HeldCall>();
/** The same object for each call of an ID, as in the list. */
function call(callId: string): HeldCall {
  const one = known.get(callId) ?? { callId, callType: 0, caller: "1", called: "2", skill: "" };
  known.set(callId, one);
  return one;
}
const calls = (ids: string) => [...ids].map(call);
const departures = new Map<string, LeftCall>();
function departure(callId: string): LeftCall {
  const one = departures.get(callId) ?? { call: call(callId), reason: "unknown", since: undefined, heldFor: 1_000 };
  departures.set(callId, one);
  return one;
}
const left = (ids: string) => new Map([...ids].map((id) => [id, departure(id)]));
/** Rows as letters, departed ones in upper case. */
const read = (rows: readonly ShownCall[]) =>
  rows.map((row) => (row.left === null ? row.call.callId : row.call.callId.toUpperCase())).join("");
const rowsOf = (ids: string): ShownCall[] =>
  [...ids].map((id) => {
    const callId = id.toLowerCase();
    return { call: call(callId), left: id === callId ? null : departure(callId) };
  });

it.each([
  ["the first list", "", "abc", "", false, "abc"],
  ["another order", "abc", "cab", "", false, "cab"],
  ["another order while frozen", "abc", "cab", "", true, "abc"],
  ["a new call that belongs first", "bc", "abc", "", false, "abc"],
  ["a new call at the end while frozen", "bc", "abc", "", true, "bca"],
  ["new calls in their order while frozen", "c", "abcd", "", true, "cabd"],
  ["a departing call in its old place", "abc", "ac", "b", false, "aBc"],
  ["the first call departing", "abc", "bc", "a", false, "Abc"],
  ["the last call departing", "abc", "ab", "c", false, "abC"],
  ["neighbours departing", "abcd", "ad", "bc", false, "aBCd"],
  ["all calls departing", "abc", "", "abc", false, "ABC"],
  ["a departed call behind its predecessor in a new order", "aBc", "ca", "b", false, "caB"],
  ["no departed call after its time", "aBc", "ac", "", false, "ac"],
  ["a departed call after its time while frozen", "aBc", "ac", "", true, "aBc"],
  ["a departing call in place while frozen", "abc", "ac", "b", true, "aBc"],
  ["a departing call in place and a new call at the end while frozen", "abc", "dac", "b", true, "aBcd"],
  ["a call that returns in its old place while frozen", "aBc", "acb", "", true, "abc"],
  ["a call that returns in its new place", "aBc", "acb", "", false, "acb"],
  ["no departed call that was never shown", "", "a", "z", false, "a"],
])("shows %s", (_, shown, held, gone, isFrozen, expected) => {
  expect(read(stableRows(rowsOf(shown), calls(held), left(gone), isFrozen))).toBe(expected);
});

it("returns the same array until a call or its departure reason changes", () => {
  const shown = rowsOf("aBc");
  expect(stableRows(shown, calls("ac"), left("b"), false)).toBe(shown);
  const changed = { ...call("c"), skill: "Billing" };
  expect(stableRows(shown, [call("a"), changed], left("b"), false)[2]?.call).toBe(changed);
  const withReason: LeftCall = { ...departure("b"), reason: "customer-hung-up" };
  for (const isFrozen of [true, false])
    expect(stableRows(shown, calls("ac"), new Map([["b", withReason]]), isFrozen)[1]?.left).toBe(withReason);
});

const ids = fc.uniqueArray(fc.constantFrom(..."abcdefgh"));
const change = fc.record({
  held: ids,
  order: fc.shuffledSubarray([..."abcdefgh"], { minLength: 8 }),
  isFrozen: fc.boolean(),
  forget: ids,
});

it("loses no call, duplicates none, moves no row while frozen, and is idempotent", () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
      let shown: readonly ShownCall[] = [];
      let gone = new Set<string>();
      let before: string[] = [];
      for (const { held, order, isFrozen, forget } of changes) {
        const list = order.filter((id) => held.includes(id));
        gone = new Set([...gone, ...before].filter((id) => !held.includes(id) && !forget.includes(id)));
        before = held;
        const next = stableRows(shown, list.map(call), left([...gone].join("")), isFrozen);
        const callIds = next.map((row) => row.call.callId);

        expect(new Set(callIds).size).toBe(next.length);
        const heldRows = next.filter((row) => row.left === null).map((row) => row.call.callId);
        expect([...heldRows].sort()).toEqual([...held].sort());
        const shownIds = shown.map((row) => row.call.callId);
        if (isFrozen) {
          // A row stays unless its call is unknown, as after a sign-out.
          expect(shownIds.filter((id) => callIds.includes(id))).toEqual(
            callIds.slice(0, callIds.length - newRows(callIds, shownIds)),
          );
          for (const id of shownIds) if (held.includes(id) || gone.has(id)) expect(callIds).toContain(id);
          for (const row of shown) if (row.left !== null) expect(callIds).toContain(row.call.callId);
        } else {
          expect(heldRows).toEqual(list);
          for (const row of next) if (row.left !== null) expect(gone).toContain(row.call.callId);
        }
        expect(stableRows(next, list.map(call), left([...gone].join("")), isFrozen)).toBe(next);
        shown = next;
      }
    }),
  );
});

/** How many rows at the end are new. */
function newRows(callIds: readonly string[], shownIds: readonly string[]): number {
  return callIds.filter((id) => !shownIds.includes(id)).length;
}
