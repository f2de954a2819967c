import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { chromium, type Locator, type Page } from "playwright";
import { inject } from "vitest";
import { serveSimulator } from "../../../src/simulator/server/serveSimulator.js";
import { createSimulator, type Simulator } from "../../../src/simulator/simulator.js";

/** A web host with a strict content-security policy: its pages may only use scripts, styles and requests of their own origin. */
export type Desktop = {
  /** Without a trailing slash. */
  readonly url: string;
  readonly simulator: Simulator;
  /** The violations of the policy that the browser reported. */
  readonly violations: string[];
  /** Opens a page with this body. */
  readonly open: (body: string, options?: PageOptions) => Promise<DesktopPage>;
  readonly close: () => Promise<void>;
};

type PageOptions = {
  /** Whether the page loads the module. @default true */
  module?: boolean;
  /** The page's own sheet. */
  css?: string;
  /** Whether the page has the content-security policy. @default true */
  strict?: boolean;
  /** Called with the page before its first navigation. */
  prepare?: (page: Page) => Promise<void>;
};

/** One page of a desktop. */
export type DesktopPage = {
  readonly page: Page;
  /** The rows of all elements in the page. */
  readonly rows: Locator;
  /** Errors and warnings in the console, and uncaught exceptions. */
  readonly complaints: string[];
  /** Signs the agent in at the element that matches the selector. */
  readonly signIn: (selector: string, agentId: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
  "report-uri /violations",
].join("; ");

/** Starts a desktop with a simulated gateway on the same origin. */
export async function openDesktop(): Promise<Desktop> {
  const simulator = createSimulator();
  const gateway = serveSimulator(simulator);
  const violations: string[] = [];
  const pages = new Map<string, { html: string; css: string; strict: boolean }>();

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? "/";
    if (path.startsWith("/agentgateway/")) return gateway(request, response);
    const page = pages.get(path.replace(/\.css$/, ""));
    if (path === "/violations") {
      for await (const chunk of request) violations.push(String(chunk));
      response.writeHead(204).end();
    } else if (page !== undefined && path.endsWith(".css")) {
      response.writeHead(200, { "Content-Type": "text/css" }).end(page.css);
    } else if (page !== undefined) {
      response.setHeader("Content-Type", "text/html; charset=iso-8859-1");
      if (page.strict) response.setHeader("Content-Security-Policy", policy);
      response.end(page.html);
    } else if (/^\/(copy\/)?element\.js$/.test(path)) {
      response.writeHead(200, { "Content-Type": "text/javascript" });
      response.end(await readFile(join(inject("elementFolder"), "element.js")));
    } else response.writeHead(path === "/favicon.ico" ? 204 : 404).end();
  }

  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await chromium.connect(inject("browserAddress"));

  return {
    url,
    simulator,
    violations,
    open: async (body, { module = true, css = "", strict = true, prepare } = {}) => {
      const path = `/page-${pages.size}`;
      const script = module ? '<script type="module" src="/element.js"></script>' : "";
      const head = `<title>Desktop</title><link rel="stylesheet" href="${path}.css">${script}`;
      pages.set(path, { html: `<!doctype html>${head}<body>${body}`, css, strict });
      const context = await browser.newContext({ locale: "en-US", timezoneId: "UTC" });
      const page = await context.newPage();
      await prepare?.(page);
      return openPage(page, `${url}${path}`, simulator);
    },
    close: async () => {
      await browser.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function openPage(page: Page, url: string, simulator: Simulator): Promise<DesktopPage> {
  page.setDefaultTimeout(10_000);
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(url);
  return {
    page,
    rows: page.getByRole("listitem").and(page.locator(":not([data-left])")),
    complaints,
    signIn: (selector, agentId) =>
      page
        .locator(selector)
        .evaluate((element: HTMLElementTagNameMap["hold-list-panel"], agent) => void element.signIn(agent), {
          agentId,
          guid: simulator.signIn(agentId),
        }),
    close: () => page.context().close(),
  };
}
