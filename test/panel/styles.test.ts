import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import postcss from "postcss";
import { preprocessCSS, resolveConfig } from "vite";
import { beforeAll, describe, expect, it } from "vitest";
import { lightDarkFallback } from "../../vite.lightDarkFallback.js";

const source = join(import.meta.dirname, "../../src");
const filesOf = (folder: string, extension: RegExp) =>
  readdirSync(join(source, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => extension.test(file))
    .map((file) => readFileSync(join(source, folder, file), "utf8"));
const sheets = filesOf("panel", /\.css$/).map((sheet) => postcss.parse(sheet));

const code = [...filesOf("panel", /\.tsx?$/), ...filesOf("hold-list", /\.ts$/)].join("\n");

/** All matches of a pattern in the selectors of the sheets. */
const inSelectors = (pattern: RegExp) => {
  const found = new Set<string>();
  for (const sheet of sheets)
    sheet.walkRules(({ selector }) => (selector.match(pattern) ?? []).forEach((match) => found.add(match)));
  return [...found];
};

describe("selectors", () => {
  const styled = inSelectors(/(?<=\.)hlp-[\w-]+/g);
  const used = [...new Set(code.match(/(?<=["`. ])hlp-[\w-]+/g))];

  it("contain only classes that a component uses", () => {
    expect(styled.filter((name) => !used.includes(name))).toEqual([]);
  });

  it("contain every class that a component uses", () => {
    const forHosts = ["hlp-copied"];
    expect(used.filter((name) => !styled.includes(name) && !forHosts.includes(name))).toEqual([]);
  });

  it("contain only attributes and values that a component sets", () => {
    expect(inSelectors(/(?<=\[)[\w-]+/g).filter((name) => !code.includes(name))).toEqual([]);
    const values = inSelectors(/(?<==)"[^"]+"/g);
    expect(values.length).toBeGreaterThan(10);
    expect(values.filter((value) => value !== '"true"' && !code.includes(value))).toEqual([]);
  });
});

describe.each(["lib", "element"])("the sheet built with --mode %s", (mode) => {
  let built: postcss.Root;
  beforeAll(async () => {
    const config = await resolveConfig({ mode, logLevel: "error" }, "build");
    const file = join(source, "panel/HoldListPanel.css");
    built = postcss.parse((await preprocessCSS(readFileSync(file, "utf8"), file, config)).code);
  });

  const rulesIn = (sheet: postcss.Root) => {
    let rules = 0;
    sheet.walkRules(() => void rules++);
    return rules;
  };

  it("contains the rules of all sheets and no import", () => {
    built.walkAtRules("import", () => expect.unreachable());
    expect(rulesIn(built)).toBe(sheets.reduce((sum, sheet) => sum + rulesIn(sheet), 0) + 1); // and the fallback's
  });

  it("uses light-dark() only where the browser supports it", () => {
    const pairs: postcss.Declaration[] = [];
    built.walkDecls((decl) => void (decl.value.includes("light-dark(") && pairs.push(decl)));
    expect(pairs).toHaveLength(13);
    for (const { parent } of pairs)
      expect(parent?.parent).toMatchObject({ name: "supports", params: "(color: light-dark(red, red))" });
  });
});

describe("the fallback for browsers without light-dark()", () => {
  const transform = (css: string) =>
    postcss([lightDarkFallback]).process(css, { from: undefined }).css.replace(/\s+/g, " ");

  it("declares the light value first and the pair where the browser supports it", () => {
    expect(transform(".a { --x: var(--y, light-dark(#fff, #000)); --z: 1px }")).toBe(
      ".a { --x: var(--y, #fff); --z: 1px }" +
        "@supports (color: light-dark(red, red)) {.a { --x: var(--y, light-dark(#fff, #000))}}",
    );
  });

  it.each([
    ["a property that the browser checks itself", ".a { color: light-dark(#fff, #000) }"],
    [
      "a sheet with its own test for support",
      "@supports (color: light-dark(red, red)) { .a { --x: light-dark(#fff, #000) } }",
    ],
  ])("leaves %s unchanged", (_, css) => {
    expect(transform(css)).toBe(css);
  });
});
