import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { type BrowserContext, type CDPSession, chromium, type Page } from "playwright";
import { afterAll, beforeAll, expect, inject, it, vi } from "vitest";
import { en } from "../../../src/panel/labels/en.js";
import { serveSimulator } from "../../../src/simulator/server/serveSimulator.js";
import { createSimulator } from "../../../src/simulator/simulator.js";

declare global {
  interface Window {
    /** The panel's. */
    audio?: AudioContext;
  }
}

type Tab = { readonly name: string; readonly page: Page; readonly devTools: CDPSession };

const agentId = "291";
const simulator = createSimulator();
const guid = simulator.signIn(agentId);
const gateway = serveSimulator(simulator);
/** The tab of each request for the list. */
const asked: string[] = [];
const server = createServer((request, response) => {
  const url = request.url ?? "/";
  if (url.includes("holdlist")) asked.push(new URL(request.headers.referer ?? "http://none/").search);
  if (url.startsWith("/agentgateway/")) return gateway(request, response);
  if (url !== "/element.js")
    return response
      .writeHead(200, { "Content-Type": "text/html", "Referrer-Policy": "unsafe-url" })
      .end(
        '<!doctype html><hold-list-panel base-url="" interval="500" long-after="1000" sound></hold-list-panel><script type="module" src="/element.js"></script>',
      );
  const file = join(inject("elementFolder"), "element.js");
  void readFile(file).then((code) => response.writeHead(200, { "Content-Type": "text/javascript" }).end(code));
});

let context: BrowserContext;
let base: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await chromium.connect(inject("browserAddress"));
  context = await browser.newContext();
  await context.addInitScript(() => {
    const Original = AudioContext;
    window.AudioContext = class extends Original {
      constructor() {
        super();
        window.audio = this;
      }
    };
  });
});
afterAll(async () => {
  await context.browser()?.close();
  server.closeAllConnections();
  server.close();
});

async function open(name: string): Promise<Tab> {
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(`${base}/?${name}`);
  await page
    .locator("hold-list-panel")
    .evaluate((element: HTMLElementTagNameMap["hold-list-panel"], agent) => void element.signIn(agent), {
      agentId,
      guid,
    });
  await page.locator('[data-state="ready"]').waitFor();
  return { name: `?${name}`, page, devTools: await context.newCDPSession(page) };
}

/** The tabs that send the next requests. */
async function nextAskers(count: number): Promise<string[]> {
  const from = asked.length;
  await vi.waitFor(() => expect(asked.length).toBeGreaterThanOrEqual(from + count), { timeout: 15_000, interval: 20 });
  return asked.slice(from, from + count);
}

const ends: Record<string, (tab: Tab) => Promise<unknown> | void> = {
  "cut off": ({ devTools }) =>
    devTools.send("Network.emulateNetworkConditions", {
      offline: true,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    }),
  // No event announces that a tab stops. (The browser freezes hidden tabs only, and here all are visible.)
  frozen: async ({ devTools }) => {
    await devTools.send("Debugger.enable");
    await devTools.send("Debugger.pause");
  },
  crashed: ({ devTools }) => void devTools.send("Page.crash").catch(() => {}),
  closed: ({ page }) => page.close(),
};

it("lets one of several tabs poll for all, and another follow when it is cut off, frozen, crashed or closed", async () => {
  const tabs: Tab[] = [];
  let frozen: Tab | undefined;
  for (const name of ["a", "b", "c", "d", "e"]) tabs.push(await open(name));
  for (const [name, end] of Object.entries(ends)) {
    await nextAskers(1);
    const before = new Set(await nextAskers(2));
    expect(before.size, `before one is ${name}`).toBe(1);
    const [asker] = before;
    const poller = tabs.find((tab) => tab.name === asker);
    if (poller === undefined) throw new Error(`No tab ${asker}`);
    await end(poller);
    tabs.splice(tabs.indexOf(poller), 1);
    if (name === "frozen") frozen = poller;
    await vi.waitFor(() => expect(asked.at(-1)).not.toBe(asker), { timeout: 8_000, interval: 20 });
    const { callId } = simulator.holdCall(agentId);
    await Promise.all(
      tabs.map(({ page }) =>
        page
          .getByText(`…${callId.slice(-5)}`)
          .first()
          .waitFor(),
      ),
    );
  }
  await frozen?.devTools.send("Debugger.disable");
  expect(await nextAskers(4)).not.toContain(frozen?.name);
  await frozen?.page.locator('[data-state="ready"]').waitFor();
});

it("sounds in one of two tabs, the one that came to the front last", async () => {
  const tabs = [await open("g"), await open("h")];
  for (const { page } of tabs) {
    // Browsers play no sound before a click. Whether signIn counted as one depends on when the panel loaded its sound.
    await page.waitForFunction(() => window.audio !== undefined);
    await page.evaluate(() => window.audio?.resume());
    await page.getByText(en.soundBlocked).waitFor({ state: "hidden" });
    await page.evaluate(() => {
      const start = Object.getOwnPropertyDescriptor(OscillatorNode.prototype, "start")?.value as (
        when?: number,
      ) => void;
      OscillatorNode.prototype.start = function (when) {
        document.body.dataset.sounds = "yes";
        start.call(this, when);
      };
    });
  }
  const [first, second] = tabs;
  await first?.page.evaluate(() => dispatchEvent(new Event("focus")));
  const { callId } = simulator.holdCall(agentId);
  for (const { page } of tabs)
    await page.locator('[data-attention="long"]', { hasText: `…${callId.slice(-5)}` }).waitFor();
  await first?.page.locator("body[data-sounds]").waitFor();
  expect(await second?.page.locator("body[data-sounds]").count()).toBe(0);
});

it("polls in each tab with separate-tabs", async () => {
  const tabs = [await open("i"), await open("j")];
  for (const { page } of tabs)
    await page
      .locator("hold-list-panel")
      .evaluate((element: HTMLElementTagNameMap["hold-list-panel"]) => void (element.separateTabs = true));
  const from = asked.length;
  await vi.waitFor(() => expect(asked.slice(from)).toEqual(expect.arrayContaining(["?i", "?j"])), { timeout: 10_000 });
  await vi.waitFor(() => expect(asked.slice(from).filter((name) => name === "?i").length).toBeGreaterThan(2), {
    timeout: 10_000,
  });
  expect(asked.slice(from).filter((name) => name === "?j").length).toBeGreaterThan(1);
});
