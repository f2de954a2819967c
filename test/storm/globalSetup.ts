import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { chromium } from "playwright";
import { build, type Plugin } from "vite";
import type { TestProject } from "vitest/node";
import { browserLaunchOptions } from "../browser/browser.mjs";

declare module "vitest" {
  export interface ProvidedContext {
    /** The folder of the built `test/storm/page`. */
    stormFolder: string;
    stormBrowser: string;
  }
}

/** Builds the page and starts a browser once for all test files. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const browser = await chromium.launchServer(await browserLaunchOptions());
  const outDir = await buildPage(fileURLToPath(new URL("page", import.meta.url)));
  project.provide("stormFolder", outDir);
  project.provide("stormBrowser", browser.wsEndpoint());
  return async () => {
    await browser.close();
    await rm(outDir, { recursive: true });
  };
}

/** Builds the page of a folder for production. Returns the folder of the result. */
export async function buildPage(root: string, plugins: Plugin[] = []): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), "hold-list-storm-"));
  const { NODE_ENV } = process.env;
  // Vitest's "test" would build React's development version.
  process.env.NODE_ENV = "production";
  try {
    await build({
      configFile: false,
      root,
      base: "./",
      logLevel: "error",
      plugins: [...plugins, react()],
      build: { outDir, emptyOutDir: true, minify: false },
    });
  } finally {
    process.env.NODE_ENV = NODE_ENV;
  }
  return outDir;
}
