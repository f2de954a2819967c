import { join } from "node:path";
import type { Plugin } from "vite";
import { exportsInSrc, root, snippets } from "./snippets.js";

const folder = join(root, "test/docs/snippets/");

/** Serves each code block of the manual as a module, so that a test can import `test/docs/snippets/EmbedIt-2.tsx`. */
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
