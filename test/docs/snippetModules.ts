import { join } from "node:path";
import type { Plugin } from "vite";
import { exportsInSrc, root, snippets } from "./snippets.js";

const folder = join(root, "test/docs/snippets/");

/** The file that a block of code would be, to import it: `runSnippet("EmbedIt-2.tsx")` in a test does. */
export function snippetModules(): Plugin {
  return {
    name: "snippet-modules",
    enforce: "pre",
    resolveId(id, importer) {
      if (id.startsWith(folder)) return id;
      return importer?.startsWith(folder) === true ? exportsInSrc[id] : undefined;
    },
    load(id) {
      const snippet = snippets.find(({ name }) => id.split("?")[0] === folder + name);
      return snippet && `${snippet.given}\n${snippet.code}`;
    },
  };
}
