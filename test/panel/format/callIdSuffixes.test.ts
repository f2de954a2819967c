import fc from "fast-check";
import { expect, it } from "vitest";
import { callIdSuffixes } from "../../../src/panel/format/callIdSuffixes.js";

const tailsOf = (...callIds: string[]) => Object.fromEntries(callIdSuffixes(callIds));

it("is the last five characters", () => {
  expect(tailsOf("1501127996-2", "1501127920-0")).toEqual({ "1501127996-2": "996-2", "1501127920-0": "920-0" });
});

it("is longer where five characters would not tell two apart, and only for those", () => {
  expect(tailsOf("1501127996-2", "1501227996-2", "1501128311-5")).toEqual({
    "1501127996-2": "127996-2",
    "1501227996-2": "227996-2",
    "1501128311-5": "311-5",
  });
});

it("is the whole ID where that is the end of another", () => {
  expect(tailsOf("96-2", "996-2", "7996-2", "17996-2")).toEqual({
    "96-2": "96-2",
    "996-2": "996-2",
    "7996-2": "7996-2",
    "17996-2": "17996-2",
  });
});

it("takes the names of an object's own properties for IDs like any other", () => {
  expect([...callIdSuffixes(["__proto__", "constructor", "toString"])].sort()).toEqual([
    ["__proto__", "oto__"],
    ["constructor", "uctor"],
    ["toString", "tring"],
  ]);
});

it("tells any IDs apart, each by an end of its own", () => {
  const callIds = fc.uniqueArray(fc.string({ unit: fc.constantFrom("0", "1", "-"), minLength: 1, maxLength: 14 }));
  fc.assert(
    fc.property(callIds, (ids) => {
      const suffixes = callIdSuffixes(ids);
      expect(suffixes.size).toBe(ids.length);
      for (const id of ids) expect(id.endsWith(suffixes.get(id) ?? "?")).toBe(true);
      expect(new Set(suffixes.values()).size).toBe(ids.length);
    }),
  );
});

it("is quick over long IDs that all end alike", () => {
  const callIds = Array.from({ length: 1_000 }, (_, index) => `${index}`.padStart(4, "0") + "x".repeat(2_000));
  const before = performance.now();
  expect(callIdSuffixes(callIds).size).toBe(1_000);
  expect(performance.now() - before).toBeLessThan(2_000); // 16 s, where each length is tried in turn
});
