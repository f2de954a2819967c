import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import ts from "typescript";
import { inject } from "vitest";

/** The folder of the packed package. */
export const packageFolder = join(inject("packed").folder, "node_modules/hold-list-panel");

/** The paths of all its files, such as `dist/index.js`. */
export const files = readdirSync(packageFolder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) =>
    join(parentPath, name)
      .slice(packageFolder.length + 1)
      .replaceAll("\\", "/"),
  )
  .sort();

export const read = (file: string) => readFileSync(join(packageFolder, file), "utf8");

type Manifest = {
  main: string;
  types: string;
  typesVersions: Record<string, Record<string, [string]>>;
  peerDependenciesMeta?: Record<string, { optional: boolean }>;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  exports: Record<string, string | { types: string; default: string }>;
};
export const manifest = JSON.parse(read("package.json")) as Manifest;

/** The JavaScript files that the package exports. */
export const entries = Object.values(manifest.exports)
  .map((target) => (typeof target === "string" ? target : target.default).slice(2))
  .filter((target) => target.endsWith(".js"));

/** The packages and the files of this package that a module imports. */
export function importsOf(file: string): { packages: string[]; files: string[] } {
  const names = ts.preProcessFile(read(file), true, true).importedFiles.map(({ fileName }) => fileName);
  const own = names.filter((name) => name.startsWith("."));
  return {
    packages: names.filter((name) => !name.startsWith(".")),
    files: own.map((name) => posix.join(posix.dirname(file), name)),
  };
}

/** A module and everything that it imports, directly or not. */
export function reachedFrom(file: string, seen = new Set<string>()): Set<string> {
  if (!seen.has(file)) {
    seen.add(file);
    for (const next of importsOf(file).files) reachedFrom(next, seen);
  }
  return seen;
}
