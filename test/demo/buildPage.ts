import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";

/** Builds the demo page for production into a new temporary folder. */
export async function buildPage(define: Record<string, string> = {}): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), "hold-list-demo-"));
  const { NODE_ENV } = process.env;
  // Vitest sets "test", which would build React in development mode.
  process.env.NODE_ENV = "production";
  try {
    await build({ logLevel: "error", define, build: { outDir, emptyOutDir: true, minify: false } });
  } finally {
    process.env.NODE_ENV = NODE_ENV;
  }
  return outDir;
}
