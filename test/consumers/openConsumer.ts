import { chromium, type Page } from "playwright";
import { inject } from "vitest";
import { buildConsumer, type Building } from "./buildConsumer.js";
import { serveConsumer, type Served, type Serving } from "./serveConsumer.js";

/** An app that uses the package: built, served and opened in a page. */
export type Consumer = Served & {
  readonly page: Page;
  /** The page's console errors and warnings, uncaught errors, and violations of its security policy. */
  readonly complaints: string[];
  readonly polls: Polls;
  /** The addresses that the page requested. */
  readonly asked: readonly string[];
  /** The Guids that the gateway issued. */
  readonly guids: readonly string[];
  readonly close: () => Promise<void>;
};

/** The requests for the hold list, as the page made them. */
export type Polls = { begun: number; underWay: number; mostAtOnce: number };

/** How to build, serve and open an app. */
export type Opening = Building &
  Serving & {
    /** The page to open, without a leading slash. @default the index */
    path?: string;
  };

/** Installs, builds, serves and opens the app in a folder beside this file. */
export async function openConsumer(name: string, { path = "", ...how }: Opening = {}): Promise<Consumer> {
  const { folder, remove } = await buildConsumer(name, inject("packed"), how);
  const served = await serveConsumer(folder, how);
  const browser = await chromium.connect(inject("browserAddress"));
  const context = await browser.newContext({ locale: "en-US", timezoneId: "UTC" });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);

  const complaints: string[] = [];
  const asked: string[] = [];
  const guids: string[] = [];
  const polls: Polls = { begun: 0, underWay: 0, mostAtOnce: 0 };
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.exposeFunction("reportViolation", (violation: string) => complaints.push(violation));
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) =>
      (window as unknown as { reportViolation: (violation: string) => void }).reportViolation(
        `${violatedDirective} refuses ${blockedURI} ${sample}`,
      ),
    );
  });
  page.on("request", (request) => {
    asked.push(request.url());
    if (!request.url().endsWith("/holdlist")) return;
    polls.begun++;
    polls.mostAtOnce = Math.max(polls.mostAtOnce, ++polls.underWay);
  });
  const ended = (request: { url: () => string }) => {
    if (request.url().endsWith("/holdlist")) polls.underWay--;
  };
  page.on("requestfinished", ended);
  page.on("requestfailed", ended);
  page.on("response", (response) => {
    const guid = response.headers()["set-guid"]?.replace("JSESSIONID=", "");
    if (guid !== undefined) guids.push(guid);
  });
  await page.goto(served.url + path);

  return {
    ...served,
    page,
    complaints,
    polls,
    asked,
    guids,
    close: async () => {
      await browser.close();
      await served.stop();
      await remove();
    },
  };
}
