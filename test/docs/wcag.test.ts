import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { criteria } from "../../src/docs/wcag.js";

it("speaks of each criterion of WCAG 2.2 A and AA, once", () => {
  expect(new Set(criteria.map(({ number }) => number)).size).toBe(criteria.length);
  expect(criteria.filter(({ level }) => level === "A")).toHaveLength(31);
  expect(criteria.filter(({ level }) => level === "AA")).toHaveLength(24);
});

it("names tests that exist, and at least one for what it calls supported", () => {
  const root = join(import.meta.dirname, "../..");
  const missing = criteria.flatMap(({ tests }) => tests).filter((test) => !existsSync(join(root, test)));
  expect(missing).toEqual([]);
  const bare = criteria.filter(({ standing, tests }) => standing === "supported" && tests.length === 0);
  expect(bare.map(({ number }) => number)).toEqual([]);
});
