import { chromium } from "playwright";
import { inject } from "vitest";
import type { Engine } from "./Engine.js";

export async function openChromium(): Promise<Engine> {
  const browser = await chromium.connect(inject("browserAddress"));
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
