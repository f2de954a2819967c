import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { promisify } from "node:util";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import ts from "typescript";
import { describe, expect, inject, it } from "vitest";
import { root } from "./packPackage.js";
import { entries, files, importsOf, manifest, packageFolder, reachedFrom, read } from "./readPackage.js";

const scripts = files.filter((file) => file.endsWith(".js"));
const declarations = files.filter((file) => file.endsWith(".d.ts"));

describe("the tarball", () => {
  it("contains the build and the files that npm shows, and nothing else", () => {
    expect(files.filter((file) => !file.startsWith("dist/"))).toEqual([
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "package.json",
    ]);
    expect(
      files.filter((file) => /(^|\/)(stories|test|demo|docs|server)\/|\/vite|\.(stories|test)\./.test(file)),
    ).toEqual([]);
    expect(
      files.filter((file) => !/\.(js|js\.map|d\.ts|css)$/.test(file)).filter((file) => file.includes("/")),
    ).toEqual([]);
  });

  it("contains every file that its exports and its modules name", () => {
    const targets = Object.values(manifest.exports).flatMap((target) =>
      typeof target === "string" ? [target] : [target.types, target.default],
    );
    const imported = scripts.flatMap((file) => importsOf(file).files);
    const typed = declarations.flatMap((file) => importsOf(file).files).map((file) => file.replace(/\.js$/, ".d.ts"));
    expect([...targets, ...imported, ...typed].filter((file) => !existsSync(join(packageFolder, file)))).toEqual([]);
  });

  it("contains no unreachable script", () => {
    const reached = new Set(entries.flatMap((entry) => [...reachedFrom(entry)]));
    expect(scripts.filter((file) => !reached.has(file))).toEqual([]);
  });

  it("contains source maps with the sources", () => {
    const mapped = scripts.filter((file) => read(file).includes("//# sourceMappingURL="));
    expect(mapped.length).toBeGreaterThan(50);
    for (const file of mapped) {
      const map = JSON.parse(read(`${file}.map`)) as { sources: string[]; sourcesContent?: string[] };
      const sources = map.sources.map((source) => posix.join(posix.dirname(file), source));
      // The map contains the text, since the files that it names are not in the tarball.
      expect(map.sourcesContent, file).toEqual(sources.map((source) => readFileSync(join(root, source), "utf8")));
    }
  });
});

describe("the package's requirements", () => {
  it("are one dependency and three peer dependencies", () => {
    expect(Object.keys(manifest.dependencies ?? {})).toEqual(["zustand"]);
    expect(Object.keys(manifest.peerDependencies ?? {})).toEqual(["@tanstack/react-query", "react", "react-dom"]);
  });

  it("include every package that its modules import", () => {
    const packages = (names: string[]) => [...new Set(names.flatMap((file) => importsOf(file).packages))].sort();
    const known = /^(react|react\/jsx-runtime|@tanstack\/react-query|zustand|zustand\/vanilla)$/;
    expect(packages(scripts).filter((name) => !known.test(name))).toEqual([]);
    expect(packages(declarations).filter((name) => !known.test(name))).toEqual([]);
    expect(packages([...reachedFrom("dist/simulator/simulator.js")])).toEqual([]);
  });

  it('allow a server component to import any entry: entries with React start with "use client"', () => {
    const importsReact = (entry: string) =>
      [...reachedFrom(entry)].some((file) =>
        importsOf(file).packages.some((name) => /^(react|@tanstack|zustand$)/.test(name)),
      );
    expect(entries.filter(importsReact)).toContain("dist/index.js");
    // It is a directive only as the first statement.
    expect(entries.filter(importsReact).filter((entry) => !/^["']use client["'];/.test(read(entry)))).toEqual([]);
  });
});

describe("the package's types", () => {
  it("contain no any", () => {
    const found = declarations.flatMap((file) => {
      const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
      const anys: string[] = [];
      const visit = (node: ts.Node) => {
        if (node.kind === ts.SyntaxKind.AnyKeyword) anys.push(`${file}: ${node.parent.getText()}`);
        ts.forEachChild(node, visit);
      };
      visit(source);
      return anys;
    });
    expect(found).toEqual([]);
  });

  it("resolve with node16 resolution and in bundlers", async () => {
    const attw = join(root, "node_modules/@arethetypeswrong/cli/dist/index.js");
    const check = [attw, inject("packed").tarball, "--profile", "esm-only", "--exclude-entrypoints", "./styles.css"];
    const { stdout } = await promisify(execFile)(process.execPath, [...check, "--format", "ascii", "--no-emoji"]);
    expect(stdout).toContain("hold-list-panel/simulator");
  });
});

it("passes publint", async () => {
  const { messages, pkg } = await publint({ pkgDir: packageFolder, pack: false, strict: true });
  expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
});
