import { expect, it } from "vitest";
import { longestHeld } from "../../../src/hold-list/time/longestHeld.js";

it.each<[string, Record<string, number>, string | null]>([
  ["null without calls", {}, null],
  ["the call with the earliest begin", { a: 5, b: 2, c: 9 }, "b"],
  ["a call that was held before the clock's start", { a: -5, b: 2 }, "a"],
  ["the first listed of two calls with the same begin", { a: 5, b: 2, c: 2 }, "b"],
])("returns %s", (_name, begins, expected) => {
  const entries = Object.entries(begins).map(([id, at]) => [id, { at, certainty: { kind: "exact" } }] as const);
  expect(longestHeld(new Map(entries))).toBe(expected);
});
