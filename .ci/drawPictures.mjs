// Draws the README's pictures from the manual: .github/panel-light.png and panel-dark.png. `npm run build:docs` builds the manual.
import { chromium } from "playwright";
import { preview } from "vite";
import { browserLaunchOptions } from "../test/browser/browser.mjs";

const stories = [
  "live-panel--three-calls",
  "panel-failures--code-000004-switching-over",
  "panel-failures--code-100006-session-refused",
];
const gap = 24; // px

const server = await preview({
  configFile: false,
  build: { outDir: process.argv[2] ?? "dist-docs/manual" },
  preview: { host: "127.0.0.1", port: 0 },
});
const browser = await chromium.launch(await browserLaunchOptions());
for (const colorScheme of ["light", "dark"]) {
  const context = await browser.newContext({
    locale: "en-US",
    timezoneId: "UTC",
    colorScheme,
    deviceScaleFactor: 2,
    viewport: { width: 3 * 344 + 4 * gap, height: 900 },
  });
  const images = [];
  for (const story of stories) {
    const page = await context.newPage();
    await page.goto(`${server.resolvedUrls.local[0]}iframe.html?viewMode=story&id=${story}`);
    const panel = page.getByRole("region", { name: "On hold" });
    await panel.getByRole("listitem").first().waitFor();
    if (story !== stories[0]) await panel.locator("[data-notice]").waitFor();
    await page.addStyleTag({ content: "body { background: none !important }" });
    await page.evaluate(() => document.activeElement?.blur());
    images.push((await panel.screenshot({ omitBackground: true, animations: "disabled" })).toString("base64"));
  }
  const page = await context.newPage();
  await page.setContent(
    `<!doctype html><body style="display: flex; gap: ${gap}px; align-items: start; margin: 0; padding: ${gap}px; inline-size: max-content">${images
      .map((image) => `<img width="344" src="data:image/png;base64,${image}">`)
      .join("")}`,
  );
  await page
    .locator("img")
    .last()
    .evaluate((image) => image.decode());
  await page.locator("body").screenshot({ path: `.github/panel-${colorScheme}.png`, omitBackground: true });
}
await browser.close();
await server.close();
