// Builds each column's page for production, each by itself, as an app with only that column would be built.
import { execFile } from "node:child_process";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import react from "@vitejs/plugin-react";
import { build } from "vite";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = fileURLToPath(new URL("../..", import.meta.url));

/** Where pages and the built package go. */
export const cache = join(root, "node_modules/.cache/bench");

/** Builds the package as the tarball contains it. Returns the folder with `index.js` and `styles.css`. */
export async function buildPackage() {
  const outDir = join(cache, "package");
  const vite = join(root, "node_modules/vite/bin/vite.js");
  const args = [vite, "build", "--mode", "lib", "--outDir", outDir, "--emptyOutDir", "--logLevel", "warn"];
  await promisify(execFile)(process.execPath, args, { cwd: root, env: { ...process.env, NODE_ENV: "production" } });
  return outDir;
}

/**
 * Builds a page.
 * @param {{ name: string, source: string, packageFolder: string, isReadable: boolean }} column
 */
export async function buildColumn({ name, source, packageFolder, isReadable }) {
  const outDir = join(cache, "pages", name);
  const files = await readdir(join(here, "columns"));
  const entry = files.find((file) => file.replace(/\.tsx?$/, "") === source);
  if (entry === undefined) throw new Error(`There is no column "${source}".`);
  await build({
    configFile: false,
    root: here,
    mode: "production",
    logLevel: "warn",
    plugins: [react()],
    publicDir: false,
    resolve: {
      alias: [
        { find: /^hold-list-panel$/, replacement: join(packageFolder, "index.js") },
        { find: /^hold-list-panel\/styles\.css$/, replacement: join(packageFolder, "styles.css") },
      ],
      // A package folder elsewhere must not bring its own copies.
      dedupe: ["react", "react-dom", "@tanstack/react-query", "zustand"],
    },
    build: {
      outDir,
      emptyOutDir: true,
      minify: !isReadable,
      sourcemap: isReadable,
      target: "es2022",
      cssTarget: "chrome123",
      cssCodeSplit: false,
      chunkSizeWarningLimit: 10_000,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: join(here, "columns", entry),
        output: { entryFileNames: "main.js", chunkFileNames: "[name].js", assetFileNames: "[name][extname]" },
      },
    },
  });
  await mkdir(outDir, { recursive: true });
  const sheets = (await readdir(outDir)).filter((file) => file.endsWith(".css"));
  const head = sheets.map((file) => `<link rel="stylesheet" href="${file}">`).join("");
  await writeFile(
    join(outDir, "index.html"),
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title><link rel="icon" href="data:,">` +
      `<style>body{margin:0;font:14px sans-serif}</style>${head}<body><div id="root"></div>` +
      `<script type="module" src="main.js"></script>`,
  );
}
