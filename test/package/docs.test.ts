import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { expect, it } from "vitest";
import { root } from "./packPackage.js";
import { files, read } from "./readPackage.js";

/** The text of a packed page without its code blocks. */
const proseOf = (page: string) => read(page).replace(/^```[^]*?^```$/gm, "");

/** The files that a packed page links to. */
const linksOf = (page: string) =>
  [...proseOf(page).matchAll(/(?:\]\(|(?:href|src|srcset)=")(?![a-z]+:)([^)#"]+)/g)].map(([, link = ""]) =>
    posix.join(posix.dirname(page), link),
  );

const pages = files.filter((file) => file.endsWith(".md"));

it("links only to packed files", () => {
  const links = pages.flatMap((page) => linksOf(page).map((link) => ({ page, link })));
  expect(links.length).toBeGreaterThan(40);
  expect(links.filter(({ link }) => !files.includes(link))).toEqual([]);
});

it("leads from the README to every page of the manual", () => {
  const reached = new Set(["README.md"]);
  for (const page of reached) for (const link of linksOf(page)) if (link.endsWith(".md")) reached.add(link);
  expect(pages.filter((page) => !reached.has(page))).toEqual([]);
});

it("contains no MDX in the packed pages, and no links into the manual's site", () => {
  const left = /^import .* from|^<[A-Za-z]|\{\/\*|\?path=/m;
  expect(pages.filter((page) => left.test(proseOf(page)))).toEqual([]);
});

it("describes the package and not the repository in the packed README", () => {
  expect(read("README.md")).toContain("npm install hold-list-panel");
  expect(read("README.md")).not.toContain("npm start");
});

it("leaves the repository's README as it was", () => {
  expect(readFileSync(join(root, "README.md"), "utf8")).toContain("(src/docs/SignIn.mdx)");
});
