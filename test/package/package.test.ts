import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
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
    expect(files.filter((file) => /(^|\/)(stories|test|demo|server)\/|\/vite|\.(stories|test)\./.test(file))).toEqual(
      [],
    );
    const known = /\.(js|d\.ts|css)$|^dist\/docs\/\w+\.md$|^[^/]+$/;
    expect(files.filter((file) => !known.test(file))).toEqual([]);
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

  it("contains no source map and no link to one", () => {
    expect(files.filter((file) => file.endsWith(".map"))).toEqual([]);
    expect(scripts.filter((file) => read(file).includes("//# sourceMappingURL="))).toEqual([]);
  });
});

describe("the package's requirements", () => {
  it("are one dependency and three peer dependencies", () => {
    expect(Object.keys(manifest.dependencies ?? {})).toEqual(["zustand"]);
    expect(Object.keys(manifest.peerDependencies ?? {})).toEqual(["@tanstack/react-query", "react", "react-dom"]);
  });

  it("make every peer optional, because the custom element contains its own copies", () => {
    expect(Object.keys(manifest.peerDependenciesMeta ?? {})).toEqual(Object.keys(manifest.peerDependencies ?? {}));
    expect(Object.values(manifest.peerDependenciesMeta ?? {}).every(({ optional }) => optional)).toBe(true);
    expect(importsOf("dist/element.js").packages).toEqual([]);
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

  it('resolve by name under moduleResolution "node", which ignores exports', () => {
    const { main, types, typesVersions, exports } = manifest;
    const root = exports["."];
    expect({ types, default: main }).toEqual(root);
    const old = Object.entries(typesVersions["*"] ?? {}).map(([name, [file]]) => [`./${name}`, file]);
    const typed = Object.entries(exports).flatMap(([name, target]) =>
      typeof target === "object" && name !== "." ? [[name, target.types]] : [],
    );
    expect(old).toEqual(typed);
  });

  it("name no type that ES2020 or React 18.0's types lack", () => {
    const reads = declarations.map((file) => ({ file, text: read(file) }));
    expect(reads.filter(({ text }) => /\bErrorOptions\b/.test(text)).map(({ file }) => file)).toEqual([]);
    // Before TypeScript 5.1 a component that returns ReactNode is no JSX element (TS2786).
    const components = ["HoldListProvider", "panel/HoldListPanel", "panel/actions/RetrieveLongestHeldButton"];
    expect(components.filter((file) => /\): ReactNode;/.test(read(`dist/${file}.d.ts`)))).toEqual([]);
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
