import puppeteer from "puppeteer-core";
import { callOf } from "./chromium.js";
import type { Engine } from "./Engine.js";
import { firefoxPath } from "./installed.js";

/** Firefox over WebDriver BiDi. */
export async function openFirefox(): Promise<Engine> {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: firefoxPath,
    headless: true,
    defaultViewport: null, // to set one needs commands that this Firefox lacks
    args: ["--width=1280", "--height=900"],
  });
  return {
    async open(url) {
      const page = await browser.newPage();
      await page.goto(url);
      return {
        run: (work, ...given) => page.evaluate(callOf(work, given)) as Promise<ReturnType<typeof work>>,
        click: async (x, y) => {
          await page.bringToFront();
          await page.mouse.click(x, y);
        },
        close: () => page.close(),
      };
    },
    close: () => browser.close(),
  };
}
