import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { en } from "../../src/panel/labels/en.js";
import { type Demo, type DemoPage, openDemo } from "./openDemo.js";

describe("demo faults", () => {
  let demo: Demo;
  let desk: DemoPage;
  beforeAll(async () => {
    demo = await openDemo();
    desk = await demo.open();
    await demo.control("POST", "agents/291/calls", { callId: "1501127996-2" });
    await desk.signIn();
    await desk.rows.first().waitFor();
  });
  afterEach(() => demo.control("DELETE", "faults"));
  afterAll(() => demo.close());

  const faultButton = (name: string, pressed: boolean) => desk.page.getByRole("button", { name, exact: true, pressed });

  /** Sooner than the next poll, which comes after 30 s while events are passed on. */
  const shown = (text: string) => desk.panel.getByText(text, { exact: true }).first().waitFor({ timeout: 10_000 });

  it.each([
    ["100-006 Refused", en.signInAgain],
    ["300-001 Forbidden", en.noPermission],
    ["000-004 Switching", en.switching],
    ["100-007 Internal", en.fault],
    ["999-999 Unknown", en.unknownCode("999-999")],
    ["HTTP 502", en.http(502)],
    ["HTML page", en.malformed],
    ["Cut-off JSON", en.malformed],
    ["Redirect", en.signOnAgain],
    ["Disconnected", en.network],
  ])("explains %s at once, keeps the list, and recovers at once", async (fault, text) => {
    const { panel, rows } = desk;
    await desk.press(fault);
    await shown(text);
    expect(await rows.count()).toBe(1);
    await desk.press("Clear faults");
    await shown(en.upToDate);
    expect(await panel.getByText(text, { exact: true }).count()).toBe(0);
    expect(await rows.count()).toBe(1);
  });

  it("shows an empty list at 400-003, and recovers", async () => {
    await desk.press("400-003 No calls");
    await shown(en.empty);
    expect(await desk.rows.count()).toBe(0);
    await desk.press("400-003 No calls");
    await shown("…996-2");
  });

  it("keeps the list up to date while answers are slow", async () => {
    await desk.page.getByLabel("Latency").selectOption("300 ms");
    await demo.control("POST", "agents/291/calls", { callId: "1501127920-0" });
    await shown("…920-0");
    expect(await desk.panel.locator("[data-freshness=good]").count()).toBe(1);
    await demo.control("PATCH", "settings", { latency: 0 });
    await demo.control("DELETE", "agents/291/calls/1501127920-0");
  });

  it("moves the focus to the sign-in form at the panel's Sign in button", async () => {
    await desk.press("100-006 Refused");
    await shown(en.signInAgain);
    await desk.panel.getByRole("button", { name: en.signIn }).click();
    expect(await desk.page.getByLabel("Password").evaluate((field) => field === document.activeElement)).toBe(true);
    await desk.press("Cancel");
    await desk.press("Clear faults");
    await shown(en.upToDate);
  });

  // Last: the request that it holds up ends after 10 s.
  it("orders silence for the list at Never answers", async () => {
    await desk.press("Never answers");
    await faultButton("Never answers", true).waitFor();
    expect(await demo.control("GET", "faults")).toMatchObject([{ fault: { kind: "silence" }, remaining: null }]);
    await desk.press("Clear faults");
    await faultButton("Never answers", false).waitFor();
  });
});
