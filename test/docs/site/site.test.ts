import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { type Browser, chromium, type Page } from "playwright";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { browserLaunchOptions } from "../../browser/browser.mjs";

const folder = join(import.meta.dirname, "../../../dist-docs");
const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

// A static web server with the site in a subfolder.
const server = createServer((request, response) => {
  const name = /^\/some\/where\/([\w./-]*)/.exec(request.url ?? "")?.[1];
  if (name === undefined) return response.writeHead(404).end();
  readFile(join(folder, name.endsWith("/") || name === "" ? `${name}index.html` : name))
    .then((file) => {
      response.setHeader(
        "Content-Type",
        types[extname(name)] ?? (extname(name) === "" ? "text/html" : "application/octet-stream"),
      );
      response.end(file);
    })
    .catch(() => response.writeHead(404).end());
});

let site: string;
let browser: Browser;
let page: Page;
/** Console errors, failed responses, and requests to anything outside the site. */
let complaints: string[];

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}/some/where/`;
  browser = await chromium.launch(await browserLaunchOptions());
});
afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
beforeEach(async () => {
  complaints = [];
  const context = await browser.newContext({ locale: "en-US", timezoneId: "UTC" });
  page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(site) && !/^(data|blob):/.test(request.url()))
      complaints.push(`asked ${request.url()}`);
  });
  return () => context.close();
});

it("links to the demo, which runs on the built-in simulator", async () => {
  await page.goto(site);
  await page.getByRole("link", { name: "The demo" }).click();
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  const panel = page.getByRole("region", { name: "On hold" });
  await panel.and(page.locator('[data-state="ready"]')).waitFor();
  await page.getByRole("button", { name: "Add a held call", exact: true }).click();
  await panel.getByRole("listitem").first().waitFor();
  expect(complaints).toEqual([]);
});

it("links to the manual, whose pages link to each other and to stories", async () => {
  await page.goto(site);
  await page.getByRole("link", { name: "The manual" }).click();
  const manual = page.frameLocator("#storybook-preview-iframe");
  await manual.getByRole("heading", { level: 1, name: "Hold List Panel" }).waitFor();
  await manual.getByRole("link", { name: "embed the panel" }).click();
  await manual.getByRole("cell", { name: "hiddenPollInterval" }).waitFor();
  await manual.getByRole("link", { name: "signs the agent in" }).click();
  await manual.getByRole("heading", { level: 2, name: "Renew the Guid" }).waitFor();
  expect(page.url().startsWith(site)).toBe(true);
  await page.goto(`${site}manual/index.html?path=/story/panel-calls--several-calls`);
  await manual.getByText("138 0013 8000").waitFor();
  expect(complaints).toEqual([]);
});
