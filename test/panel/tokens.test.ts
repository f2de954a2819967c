import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const read = (path: string) => readFileSync(join(import.meta.dirname, "../../src", path), "utf8");
const sheet = read("panel/tokens.css") + read("panel/base.css");
const page = read("panel/TOKENS.md");

/** The two values of each token in the tables of the page: light and dark, or comfortable and compact. */
const table = new Map(
  [...page.matchAll(/^\| `(--hlp-[\w-]+)` +\| .* \| `([^`]+)` +\| `([^`]+)` +\|$/gm)].map(
    ([, name = "", first = "", second = ""]) => [name, [first, second] as const],
  ),
);

/** The light and the dark colours of a theme. */
const coloursOf = (theme: string) =>
  new Map(
    [...read(`themes/${theme}.css`).matchAll(/(--[\w-]+): light-dark\((.*), (.*)\)/g)].map(
      ([, name = "", light = "", dark = ""]) => [name, [light, dark] as const],
    ),
  );

describe("the tables of TOKENS.md", () => {
  it("contain exactly the tokens of the sheets", () => {
    const used = new Set([...sheet.matchAll(/var\((--hlp-[\w-]+)/g)].map(([, name]) => name));
    expect([...table.keys()].sort()).toEqual([...used].sort());
    expect(table.size).toBe(21);
  });

  it.each([...table])("contain the default of %s", (name, [first, second]) => {
    const inSheet = [...sheet.matchAll(new RegExp(`var\\(${name}, (light-dark\\(.*?\\)|[^()]*)\\)`, "g"))];
    const pair = first.startsWith("#") ? [`light-dark(${first}, ${second})`] : [...new Set([first, second])];
    expect(inSheet.map(([, value]) => value)).toEqual(pair);
  });
});

describe.each(["antd", "dense"])("the theme %s", (theme) => {
  const rules = read(`themes/${theme}.css`);

  it("is printed in TOKENS.md and sets only known tokens", () => {
    expect(page).toContain(`\`\`\`css\n${rules}\`\`\``);
    for (const [, name] of rules.matchAll(/(--[\w-]+):/g)) expect(table.has(name ?? "")).toBe(true);
  });

  it("sets the light colours for browsers without light-dark()", () => {
    const [plain = "", supported = ""] = rules.split("@supports (color: light-dark(red, red))");
    expect(plain).not.toContain("light-dark(");
    const light = [...plain.matchAll(/(--[\w-]+): (#\w+);/g)].map(([, name, value]) => [name, value]);
    expect(light).toEqual([...coloursOf(theme)].map(([name, [value]]) => [name, value]));
    expect(supported.match(/light-dark\(/g)).toHaveLength(light.length);
  });
});

describe("contrast", () => {
  const themes = ["default", "antd", "dense"].flatMap((theme) =>
    (["light", "dark"] as const).map((scheme) => ({ theme, scheme })),
  );

  it.each(themes)("is sufficient in the $scheme colours of the theme $theme", ({ theme, scheme }) => {
    const pairs = new Map([...table, ...(theme === "default" ? [] : coloursOf(theme))]);
    const colourOf = (name: string) => pairs.get(`--hlp-${name}`)?.[scheme === "light" ? 0 : 1];
    const tooLow = (minimum: number, foreground: string, backgrounds: readonly string[]) =>
      backgrounds
        .map((background) => [background, contrast(colourOf(foreground), colourOf(background))] as const)
        .filter(([, ratio]) => !(ratio >= minimum))
        .map(([background, ratio]) => `${foreground} on ${background}: ${ratio.toFixed(2)}`);
    const all = ["surface", "surface-muted", "warning-ground", "critical-ground"];
    expect([
      ...tooLow(4.5, "text", all),
      ...tooLow(4.5, "text-muted", all),
      ...tooLow(4.5, "on-accent", ["accent"]),
      ...tooLow(4.5, "warning", ["surface", "warning-ground"]),
      ...tooLow(4.5, "critical", ["surface", "critical-ground"]),
      ...tooLow(4.5, "good", ["surface-muted"]),
      ...tooLow(3, "good", ["surface"]),
      ...tooLow(3, "control-border", all),
      ...tooLow(3, "accent", all),
    ]).toEqual([]);
  });
});

/** The contrast ratio of WCAG 2. */
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
