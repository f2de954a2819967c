import { chromium } from "playwright";
import { inject } from "vitest";
import type { Engine } from "./Engine.js";

export const openChromium = () => open("browserAddress");

/** The lowest version that the package supports. */
export const openOldestChromium = () => open("oldestBrowserAddress");

async function open(address: "browserAddress" | "oldestBrowserAddress"): Promise<Engine> {
  const browser = await chromium.connect(inject(address));
  const context = await browser.newContext();
  return {
    async open(url) {
      const page = await context.newPage();
      await page.goto(url);
      return {
        run: (work, ...given) => page.evaluate(callOf(work, given)),
        click: (x, y) => page.mouse.click(x, y),
        close: () => page.close(),
      };
    },
    close: () => browser.close(),
  };
}

/** The source of a call: each protocol has its own rules for functions and their arguments. */
export const callOf = (work: (...given: never[]) => unknown, given: readonly unknown[]) =>
  `(${String(work)})(...${JSON.stringify(given)})`;
