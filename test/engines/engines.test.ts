import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { preview } from "vite";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { en } from "../../src/panel/labels/en.js";
import { serveSimulator } from "../../src/simulator/server/serveSimulator.js";
import { createSimulator } from "../../src/simulator/simulator.js";
import { openChromium, openOldestChromium } from "./chromium.js";
import type { Engine } from "./Engine.js";
import { openFirefox } from "./firefox.js";
import { createScreen, type Screen } from "./screen.js";
import { openWebKit } from "./webkit.js";

describe.each([
  ["Chromium", openChromium],
  ["Chromium 106", openOldestChromium],
  ["Firefox", openFirefox],
  ["WebKit", openWebKit],
])("%s", (name, start) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await start();
    const tab = await engine.open("about:blank");
    console.log(name, await tab.run(() => navigator.userAgent));
    await tab.close();
  });
  afterAll(() => engine.close());

  it("plays the demo: sign-in, calls, timers, attention, actions, faults, a new Guid, sign-out", async () => {
    const demo = await preview({
      logLevel: "warn",
      preview: { host: "127.0.0.1", port: 0 },
      build: { outDir: inject("demoFolder") },
    });
    const url = demo.resolvedUrls?.local[0] ?? "";
    const control = (method: string, path: string, body?: object) =>
      fetch(`${url}simulator/${path}`, { method, body: body ? JSON.stringify(body) : null });
    const { press, sees, seesNo, texts, tab } = createScreen(await engine.open(url));
    const panel = "section.hlp-panel";
    await press("Sign in");
    await sees(panel, en.empty);

    await control("POST", "agents/291/calls", { callId: "1501127996-2", caller: "12025550123", callType: 0 });
    await sees(".hlp-row", "…996-2");
    await expectTicks({ texts });
    await control("POST", "agents/291/calls", { callId: "1501127920-0", caller: "12025550177", callType: 0 });
    await sees(".hlp-row", "…920-0");
    await press("More actions for 12025550177");
    await sees("[role=menu]", "Hang up");
    await press("Hang up");
    await press("Hang up");
    await sees("[data-left]", "Hung up");
    await seesNo("[data-left]");

    await press("Retrieve 12025550123");
    await sees("[data-left]", "…996-2");
    await sees("body", "Talking to 12025550123");
    await press("Hold");
    await sees(".hlp-row:not([data-left])", "…996-2");

    for (const [fault, text] of [
      ["100-006 Refused", en.signInAgain],
      ["HTTP 502", en.http(502)],
      ["Disconnected", en.network],
    ] as const) {
      await press(fault);
      await sees(panel, text);
      expect(await texts(".hlp-row:not([data-left])")).toHaveLength(1);
      await press("Clear faults");
      await sees(panel, en.upToDate);
      await seesNo(panel, text);
    }
    await press("Renew the Guid");
    await sees("ol, ul", "Guid renewed");
    await press("Customer hangs up");
    await sees(panel, en.empty);
    await press("Sign out");
    await sees(panel, en.signedOut);
    await tab.close();
    await demo.close();
  });

  describe("<hold-list-panel> in a page with a strict policy", () => {
    const simulator = createSimulator();
    const asked: string[] = [];
    const violations: string[] = [];
    const server = createServer((request, response) => {
      const path = request.url ?? "/";
      if (path.includes("/holdlist")) asked.push(new URL(request.headers.referer ?? "http://none/").search);
      if (path.startsWith("/agentgateway/")) return gateway(request, response);
      if (path === "/violations") {
        request.on("data", (chunk) => violations.push(String(chunk)));
        return response.writeHead(204).end();
      }
      if (path === "/favicon.ico") return response.writeHead(204).end();
      if (path !== "/element.js")
        return response
          .writeHead(200, {
            "Content-Type": "text/html",
            "Referrer-Policy": "unsafe-url",
            "Content-Security-Policy":
              "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; report-uri /violations",
          })
          .end(page);
      const file = join(inject("elementFolder"), "element.js");
      void readFile(file).then((code) => response.writeHead(200, { "Content-Type": "text/javascript" }).end(code));
    });
    const gateway = serveSimulator(simulator);
    const page =
      '<!doctype html><hold-list-panel base-url="" interval="500" long-after="1000" actions="retrieve"></hold-list-panel><script type="module" src="/element.js"></script>';
    let base: string;
    let guid: string;
    beforeAll(async () => {
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      guid = simulator.signIn("291");
    });
    afterAll(() => {
      server.closeAllConnections();
      server.close();
    });

    async function open(tabName: string): Promise<Screen> {
      const tab = await engine.open(`${base}/?${tabName}`);
      await tab.run((secret) => {
        const element = document.querySelector("hold-list-panel") as HTMLElementTagNameMap["hold-list-panel"];
        element.signIn({ agentId: "291", guid: secret });
      }, guid);
      const screen = createScreen(tab);
      await screen.sees('[data-state="ready"]');
      return screen;
    }

    it("shows calls, marks long ones and retrieves, and violates nothing", async () => {
      const { callId } = simulator.holdCall("291", { caller: "12025550123", callType: 0 });
      const { sees, press, tab } = await open("alone");
      await sees('[data-attention="long"]', `…${callId.slice(-5)}`);
      await press("Retrieve 12025550123");
      await sees("[data-left]");
      expect(simulator.agent("291").heldCalls).toEqual([]);
      expect(violations).toEqual([]);
      await tab.run(() => document.body.setAttribute("style", "color: red"));
      await vi.waitFor(() => expect(violations).not.toEqual([])); // the policy is in force
      await tab.close();
    });

    it("polls in one of three tabs, and in another when that one is closed", async () => {
      const tabs = new Map<string, Screen>();
      for (const tabName of ["a", "b", "c"]) tabs.set(`?${tabName}`, await open(tabName));
      for (const left of [3, 2]) {
        expect(tabs.size).toBe(left);
        const poller = await vi.waitFor(
          async () => {
            const from = asked.length;
            await vi.waitFor(() => expect(asked.length).toBeGreaterThan(from + 4), { timeout: 20_000 });
            const askers = new Set(asked.slice(from));
            expect(askers.size).toBe(1);
            return [...askers][0] ?? "";
          },
          { timeout: 30_000 },
        );
        const { callId } = simulator.holdCall("291");
        for (const { sees } of tabs.values()) await sees(".hlp-row", `…${callId.slice(-5)}`);
        expect(tabs.has(poller)).toBe(true);
        await tabs.get(poller)?.tab.close();
        tabs.delete(poller);
      }
      const [last] = tabs;
      await vi.waitFor(() => expect(asked.at(-1)).toBe(last?.[0]), { timeout: 10_000 });
      await last?.[1].tab.close();
    });
  });
});

/** Expects that the digits of the first row change. */
async function expectTicks({ texts }: Pick<Screen, "texts">): Promise<void> {
  const [before] = await texts(".hlp-digits");
  expect(before).toMatch(/^\d+:\d\d$/);
  await vi.waitFor(async () => expect((await texts(".hlp-digits"))[0]).not.toBe(before), { timeout: 5_000 });
}
