import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const root = join(import.meta.dirname, "../..");

/** A code block of a page, as a reader would copy it. */
export type Snippet = {
  /** The page and the block's number in it, from 1: `EmbedIt-1.tsx`. */
  readonly name: string;
  readonly page: string;
  readonly language: string;
  readonly code: string;
  /** Declarations of what the reader already has, from a comment before the block: `given: declare const …`. */
  readonly given: string;
  /** Why the block is not compiled, from a comment before it: `not compiled: …`. */
  readonly uncompiled: string | undefined;
};

/** The package's exports, mapped to their files in src. */
export const exportsInSrc: Readonly<Record<string, string>> = {
  "hold-list-panel": join(root, "src/index.ts"),
  "hold-list-panel/simulator": join(root, "src/simulator/simulator.ts"),
  "hold-list-panel/element": join(root, "src/element/element.ts"),
  "hold-list-panel/element/jsx": join(root, "src/element/jsx.ts"),
  "hold-list-panel/styles.css": join(root, "src/panel/HoldListPanel.css"),
};

const docs = readdirSync(join(root, "src/docs")).filter((name) => name.endsWith(".mdx"));

/** Every page that may contain code blocks. */
export const pages = ["README.md", "src/element/ELEMENT.md", ...docs.map((name) => `src/docs/${name}`)];

/** The code blocks of a page. A comment applies to the block right after it. */
export function snippetsOf(page: string): readonly Snippet[] {
  const text = readFileSync(join(root, page), "utf8");
  const name = page.replace(/^.*\//, "").replace(/\.\w+$/, "");
  const blocks = text.matchAll(
    /(?:(?:<!--|\{\/\*)((?:(?!-->|\*\/\})[^])*)(?:-->|\*\/\})\n\n)?^```(\w+)\n([^]*?)^```$/gm,
  );
  return [...blocks].map(([, comment = "", language = "", code = ""], index) => ({
    name: `${name}-${index + 1}.${language}`,
    page,
    language,
    code,
    given: /^\s*given:\s*([^]*)$/.exec(comment)?.[1]?.trim() ?? "",
    uncompiled: /^\s*not compiled:\s*([^]*)$/.exec(comment)?.[1]?.trim(),
  }));
}

export const snippets: readonly Snippet[] = pages.flatMap(snippetsOf);

/** Whether the compile test covers this block. */
export const isCompiled = ({ language, uncompiled }: Snippet) =>
  /^(ts|tsx|js|jsx)$/.test(language) && uncompiled === undefined;
