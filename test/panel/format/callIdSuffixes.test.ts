import fc from "fast-check";
import { expect, it } from "vitest";
import { callIdSuffixes } from "../../../src/panel/format/callIdSuffixes.js";

it.each([
  ["the last five characters", { "1501127996-2": "996-2", "1501127920-0": "920-0" }],
  [
    "more characters only for IDs that share the last five",
    { "1501127996-2": "127996-2", "1501227996-2": "227996-2", "1501128311-5": "311-5" },
  ],
  [
    "the whole ID where it is a suffix of another",
    { "96-2": "96-2", "996-2": "996-2", "7996-2": "7996-2", "17996-2": "17996-2" },
  ],
  ["names of object properties like any other ID", JSON.parse('{"__proto__":"oto__","constructor":"uctor"}') as object],
])("uses %s", (_, suffixes) => {
  expect([...callIdSuffixes(Object.keys(suffixes))].sort()).toEqual(Object.entries(suffixes).sort());
});

it("returns a suffix of its own for each ID", () => {
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

// Trying each length in turn would take 16 s, and the test's timeout ends it.
it("scales to many long IDs with a common suffix", () => {
  const callIds = Array.from({ length: 1_000 }, (_, index) => `${index}`.padStart(4, "0") + "x".repeat(2_000));
  expect(callIdSuffixes(callIds).size).toBe(1_000);
});
