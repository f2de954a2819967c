import { rm } from "node:fs/promises";
import { chromium } from "playwright";
import type { TestProject } from "vitest/node";
import { browserLaunchOptions } from "../browser/browser.mjs";
import { buildPage } from "./buildPage.js";

declare module "vitest" {
  export interface ProvidedContext {
    /** The folder of the built page. It opens faster than the page of `npm start`. */
    demoFolder: string;
    browserAddress: string;
  }
}

/** Builds the page and starts a browser once for all test files. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const browser = await chromium.launchServer(await browserLaunchOptions());
  const outDir = await buildPage({ "import.meta.env.DEMO_GATEWAY": JSON.stringify("served") });
  project.provide("demoFolder", outDir);
  project.provide("browserAddress", browser.wsEndpoint());
  return async () => {
    await browser.close();
    await rm(outDir, { recursive: true });
  };
}
