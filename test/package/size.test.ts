import { gzipSync } from "node:zlib";
import type { Rollup } from "vite";
import { describe, expect, it } from "vitest";
import { bundleHost } from "./bundleHost.js";
import { read } from "./readPackage.js";

const reads = "HoldListPanel, HoldListProvider, createAgentSession, createGateway";
const acts = `${reads}, retrieve, threeParty, connectAndLeave, hangUp`;

const react = [/^react($|\/)/, /^react-dom($|\/)/];
const everyPackage = [...react, /^@tanstack\//, /^zustand($|\/)/];

const kibibytes = (text: string) => gzipSync(text, { level: 9 }).length / 1_024;

/** The chunks that a page loads before it shows the panel: without those of a dynamic `import()`. */
function initialChunks(chunks: Rollup.OutputChunk[]): Rollup.OutputChunk[] {
  const initial = new Set(chunks.filter(({ isEntry }) => isEntry));
  for (const { imports } of initial)
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) initial.add(chunk);
  return [...initial];
}

/** KiB after gzip of what a host's page loads first for these exports. */
async function sizeOf(exports: string, external: RegExp[]): Promise<number> {
  const source = `export { ${exports} } from "hold-list-panel";`;
  const chunks = await bundleHost(source, {
    name: `size-${exports.length}-${external.length}`,
    external,
    minify: true,
  });
  return initialChunks(chunks).reduce((sum, { code }) => sum + kibibytes(code), 0);
}

describe("the initial code, gzip", () => {
  it("takes at most 34 KiB for a panel that only reads", async () => {
    expect(await sizeOf(reads, everyPackage)).toBeLessThan(34);
  });

  it("takes at most 43.5 KiB for that with react-query and zustand", async () => {
    expect(await sizeOf(reads, react)).toBeLessThan(43.5);
  });

  it("takes at most 52.5 KiB for a panel with all actions, with react-query and zustand", async () => {
    expect(await sizeOf(acts, react)).toBeLessThan(52.5);
  });
});

it("takes at most 5.4 KiB, gzip, for the styles", () => {
  expect(kibibytes(read("dist/styles.css"))).toBeLessThan(5.4);
});
