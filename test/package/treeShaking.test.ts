import { describe, expect, it } from "vitest";
import { bundleHost } from "./bundleHost.js";

const external = [/^react($|\/)/, /^@tanstack\//, /^zustand($|\/)/];

/** Bundles a host's source. Returns the package's modules in the bundle, and its code. */
async function bundle(source: string) {
  const chunks = await bundleHost(source, { name: "host", external, minify: false });
  const modules = chunks
    .flatMap((chunk) => Object.entries(chunk.modules))
    .filter(([, { renderedLength }]) => renderedLength > 0);
  return {
    modules: modules.flatMap(([id]) => id.split("/hold-list-panel/dist/").slice(1)),
    code: chunks.map(({ code }) => code).join("\n"),
  };
}

describe("a host's bundle", () => {
  it("contains the panel if the host uses it", async () => {
    const { modules, code } = await bundle('export { HoldListPanel } from "hold-list-panel";');
    expect(modules).toContain("panel/HoldListPanel.js");
    expect(code).toContain("hlp-panel");
  });

  it("contains nothing of the panel if the host uses only the hook", async () => {
    const { modules, code } = await bundle('export { HoldListProvider, useHoldList } from "hold-list-panel";');
    expect(modules).toContain("hold-list/useHoldList.js");
    expect(modules.filter((file) => file.startsWith("panel/"))).toEqual([]);
    expect(code).not.toContain("hlp-");
  });

  it("contains only the language that the host uses", async () => {
    const { modules } = await bundle('export { zhCN } from "hold-list-panel";');
    expect(modules).toEqual(["panel/labels/zhCN.js"]);
  });

  it("is empty if the host uses nothing", async () => {
    const { modules } = await bundle('import "hold-list-panel"; import "hold-list-panel/simulator";');
    expect(modules).toEqual([]);
  });
});
