import { type BrowserContextOptions, chromium, type Locator, type Page } from "playwright";
import { createServer, preview } from "vite";
import { inject, vi } from "vitest";

/** The demo in a browser, with its simulator. */
export type Demo = {
  /** With a trailing slash. */
  readonly url: string;
  /** Opens the demo in a fresh profile. `prepare` is called before the first navigation. */
  readonly open: (options?: BrowserContextOptions, prepare?: (page: Page) => Promise<void>) => Promise<DemoPage>;
  /** Sends a request to the simulator's controls, and returns the answer. */
  readonly control: (method: string, path: string, body?: object) => Promise<unknown>;
  readonly close: () => Promise<void>;
};

/** One page of the demo, and its parts. */
export type DemoPage = {
  readonly page: Page;
  readonly panel: Locator;
  /** The calls on hold, without those that have just left. */
  readonly rows: Locator;
  readonly log: Locator;
  /** Errors and warnings in the console, and uncaught exceptions. */
  readonly complaints: string[];
  readonly press: (name: string) => Promise<void>;
  /** Resolves when the panel shows exactly this text. */
  readonly says: (text: string) => Promise<void>;
  /** The same, with repeated presses of the refresh button. */
  readonly refreshUntil: (text: string) => Promise<void>;
  /** Signs in as the suggested agent or another one, and waits for the list. */
  readonly signIn: (agentId?: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

const address = { host: "127.0.0.1", port: 0 };

/** Serves the demo and its simulator with Vite's dev server, as `npm start` does. */
export async function openServedDemo(): Promise<Demo> {
  const server = await createServer({
    logLevel: "warn",
    // Separate from the cache of an `npm start` that runs at the same time.
    cacheDir: "node_modules/.cache/test-demo",
    // No watch: saving a file must not reload the page under test.
    server: { ...address, hmr: false, watch: null },
  });
  await server.listen();
  return openIn(server.resolvedUrls?.local[0] ?? "", () => server.close());
}

/** Serves the built page with its own simulator. */
export async function openDemo(outDir = inject("demoFolder")): Promise<Demo> {
  const server = await preview({ logLevel: "warn", preview: address, build: { outDir } });
  return openIn(server.resolvedUrls?.local[0] ?? "", () => server.close());
}

/** Opens a demo that the caller serves. */
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
  const shown = (text: string) => panel.getByText(text, { exact: true });
  return {
    page,
    panel,
    rows: panel.getByRole("listitem").and(page.locator(":not([data-left])")),
    log: page.getByRole("list", { name: "Events" }).getByRole("listitem"),
    complaints,
    press,
    says: (text) => shown(text).first().waitFor(),
    refreshUntil: async (text) => {
      const refresh = async () => {
        await panel.getByRole("button", { name: "Refresh calls on hold" }).click();
        if ((await shown(text).count()) === 0) throw new Error(`The panel does not show "${text}".`);
      };
      await vi.waitFor(refresh, { timeout: 15_000 });
    },
    signIn: async (agentId) => {
      if (agentId !== undefined) await page.getByLabel("Agent ID").fill(agentId);
      await press("Sign in");
      await panel.and(page.locator('[data-state="ready"]')).waitFor();
    },
    close: () => page.context().close(),
  };
}
