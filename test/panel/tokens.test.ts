import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const read = (path: string) => readFileSync(join(import.meta.dirname, "../../src", path), "utf8");
const sheet = read("panel/tokens.css") + read("panel/base.css");
const page = read("panel/TOKENS.md");

/** The two values of each token, from the page's tables: light and dark, or comfortable and compact. */
const table = new Map(
  [...page.matchAll(/^\| `(--hlp-[\w-]+)` +\| .* \| `([^`]+)` +\| `([^`]+)` +\|$/gm)].map(
    ([, name = "", first = "", second = ""]) => [name, [first, second] as const],
  ),
);

/** The defaults that the sheet has for a token, in the order of its rules. */
const defaultsOf = (name: string) =>
  [...sheet.matchAll(new RegExp(`var\\(${name}, (light-dark\\(.*?\\)|[^()]*)\\)`, "g"))].map(([, value]) => value);

describe("the table of tokens", () => {
  it("has every token of the sheet, and no other", () => {
    const used = new Set([...sheet.matchAll(/var\((--hlp-[\w-]+)/g)].map(([, name]) => name));
    expect([...table.keys()].sort()).toEqual([...used].sort());
    expect(table.size).toBe(19);
  });

  it.each([...table])("has the sheet's defaults of %s", (name, [first, second]) => {
    const isColour = first.startsWith("#");
    if (isColour) expect(defaultsOf(name)).toEqual([`light-dark(${first}, ${second})`]);
    else expect(defaultsOf(name)).toEqual(first === second ? [first] : [first, second]);
  });

  it.each(["antd", "dense"])("shows the theme %s as its sheet has it", (theme) => {
    const rules = read(`themes/${theme}.css`);
    expect(page).toContain(`\`\`\`css\n${rules}\`\`\``);
    for (const [, name] of rules.matchAll(/(--[\w-]+):/g)) expect(table.has(name ?? "")).toBe(true);
  });
});

describe("contrast", () => {
  const themes = ["", "antd", "dense"].flatMap((theme) => [[theme, "light", 0] as const, [theme, "dark", 1] as const]);

  it.each(themes)("is enough in theme '%s', %s", (theme, _, at) => {
    const colours = new Map([...table].map(([name, values]) => [name, values[at] ?? ""]));
    if (theme !== "")
      for (const [, name = "", ...pair] of read(`themes/${theme}.css`).matchAll(
        /(--[\w-]+): light-dark\((.*), (.*)\)/g,
      ))
        colours.set(name, pair[at] ?? "");
    const tooFaint = (least: number, above: string, grounds: readonly string[]) =>
      grounds
        .map((ground) => [ground, contrast(colours.get(`--hlp-${above}`), colours.get(`--hlp-${ground}`))] as const)
        .filter(([, ratio]) => ratio < least)
        .map(([ground, ratio]) => `${above} on ${ground}: ${ratio.toFixed(2)}`);
    const grounds = ["surface", "surface-muted", "warning-ground", "critical-ground"];
    expect([
      ...tooFaint(4.5, "text", grounds),
      ...tooFaint(4.5, "text-muted", grounds),
      ...tooFaint(4.5, "on-accent", ["accent"]),
      ...tooFaint(4.5, "warning", ["surface", "warning-ground"]),
      ...tooFaint(4.5, "critical", ["surface", "critical-ground"]),
      ...tooFaint(4.5, "good", ["surface-muted"]),
      ...tooFaint(3, "good", ["surface"]),
      ...tooFaint(3, "control-border", grounds),
      ...tooFaint(3, "accent", grounds),
    ]).toEqual([]);
  });
});

/** As WCAG 2 counts it. */
function contrast(one = "", other = ""): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = NaN, green = NaN, blue = NaN] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
