import fc from "fast-check";
import { expect, it } from "vitest";
import {
  initialWindow,
  isAtEdge,
  type RowWindow,
  segmentsOf,
  windowAround,
  windowFor,
} from "../../../src/panel/rows/rowWindow.js";

const read = (rows: number, drawn: RowWindow, pinned: number[] = []) =>
  segmentsOf(rows, drawn, pinned)
    .map(({ kind, index, count }) => (kind === "gap" ? `(${count})` : `${index}`))
    .join(" ");

it.each<[string, number, RowWindow, number[], string]>([
  ["a window at the start", 6, { from: 0, to: 3 }, [], "0 1 2 (3)"],
  ["a window in the middle", 9, { from: 3, to: 5 }, [], "(3) 3 4 (4)"],
  ["a window at the end", 6, { from: 4, to: 6 }, [], "(4) 4 5"],
  ["a pinned row above and one below", 9, { from: 3, to: 5 }, [1, 7], "(1) 1 (1) 3 4 (2) 7 (1)"],
  ["pinned rows that do not exist", 4, { from: 0, to: 4 }, [-1, 4], "0 1 2 3"],
])("gives the children for %s", (_, rows, drawn, pinned, children) => expect(read(rows, drawn, pinned)).toBe(children));

it("covers every row once, whatever the window and the pinned rows", () => {
  const any = fc.record({ rows: fc.nat(200), from: fc.nat(300), size: fc.nat(60), pinned: fc.array(fc.nat(250)) });
  fc.assert(
    fc.property(any, ({ rows, from, size, pinned }) => {
      const segments = segmentsOf(rows, { from, to: from + size }, pinned);
      let next = 0;
      for (const { index, count } of segments) {
        expect(index).toBe(next);
        next += count;
      }
      expect(next).toBe(rows);
    }),
  );
});

it("moves the window only near its edges, and settles at once", () => {
  expect(windowFor(initialWindow, 1_000, 0, 12)).toBe(initialWindow);
  const moved = windowFor(initialWindow, 1_000, 500, 512);
  expect(moved).toEqual(windowAround(500, 512));
  expect(windowFor(moved, 1_000, 500, 512)).toBe(moved);
  expect(windowFor(moved, 1_000, 504, 516)).toBe(moved);
  expect(windowFor(moved, 1_000, 510, 522)).not.toBe(moved);
  const end = windowFor(moved, 1_000, 988, 999);
  expect(windowFor(end, 1_000, 988, 999)).toBe(end);
});

it("watches the rows near an edge that is not an end of the list, and each gap", () => {
  const edges = (drawn: RowWindow) =>
    segmentsOf(100, drawn, [])
      .filter((segment) => isAtEdge(segment, 100, drawn))
      .map(({ kind, index }) => (kind === "gap" ? `gap ${index}` : index));
  expect(edges({ from: 0, to: 40 })).toEqual([32, 33, 34, 35, 36, 37, 38, 39, "gap 40"]);
  expect(edges({ from: 80, to: 100 })).toEqual(["gap 0", 80, 81, 82, 83, 84, 85, 86, 87]);
});
