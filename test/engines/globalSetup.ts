import type { TestProject } from "vitest/node";
import buildDemo from "../demo/globalSetup.js";
import buildElement from "../element/browser/globalSetup.js";
import { missingPackages } from "./installed.js";

/** Builds the demo page and the element. @throws where a browser is missing */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const missing = missingPackages();
  if (missing.length > 0)
    throw new Error(`Not installed: apt-get install -y --no-install-recommends ${missing.join(" ")}`);
  const ends = [await buildDemo(project), await buildElement(project)];
  return async () => {
    for (const end of ends) await end();
  };
}
