import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import ts from "typescript";
import { describe, expect, inject, it } from "vitest";
import { tryConsumer } from "../consumers/tryConsumer.js";
import { root } from "./packPackage.js";
import { manifest, read } from "./readPackage.js";

// The short form of `npm run test:consumers`: uses the repository's installed packages, and so no registry.
describe.concurrent("an integrator", () => {
  it("builds a desktop with the package that shows a call arrive and leave", () =>
    tryConsumer("vite-react-19", { install: false }));

  it("compiles every export and prop under strict settings, and no wrong use", async () => {
    const folder = join(inject("packed").folder, "types");
    await cp(join(root, "test/consumers/types"), folder, { recursive: true });
    const compile = [join(root, "node_modules/typescript/bin/tsc"), "-p", "tsconfig.node16.json"];
    const output = promisify(execFile)(process.execPath, compile, { cwd: folder }).then(
      () => "",
      (error: unknown) => String((error as { stdout?: string }).stdout),
    );
    expect(await output).toBe("");
  });
});

it("uses every export in the consumer that tests types", () => {
  const folder = join(root, "test/consumers/types");
  const used = readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8"));
  const identifiers = new Set(used.join("\n").match(/\w+/g));
  const declarations = Object.values(manifest.exports).flatMap((target) =>
    typeof target === "object" ? [target.types] : [],
  );
  const exported = declarations.flatMap((file) => {
    const names: string[] = [];
    ts.forEachChild(ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest), (node) => {
      if (!ts.isExportDeclaration(node) || node.exportClause === undefined) return;
      if (ts.isNamedExports(node.exportClause)) names.push(...node.exportClause.elements.map(({ name }) => name.text));
    });
    return names;
  });
  expect(exported.length).toBeGreaterThan(50);
  expect(exported.filter((name) => !identifiers.has(name))).toEqual([]);
});
