import { chromium } from "playwright";
import type { TestProject } from "vitest/node";
import { packedBrowser } from "../browser/browser.mjs";
import buildDemo from "../demo/globalSetup.js";
import buildElement from "../element/browser/globalSetup.js";
import { missingPackages } from "./installed.js";

declare module "vitest" {
  export interface ProvidedContext {
    oldestBrowserAddress: string;
  }
}

/** Builds the demo page and the element, and starts two versions of Chromium. @throws where a browser is missing */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const missing = missingPackages();
  if (missing.length > 0)
    throw new Error(`Not installed: apt-get install -y --no-install-recommends ${missing.join(" ")}`);
  const oldest = await packedBrowser("test/engines/oldest");
  if (oldest === undefined) throw new Error("The oldest Chromium is packed for Linux on x64 only.");
  const browser = await chromium.launchServer(oldest);
  project.provide("oldestBrowserAddress", browser.wsEndpoint());
  const ends = [() => browser.close(), await buildDemo(project), await buildElement(project)];
  return async () => {
    for (const end of ends) await end();
  };
}
