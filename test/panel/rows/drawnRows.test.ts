import { expect, it } from "vitest";
import type { HeldCall } from "../../../src/gateway/HeldCall.js";
import { drawnRows } from "../../../src/panel/rows/drawnRows.js";
import { type ShownCall, stableRows } from "../../../src/panel/rows/stableRows.js";

const call = (callId: string): HeldCall => ({ callId, callType: 0, caller: "10086", called: "1", skill: "" });
const held = (count: number, prefix: string): ShownCall[] =>
  Array.from({ length: count }, (_, index) => ({ call: call(`${prefix}-${index}`), left: null }));
const departed = (count: number, prefix: string): ShownCall[] =>
  held(count, prefix).map(({ call }) => ({
    call,
    left: { call, reason: "unknown", since: undefined, heldFor: 0 },
  }));

it.each([
  ["a short list whole", held(3, "a"), 3, 0],
  ["1,000 held calls", held(1_000, "a"), 1_000, 0],
  ["the first 1,000 held calls, and counts the others", held(1_234, "a"), 1_000, 234],
  ["every held call behind 1,000 departed ones", [...departed(1_000, "a"), ...held(5, "b")], 105, 0],
  ["1,000 held calls among 10,000 departed ones", [...departed(10_000, "a"), ...held(10_000, "b")], 1_100, 9_000],
])("draws %s", (_, shown, rows, hidden) => {
  const drawn = drawnRows(shown);
  expect([drawn.rows.length, drawn.hidden]).toEqual([rows, hidden]);
  expect(drawn.rows.filter(({ left }) => left === null)).toHaveLength(
    Math.min(1_000, rows - drawn.rows.filter(({ left }) => left !== null).length),
  );
});

it("keeps each of 10,000 departed calls behind the held call that stood before it", () => {
  const before = held(20_000, "a");
  const calls = before.filter((_, index) => index % 2 === 0).map((row) => row.call);
  const left = new Map(
    departed(20_000, "a")
      .filter((_, index) => index % 2 === 1)
      .map(({ call, left }) => [
        call.callId,
        left ?? { call, reason: "unknown" as const, since: undefined, heldFor: 0 },
      ]),
  );
  const next = stableRows(before, calls, left, false);
  expect(next.map((row) => row.call.callId)).toEqual(before.map((row) => row.call.callId));
});
