import { type BrowserContextOptions, chromium, type Locator, type Page } from "playwright";
import { createServer, preview } from "vite";
import { inject, vi } from "vitest";

/** The demo in a browser, and the way to its simulator. */
export type Demo = {
  /** With a slash at its end. */
  readonly url: string;
  /** The demo in a fresh profile. `prepare` gets the page before it has gone anywhere. */
  readonly open: (options?: BrowserContextOptions, prepare?: (page: Page) => Promise<void>) => Promise<DemoPage>;
  /** A request to the simulator's controls; gives what it answers. */
  readonly control: (method: string, path: string, body?: object) => Promise<unknown>;
  readonly close: () => Promise<void>;
};

/** One page of the demo, and its parts. */
export type DemoPage = {
  readonly page: Page;
  readonly panel: Locator;
  /** The calls on hold; not those that have just left. */
  readonly rows: Locator;
  readonly log: Locator;
  /** What the page wrote to its console as an error or a warning, or threw. */
  readonly complaints: string[];
  readonly press: (name: string) => Promise<void>;
  /** Ends when the panel says exactly this. What it says to screen readers is other text. */
  readonly says: (words: string) => Promise<void>;
  /** The same, and asks all the time, as an impatient agent does. */
  readonly refreshUntil: (words: string) => Promise<void>;
  /** Signs in as the agent that the form offers, or another, until the panel has a list. */
  readonly signIn: (agentId?: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

const address = { host: "127.0.0.1", port: 0 };

/** The demo and its simulator over HTTP, from Vite's dev server as `npm start` has it. */
export async function openServedDemo(): Promise<Demo> {
  const server = await createServer({
    logLevel: "warn",
    // Not the cache of an `npm start` that runs beside the tests: what Vite bundles depends on the settings.
    cacheDir: "node_modules/.cache/test-demo",
    // Without a watch: a file that is saved now must not reload the page under test.
    server: { ...address, hmr: false, watch: null },
  });
  await server.listen();
  return openIn(server.resolvedUrls?.local[0] ?? "", () => server.close());
}

/** The built page over HTTP, with a simulator of its own. */
export async function openDemo(outDir = inject("demoFolder")): Promise<Demo> {
  const server = await preview({ logLevel: "warn", preview: address, build: { outDir } });
  return openIn(server.resolvedUrls?.local[0] ?? "", () => server.close());
}

/** A demo that something else serves. */
export async function openIn(url: string, stopServing: () => Promise<void>): Promise<Demo> {
  const browser = await chromium.connect(inject("browserAddress"));
  return {
    url,
    open: async (options, prepare) => {
      const context = await browser.newContext({ locale: "en-US", timezoneId: "UTC", ...options });
      const page = await context.newPage();
      await prepare?.(page);
      return openPage(page, url);
    },
    control: async (method, path, body) => {
      const response = await fetch(`${url}simulator/${path}`, { method, body: body ? JSON.stringify(body) : null });
      if (!response.ok) throw new Error(`${method} /simulator/${path}: HTTP ${response.status}`);
      return response.status === 204 ? undefined : ((await response.json()) as unknown);
    },
    close: async () => {
      await browser.close();
      await stopServing();
    },
  };
}

async function openPage(page: Page, url: string): Promise<DemoPage> {
  page.setDefaultTimeout(30_000);
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(url);

  const panel = page.getByRole("region", { name: "On hold" });
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  const said = (words: string) => panel.getByText(words, { exact: true });
  return {
    page,
    panel,
    rows: panel.getByRole("listitem").and(page.locator(":not([data-left])")),
    log: page.getByRole("list", { name: "Events" }).getByRole("listitem"),
    complaints,
    press,
    says: (words) => said(words).first().waitFor(),
    refreshUntil: async (words) => {
      const ask = async () => {
        await panel.getByRole("button", { name: "Refresh calls on hold" }).click();
        if ((await said(words).count()) === 0) throw new Error(`The panel does not say "${words}".`);
      };
      await vi.waitFor(ask, { timeout: 15_000 });
    },
    signIn: async (agentId) => {
      if (agentId !== undefined) await page.getByLabel("Agent ID").fill(agentId);
      await press("Sign in");
      await panel.and(page.locator('[data-state="ready"]')).waitFor();
    },
    close: () => page.context().close(),
  };
}
