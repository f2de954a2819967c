import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright";
import { build } from "vite";
import type { TestProject } from "vitest/node";
import { browserLaunchOptions } from "../../browser/browser.mjs";

declare module "vitest" {
  export interface ProvidedContext {
    /** The folder with the built element.js and its source map. */
    elementFolder: string;
    browserAddress: string;
  }
}

/** Builds the module and starts a browser once for all test files. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const outDir = await mkdtemp(join(tmpdir(), "hold-list-element-"));
  const { NODE_ENV } = process.env;
  // Vitest sets "test", which would build React in development mode.
  process.env.NODE_ENV = "production";
  await build({ logLevel: "error", mode: "element", build: { outDir, emptyOutDir: true } });
  process.env.NODE_ENV = NODE_ENV;
  const browser = await chromium.launchServer(await browserLaunchOptions());
  project.provide("elementFolder", outDir);
  project.provide("browserAddress", browser.wsEndpoint());
  return async () => {
    await browser.close();
    await rm(outDir, { recursive: true });
  };
}
