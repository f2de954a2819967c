import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const folder = new URL("../.github/workflows/", import.meta.url);
const workflows = readdirSync(folder).map((file) => ({ file, text: readFileSync(new URL(file, folder), "utf8") }));

it.each(workflows)("$file pins each action to a commit, and names its version", ({ text }) => {
  const uses = text.split("\n").filter((line) => /\buses:/.test(line));
  expect(uses.length).toBeGreaterThan(0);
  for (const line of uses) expect(line).toMatch(/uses: [\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

it.each(workflows)("$file may only read the repository", ({ text }) => {
  expect(text).toMatch(/^permissions:\n {2}contents: read\n(?! )/m);
});
