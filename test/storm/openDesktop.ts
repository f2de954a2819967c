import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { chromium, type Locator, type Page } from "playwright";
import { inject } from "vitest";
import { serveSimulator } from "../../src/simulator/server/serveSimulator.js";
import { createSimulator, type Simulator } from "../../src/simulator/simulator.js";
import { serveFolder } from "../support/serveFolder.js";

export const agentId = "291";

/** The page in a browser, served over HTTP with a simulator of its own. */
export type Desktop = {
  readonly page: Page;
  readonly simulator: Simulator;
  readonly panel: Locator;
  /** Uncaught errors, and errors and warnings in the page's console, except those about failed requests. */
  readonly errors: string[];
  /** The panel's rows from top to bottom, departed calls included. */
  readonly rows: () => Promise<{ callId: string; hasLeft: boolean; isBusy: boolean; outcome: string }[]>;
  readonly close: () => Promise<void>;
};

/** The settings of the page. Times are milliseconds. */
export type DesktopSettings = { events?: boolean; timeout?: number; confirm?: number };

/** Opens the page, and signs in unless `signsIn` is false. */
export async function openDesktop({ events, timeout, confirm }: DesktopSettings, signsIn = true): Promise<Desktop> {
  const simulator = createSimulator({ longPoll: 1_000 });
  const server = createServer(servePage(simulator));
  // Browsers resend a request when a kept connection dies, so no connection is kept.
  server.maxRequestsPerSocket = 1;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;

  const browser = await chromium.connect(inject("stormBrowser"));
  const context = await browser.newContext({
    locale: "en-US",
    timezoneId: "UTC",
    viewport: { width: 360, height: 1_600 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const errors: string[] = [];
  page.on("console", (message) => {
    const isNetwork = message.text().startsWith("Failed to load resource");
    if (!isNetwork && ["error", "warning"].includes(message.type())) errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  const query = new URLSearchParams({
    agent: agentId,
    ...(events === true ? { events: "" } : {}),
    ...(timeout === undefined ? {} : { timeout: String(timeout) }),
    ...(confirm === undefined ? {} : { confirm: String(confirm) }),
  });
  await page.goto(`http://127.0.0.1:${port}/?${query}`);
  const panel = page.getByRole("region", { name: "On hold" });
  if (signsIn) {
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await panel.and(page.locator('[data-state="ready"]')).waitFor();
  }
  return {
    page,
    simulator,
    panel,
    errors,
    rows: () =>
      panel.locator("li").evaluateAll((rows) =>
        rows.map((row) => ({
          callId: row.querySelector("[data-call]")?.getAttribute("data-call") ?? "",
          hasLeft: row.hasAttribute("data-left"),
          isBusy: row.querySelector("[data-busy=true]") !== null,
          outcome: `${row.querySelector(".hlp-type")?.textContent} ${row.querySelector(".hlp-outcome-text")?.textContent}`,
        })),
      ),
    close: async () => {
      await browser.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Serves the gateway under /agentgateway/ and the built page elsewhere. */
function servePage(simulator: Simulator): RequestListener {
  const page = serveFolder(inject("stormFolder"));
  const gateway = serveSimulator(simulator);
  return (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    return pathname.startsWith("/agentgateway/") ? gateway(request, response) : page(request, response);
  };
}
