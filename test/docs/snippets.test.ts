import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { exportsInSrc, isCompiled, root, snippets } from "./snippets.js";

/** Compiler options of a strict host with a bundler. */
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  jsx: ts.JsxEmit.ReactJSX,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noImplicitReturns: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  skipLibCheck: true,
  noEmit: true,
  types: ["vite/client"], // types for `import "….css"`
  paths: Object.fromEntries(Object.entries(exportsInSrc).map(([name, file]) => [name, [file]])),
};

const compiled = snippets.filter(isCompiled);
// JavaScript blocks are compiled as TypeScript too, so that their names are checked.
const fileOf = (name: string) => join(root, "test/docs/snippets", name.replace(/\.jsx?$/, ".tsx"));
const texts = new Map(compiled.map(({ name, given, code }) => [fileOf(name), `${given}\n${code}`]));

function diagnostics(): Map<string, string[]> {
  const host = ts.createCompilerHost(options);
  const program = ts.createProgram([...texts.keys()], options, {
    ...host,
    fileExists: (file) => texts.has(file) || host.fileExists(file),
    readFile: (file) => texts.get(file) ?? host.readFile(file),
    getSourceFile: (file, version, ...rest) => {
      const text = texts.get(file);
      return text === undefined ? host.getSourceFile(file, version, ...rest) : ts.createSourceFile(file, text, version);
    },
  });
  const found = new Map<string, string[]>();
  for (const { file, messageText, start = 0 } of ts.getPreEmitDiagnostics(program)) {
    const line = file === undefined ? "" : (file.text.slice(0, start).split("\n").at(-1) ?? "");
    const text = `${ts.flattenDiagnosticMessageText(messageText, "\n")} [after: ${line}]`;
    const name = file?.fileName ?? "";
    found.set(name, [...(found.get(name) ?? []), text]);
  }
  return found;
}

describe("code blocks of README, ELEMENT.md and the manual", () => {
  const found = diagnostics();

  it.each(compiled.map(({ name }) => name))("compile: %s", (name) => {
    expect(found.get(fileOf(name)) ?? []).toEqual([]);
  });

  it("report no diagnostics outside the code blocks", () => {
    expect([...found.keys()].filter((file) => !texts.has(file)).map((file) => [file, found.get(file)])).toEqual([]);
  });

  it("give a reason wherever a block is not compiled", () => {
    expect(compiled.length).toBeGreaterThan(25);
    const reasons = snippets.flatMap(({ name, uncompiled }) => (uncompiled === undefined ? [] : [[name, uncompiled]]));
    expect(reasons.filter(([, reason]) => reason === "")).toEqual([]);
  });
});
