import { rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { type BrowserContext, chromium, type Page } from "playwright";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { serveSimulator } from "../../src/simulator/server/serveSimulator.js";
import { createSimulator, type Fault } from "../../src/simulator/simulator.js";
import { serveFolder } from "../support/serveFolder.js";
import { buildPage } from "../storm/globalSetup.js";
import type { Trace } from "./page/recordTraces.js";

const agentId = "291";
const numbers = ["13800138001", "13900139002", "13700137003", "13600136004"] as const;
const simulator = createSimulator({ authentication: "dynamic" });
/** Every Guid that the page has sent. */
const guids = new Set<string>();
let folder: string;
let context: BrowserContext;
let address: string;
let close: () => Promise<void>;

beforeAll(async () => {
  // The one place where the panel's own code can be made to fail.
  folder = await buildPage(fileURLToPath(new URL("page", import.meta.url)), [
    {
      name: "breakable-list",
      transform: (code, id) =>
        id.endsWith("/rows/HeldCallList.tsx")
          ? code.replace(/(export function HeldCallList\(.*\{\n)/, "$1  if (window.isBroken) calls.missing.member;\n")
          : null,
    },
  ]);
  const serveGateway = serveSimulator(simulator);
  const servePage = serveFolder(folder);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const { guid } = request.headers;
    if (typeof guid === "string") guids.add(guid);
    if (pathname.startsWith("/agentgateway/")) return serveGateway(request, response);
    servePage(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const browser = await chromium.connect(inject("stormBrowser"));
  context = await browser.newContext({ locale: "en-US", timezoneId: "UTC" });
  close = async () => {
    await browser.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await rm(folder, { recursive: true });
  };
});

afterAll(() => close());

const panelOf = (page: Page) => page.getByRole("region", { name: "On hold" });

async function openTab(): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  await page.evaluate(() => window.secrets.signIn());
  await expect.poll(() => panelOf(page).locator("li").count()).toBe(numbers.length);
  return page;
}

/** Lets polls fail until the list is in doubt, and waits until it is good again. Returns what can be read meanwhile. */
async function meet(page: Page, fault: Fault): Promise<Trace[]> {
  simulator.order(fault);
  await page.getByRole("button", { name: "Refresh calls on hold" }).click();
  await panelOf(page).and(page.locator(':not([data-condition="current"])')).waitFor({ timeout: 20_000 });
  const traces = await page.evaluate(() => window.secrets.search());
  simulator.clearFaults();
  await page.getByRole("button", { name: "Refresh calls on hold" }).click();
  await panelOf(page).and(page.locator('[data-condition="current"]')).waitFor({ timeout: 20_000 });
  return traces;
}

/** The traces that show one of the secrets in any usual form. */
function leaks(traces: readonly Trace[], secrets: Iterable<string>): string[] {
  const forms = [...secrets].flatMap((secret) => {
    const uuid = /[0-9a-f-]{36}/.exec(secret)?.[0] ?? secret;
    return [secret, uuid, encodeURIComponent(secret), btoa(secret).replace(/=+$/, ""), uuid.replaceAll("-", "")];
  });
  const found = traces.filter(({ text }) => forms.some((form) => text.toLowerCase().includes(form.toLowerCase())));
  return [...new Set(found.map(({ where, text }) => `${where}: ${text.slice(0, 200)}`))];
}

it("no Guid and no masked number is anywhere to be read, through a whole scenario", { timeout: 120_000 }, async () => {
  for (const [index, number] of numbers.entries())
    simulator.holdCall(agentId, { callId: `${index}-1`, caller: number, callType: 0, skill: `skill ${index}` });
  const page = await openTab();
  const other = await openTab(); // signs in by force, so the first tab's Guid is refused and the tabs talk about it
  await page.evaluate(() => window.secrets.signIn());
  await page.bringToFront();
  await page.evaluate(() => window.secrets.renew());
  await page.evaluate(() => window.secrets.renew());
  await panelOf(page).and(page.locator('[data-condition="current"]')).waitFor();

  // The gateway and what is before it quote what they should not.
  const secret = [...guids].at(-1) ?? "";
  const quote = `refused ${secret} for ${numbers[0]}`;
  const traces: Trace[] = [];
  for (const fault of [
    { kind: "retcode", retcode: "999-001", message: quote },
    { kind: "http", status: 500, body: quote },
    { kind: "body", body: `<html>${quote}`, contentType: "text/html" },
    { kind: "body", body: `{"retcode":"0","result":[{"callid":"${secret}"` },
    { kind: "redirect", location: `/elsewhere?guid=${secret}` },
  ] satisfies Fault[])
    traces.push(...(await meet(page, fault)));

  // An action that is refused, and one that succeeds.
  const retrieveButton = () =>
    panelOf(page)
      .getByRole("button", { name: /^Retrieve/ })
      .first();
  simulator.order({ kind: "retcode", retcode: "200-016", message: quote, on: "retrieve", times: 1 });
  await retrieveButton().click();
  await panelOf(page).getByText("200-016").first().waitFor();
  await expect
    .poll(async () => {
      await retrieveButton().click();
      return simulator.agent(agentId).heldCalls.length;
    })
    .toBe(numbers.length - 1);

  // Our own code crashes, and is asked to go on.
  await page.evaluate(() => (window.isBroken = true));
  simulator.endCall(agentId, simulator.agent(agentId).heldCalls[0]?.callId ?? "", "customer");
  const retry = panelOf(page).getByRole("alert").getByRole("button");
  await retry.waitFor();
  traces.push(...(await page.evaluate(() => window.secrets.search())));
  await page.evaluate(() => (window.isBroken = false));
  await retry.click();
  await expect.poll(() => panelOf(page).locator("li").count()).toBeGreaterThan(0);

  for (const tab of [page, other]) traces.push(...(await tab.evaluate(() => window.secrets.search())));
  // The search sees what it should.
  expect(guids.size).toBeGreaterThan(4);
  expect(await page.evaluate(() => window.secrets.fibers())).toBeGreaterThan(100);
  const places = new Set(traces.map(({ where }) => where));
  for (const where of [
    ...["DOM", "DOM now", "storage", "storage now", "URL", "address", "performance entries", "query cache"],
    ...["dehydrated state", "React tree", "BroadcastChannel", "console.error"],
  ])
    expect(places).toContain(where);
  expect(leaks(traces, ["0-1"]).length).toBeGreaterThan(0); // a call ID is no secret

  expect(leaks(traces, guids)).toEqual([]);
  // The panel's own data holds the calls as they are, tabs share them, and the last failure keeps the gateway's words.
  const isData = ({ where, text }: Trace) =>
    ["React tree", "BroadcastChannel"].includes(where) ||
    (/query|dehydrated/.test(where) && text.startsWith("refused"));
  expect(leaks(traces.filter(isData), numbers)).not.toEqual([]);
  expect(
    leaks(
      traces.filter((trace) => !isData(trace)),
      numbers,
    ),
  ).toEqual([]);

  // With the session all of it goes.
  for (const tab of [page, other]) {
    await tab.evaluate(() => window.secrets.signOut());
    await panelOf(tab).and(tab.locator('[data-condition="signed-out"]')).waitFor();
    const left = await tab.evaluate(() => window.secrets.search());
    expect(leaks(left, guids)).toEqual([]);
    expect(
      leaks(
        left.filter(({ where }) => where !== "BroadcastChannel"),
        numbers,
      ),
    ).toEqual([]);
  }
});
