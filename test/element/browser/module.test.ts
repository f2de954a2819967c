import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, inject, it } from "vitest";

const file = join(inject("elementFolder"), "element.js");

describe("element.js", () => {
  let code: string;
  beforeAll(async () => {
    code = await readFile(file, "utf8");
  });

  it("is ASCII and self-contained, with the production build of React", () => {
    expect(code.match(/[\u0080-\uffff]/)).toBe(null);
    expect(code).toMatch(/\\u4fdd\\u6301/i);
    expect(code.match(/\bimport\s*[{*"'(]|\bfrom\s*["']|\brequire\(/)).toBe(null);
    expect(code).not.toContain("process.env");
    expect(code).not.toMatch(/unique \\?"key\\?" prop/); // a warning of React's development build
    expect(code.length).toBeLessThan(460_000);
  });

  it("has the gzipped size that its manual states", async () => {
    const manual = await readFile(join(import.meta.dirname, "../../../src/element/ELEMENT.md"), "utf8");
    const stated = Number(/\((\d+) kB gzipped\)/.exec(manual)?.[1]) * 1_000;
    expect(Math.abs(gzipSync(code).length - stated)).toBeLessThan(4_000);
  });

  it("can be imported without a DOM, as on a server", async () => {
    const script = `
      const module = await import(${JSON.stringify(pathToFileURL(file).href)});
      console.log(Object.keys(module).sort().join());
    `;
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script]);
    expect(stdout.trim()).toBe("HoldListPanelElement,createGateway,otherParty,parseSetGuid");
    expect(stderr).toBe("");
  });
});
