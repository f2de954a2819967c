import { expect, it } from "vitest";
import { longestHeld } from "../../../src/hold-list/time/longestHeld.js";
import type { HeldSince } from "../../../src/hold-list/time/HeldSince.js";

const since = (at: number): HeldSince => ({ at, certainty: { kind: "exact" } });

it("is none where nothing is held", () => {
  expect(longestHeld(new Map())).toBeNull();
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
