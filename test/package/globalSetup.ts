import { rm } from "node:fs/promises";
import { chromium } from "playwright";
import type { TestProject } from "vitest/node";
import { browserLaunchOptions } from "../browser/browser.mjs";
import { packPackage, type PackedPackage } from "./packPackage.js";

declare module "vitest" {
  export interface ProvidedContext {
    packed: PackedPackage;
    browserAddress: string;
  }
}

/** Packs the package and starts a browser once for all test files. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const began = Date.now();
  const packed = await packPackage();
  console.log(`packed the package (${((Date.now() - began) / 1_000).toFixed(1)} s)`);
  const browser = await chromium.launchServer(await browserLaunchOptions());
  project.provide("packed", packed);
  project.provide("browserAddress", browser.wsEndpoint());
  return async () => {
    await browser.close();
    await rm(packed.folder, { recursive: true });
  };
}
