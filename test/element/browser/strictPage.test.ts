import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Desktop, openDesktop } from "./openDesktop.js";

describe("<hold-list-panel> in a page with a strict policy and another encoding", () => {
  let desktop: Desktop;
  beforeAll(async () => {
    desktop = await openDesktop();
  });
  afterAll(() => desktop.close());

  it("shows calls and handles every control without violating the policy", async () => {
    desktop.simulator.holdCall("291", { callId: "1501127996-2", callType: 0, caller: "13800138000" });
    const { page, rows, signIn, complaints, close } = await desktop.open(
      "<hold-list-panel mask reveal-for=60000 sound notifications long-after=1 sign-in-button></hold-list-panel>",
    );
    await signIn("hold-list-panel", "291");
    await rows.first().waitFor();
    expect(await rows.locator(".hlp-number bdi").textContent()).toBe("\u2022\u2022\u2022\u2022 8000");
    await page.getByRole("button", { name: "Mute" }).click();
    await page.getByRole("button", { name: /996-2/ }).last().click();
    await page.getByRole("button", { name: "Refresh calls on hold" }).click();
    await page.locator("hold-list-panel").evaluate((element) => element.setAttribute("language", "zh-CN"));
    await page.getByText("\u4fdd\u6301\u4e2d\u7684\u901a\u8bdd").first().waitFor();
    desktop.simulator.order({ kind: "retcode", retcode: "105-005", on: "holdList" });
    await page.locator("[data-notice=stopped]").waitFor();
    desktop.simulator.clearFaults();

    expect(desktop.violations).toEqual([]);
    expect(complaints).toEqual([]);
    // A violation of the page's own is reported, so the check above works.
    await page.evaluate(() => document.body.setAttribute("style", "color: red"));
    await expect.poll(() => desktop.violations.length).toBe(1);
    expect(desktop.violations[0]).toContain("style-src");
    desktop.violations.length = 0;
    await close();
  });

  it("uses one constructed style sheet, and is not reached by the page's own rules", async () => {
    const { page, close } = await desktop.open("<hold-list-panel></hold-list-panel>", {
      css: "h2 { color: rgb(255, 0, 0) !important } section { display: none !important }",
    });
    await page.getByRole("heading", { name: "On hold" }).waitFor();
    const look = await page.locator("hold-list-panel").evaluate((element) => {
      const root = element.shadowRoot as ShadowRoot;
      const heading = root.querySelector("h2") as Element;
      return {
        sheets: root.adoptedStyleSheets.length,
        styles: root.querySelectorAll("style, link").length,
        color: getComputedStyle(heading).color,
        display: getComputedStyle(element).display,
        border: getComputedStyle(root.querySelector("section") as Element).borderTopWidth,
      };
    });
    expect(look).toEqual({ sheets: 1, styles: 0, color: "rgb(27, 31, 39)", display: "block", border: "1px" });
    await close();
  });

  it("is styled by custom properties, parts, `hidden` and `color-scheme`", async () => {
    const { page, close } = await desktop.open("<hold-list-panel></hold-list-panel>", {
      css: `
        hold-list-panel { --hlp-surface: rgb(1, 2, 3); color-scheme: dark }
        hold-list-panel::part(heading) { text-transform: uppercase }
      `,
    });
    const heading = page.getByRole("heading", { name: "On hold" });
    await heading.waitFor();
    expect(await heading.evaluate((element) => getComputedStyle(element).textTransform)).toBe("uppercase");
    const panel = page.getByRole("region", { name: "On hold" });
    expect(await panel.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe("rgb(1, 2, 3)");
    expect(await panel.evaluate((element) => getComputedStyle(element).color)).toBe("rgb(233, 236, 242)");
    await page.locator("hold-list-panel").evaluate((element: HTMLElement) => (element.hidden = true));
    expect(await panel.isVisible()).toBe(false);
    await close();
  });

  it("exposes its main parts", async () => {
    desktop.simulator.holdCall("300", { callId: "1501127996-2" });
    const { page, rows, signIn, close } = await desktop.open("<hold-list-panel></hold-list-panel>");
    await signIn("hold-list-panel", "300");
    await rows.first().waitFor();
    desktop.simulator.order({ kind: "retcode", retcode: "105-005", on: "holdList", agentId: "300" });
    await page.locator("[data-notice=stopped]").waitFor();
    desktop.simulator.clearFaults();
    const parts = await page
      .locator("hold-list-panel [part]")
      .evaluateAll((elements) => [...new Set(elements.map((element) => element.getAttribute("part")))].sort());
    expect(parts).toEqual(
      ["button", "count", "freshness", "header", "heading", "list", "notice", "number", "panel", "row", "time"].sort(),
    );
    await close();
  });

  it("writes the Guid to no markup, property, storage, cookie or address", async () => {
    const guid = desktop.simulator.signIn("301");
    const { page, close } = await desktop.open("<hold-list-panel agent-id=301></hold-list-panel>");
    await page.locator("hold-list-panel").evaluate((element, given) => Object.assign(element, { guid: given }), guid);
    await page.getByText("No calls on hold").first().waitFor();
    const everywhere = await page.evaluate(() => {
      const element = document.querySelector("hold-list-panel");
      const own = Object.entries(element ?? {}).map(String);
      const settings = Object.keys((element && (Object.getPrototypeOf(element) as object)) ?? {});
      const read = settings.map((name): unknown => element && Reflect.get(element, name));
      return JSON.stringify([
        document.documentElement.outerHTML,
        element?.shadowRoot?.innerHTML,
        element?.guid,
        own,
        read,
        { ...localStorage },
        { ...sessionStorage },
        document.cookie,
        performance.getEntries().map(({ name }) => name),
      ]);
    });
    expect(everywhere).toContain("hold-list-panel");
    expect(everywhere).not.toContain(guid.slice(0, 12));
    await close();
  });
});
