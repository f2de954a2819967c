import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { SourceMap, type SourceMapPayload } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, inject, it } from "vitest";

const file = join(inject("elementFolder"), "element.js");

describe("the module of <hold-list-panel>", () => {
  let code: string;
  beforeAll(async () => {
    code = await readFile(file, "utf8");
  });

  it("is ASCII, needs nothing else, and has React's fast half inside", () => {
    expect(code.match(/[\u0080-\uffff]/)).toBe(null);
    expect(code).toMatch(/\\u4fdd\\u6301/i);
    expect(code.match(/\bimport\s*[{*"'(]|\bfrom\s*["']|\brequire\(/)).toBe(null);
    expect(code).not.toContain("process.env");
    expect(code).not.toContain('unique \\"key\\" prop'); // a warning of the other half
    expect(code).not.toContain('unique "key" prop');
    expect(code.length).toBeLessThan(400_000);
  });

  it("is as large as its manual says", async () => {
    const manual = await readFile(join(import.meta.dirname, "../../../src/element/ELEMENT.md"), "utf8");
    const said = Number(/\((\d+) kB gzipped\)/.exec(manual)?.[1]) * 1_000;
    expect(Math.abs(gzipSync(code).length - said)).toBeLessThan(4_000);
  });

  it("is imported where there is no page, as when pages are rendered on a server", async () => {
    const script = `
      const module = await import(${JSON.stringify(pathToFileURL(file).href)});
      console.log(Object.keys(module).sort().join());
    `;
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script]);
    expect(stdout.trim()).toBe("HoldListPanelElement,createGateway,otherParty,parseSetGuid");
    expect(stderr).toBe("");
  });

  it("has a source map that still fits after the escapes", async () => {
    const map = new SourceMap(JSON.parse(await readFile(`${file}.map`, "utf8")) as SourceMapPayload);
    const before = code.slice(0, code.lastIndexOf("customElements.define")).split("\n");
    const entry = map.findEntry(before.length - 1, before.at(-1)?.length ?? 0);
    expect(entry).toMatchObject({ originalSource: expect.stringContaining("registerElement.ts") as string });
  });
});
