import { expect, it, vi } from "vitest";
import { longestHeld } from "../../../src/hold-list/time/longestHeld.js";
import type { HeldSince } from "../../../src/hold-list/time/HeldSince.js";

const since = (at: number): HeldSince => ({ at, certainty: { kind: "exact" } });

it("is none where nothing is held", () => {
  expect(longestHeld(new Map())).toBeUndefined();
});

it("is the call that was put on hold first, wherever it is listed", () => {
  expect(
    longestHeld(
      new Map([
        ["a", since(5)],
        ["b", since(2)],
        ["c", since(9)],
      ]),
    ),
  ).toBe("b");
  expect(
    longestHeld(
      new Map([
        ["a", since(-5)],
        ["b", since(2)],
      ]),
    ),
  ).toBe("a");
});

it("is the one that is listed first, of two since the same moment", () => {
  expect(
    longestHeld(
      new Map([
        ["a", since(5)],
        ["b", since(2)],
        ["c", since(2)],
      ]),
    ),
  ).toBe("b");
});

it("is looked for once in each map, however many rows ask", () => {
  const map = new Map([["a", since(5)]]);
  const look = vi.spyOn(map, Symbol.iterator);
  for (let row = 0; row < 3; row++) expect(longestHeld(map)).toBe("a");
  expect(look).toHaveBeenCalledTimes(1);
  expect(longestHeld(new Map([["b", since(1)]]))).toBe("b");
});

it("is none for all rows, where there is none", () => {
  const map = new Map<string, HeldSince>();
  const look = vi.spyOn(map, Symbol.iterator);
  for (let row = 0; row < 3; row++) expect(longestHeld(map)).toBeUndefined();
  expect(look).toHaveBeenCalledTimes(1);
});
