import { readFile } from "node:fs/promises";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { chromium, type Locator, type Page } from "playwright";
import { inject } from "vitest";
import { serveSimulator } from "../../src/simulator/server/serveSimulator.js";
import { createSimulator, type Simulator } from "../../src/simulator/simulator.js";

export const agentId = "291";

/** The page over HTTP with a simulator of its own, in a browser. */
export type Desk = {
  readonly page: Page;
  readonly simulator: Simulator;
  readonly panel: Locator;
  /** What the page wrote to its console as an error or a warning, but for what the network gave cause to. */
  readonly complaints: string[];
  /** The panel's rows, in their order: the calls on hold, and those that have just left. */
  readonly rows: () => Promise<{ callId: string; isLeft: boolean; isBusy: boolean; words: string; say: string }[]>;
  readonly close: () => Promise<void>;
};

/** What the desk's page is told. Times are ms. */
export type DeskSettings = { events?: boolean; timeout?: number; confirm?: number };

/** Opens the page, and signs in unless it is told not to. */
export async function openDesk({ events, timeout, confirm }: DeskSettings, signsIn = true): Promise<Desk> {
  const simulator = createSimulator({ longPoll: 1_000 });
  const server = createServer(serveDesk(simulator));
  // A browser sends a request again by itself when a connection that it kept dies: here it keeps none.
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
  const complaints: string[] = [];
  page.on("console", (message) => {
    const isNetwork = message.text().startsWith("Failed to load resource");
    if (!isNetwork && ["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
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
    complaints,
    rows: () =>
      panel.locator("li").evaluateAll((rows) =>
        rows.map((row) => ({
          callId: row.querySelector("[data-call]")?.getAttribute("data-call") ?? "",
          isLeft: row.hasAttribute("data-left"),
          isBusy: row.querySelector("[data-busy=true]") !== null,
          words: row.querySelector(".hlp-type")?.textContent ?? "",
          say: row.querySelector(".hlp-outcome-text")?.textContent ?? "",
        })),
      ),
    close: async () => {
      await browser.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
};

/** The gateway under /agentgateway/, the built page elsewhere. */
function serveDesk(simulator: Simulator): RequestListener {
  const folder = inject("stormFolder");
  const gateway = serveSimulator(simulator);
  return (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    if (pathname.startsWith("/agentgateway/")) return gateway(request, response);
    const file = pathname === "/" ? "index.html" : pathname;
    readFile(join(folder, file)).then(
      (content) => response.writeHead(200, { "Content-Type": types[extname(file)] ?? "" }).end(content),
      () => response.writeHead(404).end(),
    );
  };
}
