import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const page = readFileSync(join(root, "src/docs/ACCESSIBILITY.md"), "utf8");
const rows = [...page.matchAll(/^\| ([\d.]+) [^|]+ \| (AA?) \| ([^|]+) \| [^|]+ \| ([^|]*) \|$/gm)].map(
  ([, number = "", level = "", status = "", tests = ""]) => ({
    number,
    level,
    status,
    tests: [...tests.matchAll(/`([^`]+)`/g)].map(([, test = ""]) => test),
  }),
);
const numbersOf = (wanted: string) => rows.filter(({ level }) => level === wanted).map(({ number }) => number);

it("states every criterion of WCAG 2.2 level A and AA once, in order", () => {
  expect(numbersOf("A").join(" ")).toBe(
    "1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 " +
      "2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2",
  );
  expect(numbersOf("AA").join(" ")).toBe(
    "1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8 " +
      "3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3",
  );
});

it("names only test files that exist", () => {
  const missing = rows.flatMap(({ tests }) => tests).filter((test) => !existsSync(join(root, test)));
  expect(missing).toEqual([]);
});

it("names a test for each criterion it calls supported", () => {
  const untested = rows.filter(({ status, tests }) => status === "Supported" && tests.length === 0);
  expect(untested).toEqual([]);
});

it("counts the criteria by status correctly", () => {
  const count = (wanted: string) => rows.filter(({ status }) => status === wanted).length;
  expect(page).toContain(
    `Of ${rows.length} criteria: ${count("Supported")} supported, ${count("Partial")} partial, ` +
      `${count("Reviewed")} reviewed, ${count("Not applicable")} not applicable.`,
  );
});
