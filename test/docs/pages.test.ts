import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { storyNameFromExport, toId } from "storybook/internal/csf";
import { expect, it } from "vitest";
import { pages, root } from "./snippets.js";

const read = (path: string) => readFileSync(join(root, path), "utf8");
const manual = pages.filter((page) => page.endsWith(".mdx")).map((page) => ({ page, text: read(page) }));
const titleOf = (text: string) => /<Meta title="([^"]+)"/.exec(text)?.[1] ?? "";

it("lists every page of the manual in the sidebar order", () => {
  const order = read(".storybook/preview.tsx");
  const missing = manual
    .map(({ text }) => titleOf(text).split("/").at(-1))
    .filter((name) => !order.includes(`"${name}"`));
  expect(missing).toEqual([]);
});

it("links only to pages and stories that exist", () => {
  const stories = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".stories.tsx"))
    .map((path) => read(`src/${path}`));
  const known = [
    ...manual.map(({ text }) => `/docs/${toId(titleOf(text), "docs")}`),
    ...stories.flatMap((text) =>
      [...text.matchAll(/^export const (\w+): Story/gm)].map(
        ([, name = ""]) => `/story/${toId(/^ {2}title: "([^"]+)"/m.exec(text)?.[1] ?? "", storyNameFromExport(name))}`,
      ),
    ),
  ];
  const links = manual.flatMap(({ text }) => [...text.matchAll(/\?path=([\w/-]+)/g)].map(([, link]) => link));
  expect(links.length).toBeGreaterThan(15);
  expect(links.filter((link) => !known.includes(link ?? ""))).toEqual([]);
});
