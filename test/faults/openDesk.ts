import { createServer, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { BrowserContext, Page } from "playwright";
import { serveSimulator } from "../../src/simulator/server/serveSimulator.js";
import { createSimulator, type Simulator } from "../../src/simulator/simulator.js";
import { serveFolder } from "../support/serveFolder.js";
import type { Screen } from "./page/main.js";

export const agentId = "291";
/** Where both virtual clocks begin, ms since 1970. */
export const start = Date.UTC(2026, 2, 5, 9);

/** Answers requests for the list in the simulator's place. */
export type ListAnswer = (response: ServerResponse, asIfServed: () => void) => void;

/** The page in a browser, and a gateway on the page's virtual time. */
export type Desk = {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly simulator: Simulator;
  /** Uncaught errors of the page. */
  readonly errors: readonly string[];
  /** Lets this answer list requests; null: the simulator. */
  readonly answerWith: (answer: ListAnswer | null) => void;
  /** Whether the gateway accepts connections. */
  readonly listen: (accepts: boolean) => Promise<void>;
  /** Lets virtual time pass, ms. */
  readonly pass: (ms: number) => Promise<void>;
  readonly screen: () => Promise<Screen>;
  /** Signs in at the gateway, and then in the page. */
  readonly signIn: () => Promise<void>;
  /** Gives the page another Guid, as the host's event poll does. */
  readonly renewGuid: () => Promise<void>;
  /** Presses a button, if there is one. */
  readonly press: (button: string) => Promise<void>;
  /** Opens the page, or opens it again. */
  readonly open: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** @param folder - of the built page */
export async function openDesk(context: BrowserContext, folder: string): Promise<Desk> {
  let now = start;
  let answer: ListAnswer | null = null;
  const simulator = createSimulator({ clock: { now: () => now, sleep: () => Promise.resolve() } });
  const serveGateway = serveSimulator(simulator);
  const servePage = serveFolder(folder);
  const server = createServer(serve);
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const stop = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));

  function serve(...[request, response]: Parameters<RequestListener>): void {
    const path = request.url ?? "/";
    if (!path.startsWith("/agentgateway/")) return servePage(request, response);
    now = Math.max(now, Number(request.headers["x-virtual-time"]));
    response.sendDate = false;
    response.setHeader("Date", new Date(now).toUTCString());
    const asIfServed = () => serveGateway(request, response);
    if (answer === null || !path.endsWith("/holdlist")) asIfServed();
    else answer(response, asIfServed);
  }

  return {
    page,
    context,
    simulator,
    errors,
    answerWith: (next) => void (answer = next),
    listen: async (accepts) => {
      if (accepts !== server.listening) await (accepts ? listen(port) : stop());
    },
    pass: (ms) => page.evaluate((ms) => window.faults.clock.advance(ms), ms),
    screen: () => page.evaluate(() => window.faults.screen()),
    signIn: () => page.evaluate((guid) => window.faults.signIn(guid), simulator.signIn(agentId)),
    renewGuid: () => page.evaluate((guid) => window.faults.renewGuid(guid), simulator.renewGuid(agentId)),
    press: async (name) => {
      const button = page.getByRole("button", { name, exact: true });
      if (await button.isVisible()) await button.click();
    },
    open: async () => {
      if (page.url() !== "about:blank") now = await page.evaluate(() => window.faults.clock.truth());
      await page.goto(`http://127.0.0.1:${port}/?now=${now}`);
    },
    close: async () => {
      await page.close();
      if (server.listening) await stop();
    },
  };
}
