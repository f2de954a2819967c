import { rm } from "node:fs/promises";
import { chromium } from "playwright";
import type { TestProject } from "vitest/node";
import { browserLaunchOptions } from "../browser/browser.mjs";
import { buildPage } from "./buildPage.js";

declare module "vitest" {
  export interface ProvidedContext {
    /** The folder of the page of `npm start`, but built: it opens in a fraction of the time. */
    demoFolder: string;
    browserAddress: string;
  }
}

/** One page and one browser for all files of tests. Built once: a file that is edited meanwhile reaches no test. */
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
