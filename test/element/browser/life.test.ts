import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Desktop, openDesktop } from "./openDesktop.js";

type Leftovers = { listeners: string[]; timers: number };

/** Counts the listeners on window and document, and the timers, that the module has added and not removed. */
async function countLeftovers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const isOurs = () => new Error().stack?.includes("/element.js") === true;
    const listeners: string[] = [];
    const timers = new Set<unknown>();
    Object.assign(window, { leftovers: (): Leftovers => ({ listeners, timers: timers.size }) });
    for (const target of [window, document]) {
      const add = target.addEventListener.bind(target) as typeof window.addEventListener;
      const remove = target.removeEventListener.bind(target) as typeof window.removeEventListener;
      target.addEventListener = (...args: Parameters<typeof add>) => {
        if (isOurs()) listeners.push(args[0]);
        add(...args);
      };
      target.removeEventListener = (...args: Parameters<typeof remove>) => {
        if (isOurs() && listeners.includes(args[0])) listeners.splice(listeners.indexOf(args[0]), 1);
        remove(...args);
      };
    }
    for (const kind of ["Timeout", "Interval"] as const) {
      const set = window[`set${kind}`].bind(window);
      const clear = window[`clear${kind}`].bind(window);
      const start = (run: () => void, wait: number) => {
        const timer: unknown = set(() => {
          if (kind === "Timeout") timers.delete(timer);
          run();
        }, wait);
        if (isOurs()) timers.add(timer);
        return timer;
      };
      const end = (timer: number) => {
        timers.delete(timer);
        clear(timer);
      };
      Object.assign(window, { [`set${kind}`]: start, [`clear${kind}`]: end });
    }
  });
}

function leftovers(page: Page): Promise<Leftovers> {
  return page.evaluate(() => (window as unknown as { leftovers: () => Leftovers }).leftovers());
}

describe("<hold-list-panel> in a page", () => {
  let desktop: Desktop;
  beforeAll(async () => {
    desktop = await openDesktop();
    desktop.simulator.holdCall("291", { callId: "1501127996-2", callType: 0, caller: "13800138000" });
  });
  afterAll(() => desktop.close());

  it("keeps its rows when it is moved, also into another shadow root", async () => {
    const { page, rows, signIn, complaints, close } = await desktop.open("<hold-list-panel></hold-list-panel><p></p>");
    await signIn("hold-list-panel", "291");
    await rows.first().waitFor();
    const row = await rows.first().elementHandle();
    await page.evaluate(() => {
      const element = document.querySelector("hold-list-panel") as Element;
      document.querySelector("p")?.append(element);
      const host = document.createElement("div");
      document.body.append(host);
      host.attachShadow({ mode: "open" }).append(element);
    });
    await page.waitForResponse(/holdlist/);
    expect(await row?.evaluate((element) => element.isConnected)).toBe(true);
    await page.getByText("138 0013 8000").first().waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it("leaves no listener and no timer when it is removed, and can be garbage-collected", async () => {
    const { page, rows, signIn, close } = await desktop.open("", { prepare: countLeftovers });
    expect(await leftovers(page)).toEqual({ listeners: [], timers: 0 });
    await page.evaluate(() => document.body.append(document.createElement("hold-list-panel")));
    await signIn("hold-list-panel", "291");
    await rows.first().waitFor();
    const shown = await leftovers(page);
    expect(shown.listeners).toContain("visibilitychange");
    expect(shown.timers).toBeGreaterThan(0);
    await page.evaluate(() => {
      const element = document.querySelector("hold-list-panel") as Element;
      Object.assign(window, { removed: new WeakRef(element) });
      element.remove();
    });
    // React adds this listener once for all roots, and never removes it.
    await expect.poll(() => leftovers(page)).toEqual({ listeners: ["selectionchange"], timers: 0 });
    await expect
      .poll(async () => {
        await page.requestGC();
        return page.evaluate(() => (window as unknown as { removed: WeakRef<Element> }).removed.deref() === undefined);
      })
      .toBe(true);
    await close();
  });

  it("applies properties that the page set before the module was loaded", async () => {
    const guid = desktop.simulator.signIn("291");
    const { page, rows, close } = await desktop.open("<hold-list-panel></hold-list-panel>", { module: false });
    const element = page.locator("hold-list-panel");
    await element.evaluate((early, given) => Object.assign(early, { mask: true, guid: given, agentId: "291" }), guid);
    await page.evaluate("import('/element.js')");
    await rows.first().waitFor();
    expect(await rows.locator(".hlp-number bdi").textContent()).toContain("8000");
    expect(await element.evaluate((late) => [Object.keys(late), late.getAttribute("agent-id")])).toEqual([[], "291"]);
    await close();
  });

  it("can be created by innerHTML, createElement and cloneNode, and with a second copy of the module", async () => {
    const { page, complaints, close } = await desktop.open("<main></main>", { strict: false });
    await page.evaluate("import('/copy/element.js')");
    await page.evaluate(() => {
      const main = document.querySelector("main") as Element;
      main.innerHTML = "<hold-list-panel language=zh></hold-list-panel>";
      main.append(document.createElement("hold-list-panel"), main.children[0]?.cloneNode(true) ?? "");
    });
    await expect
      .poll(() => page.getByRole("heading", { level: 2 }).allTextContents())
      .toEqual(["\u4fdd\u6301\u4e2d\u7684\u901a\u8bdd", "On hold", "\u4fdd\u6301\u4e2d\u7684\u901a\u8bdd"]);
    expect(complaints).toEqual([]);
    await close();
  });

  it("keeps the focus in a row that moves to another place", async () => {
    const agentId = "292";
    for (const callId of ["1501127996-2", "1501127920-0"]) desktop.simulator.holdCall(agentId, { callId });
    const { page, rows, signIn, close } = await desktop.open("<hold-list-panel></hold-list-panel>");
    await signIn("hold-list-panel", agentId);
    const focused = rows.first().locator(".hlp-call-id");
    await focused.focus();
    const handle = await focused.elementHandle();
    await page
      .locator("hold-list-panel")
      .evaluate((element: HTMLElementTagNameMap["hold-list-panel"]) => element.setHeldSince("1501127920-0", 1));
    await expect.poll(() => rows.last().locator(".hlp-call-id").getAttribute("aria-label")).toContain("996-2");
    expect(await handle?.evaluate((control) => (control.getRootNode() as ShadowRoot).activeElement === control)).toBe(
      true,
    );
    await close();
  });

  it("works in a frame, and keeps its styles when it is moved into one", async () => {
    const inner = await desktop.open("<hold-list-panel id=inner></hold-list-panel>");
    const path = new URL(inner.page.url()).pathname;
    await inner.close();
    const { page, rows, signIn, complaints, close } = await desktop.open(
      `<hold-list-panel id=outer></hold-list-panel><iframe src="${path}"></iframe>`,
    );
    await page.frameLocator("iframe").getByRole("heading", { name: "On hold" }).waitFor();
    await signIn("#outer", "291");
    await rows.first().waitFor();
    await page.evaluate(() => {
      const frame = document.querySelector("iframe")?.contentDocument;
      frame?.body.append(document.querySelector("#outer") as Element);
    });
    const moved = page.frameLocator("iframe").locator("#outer");
    await moved.getByRole("listitem").first().waitFor();
    await page.waitForResponse(/holdlist/);
    expect(
      await moved.evaluate((element) => element.ownerDocument.defaultView?.getComputedStyle(element).display),
    ).toBe("block");
    await moved.getByRole("button", { name: /996-2/ }).click();
    await moved.getByText("1501127996-2", { exact: true }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});
