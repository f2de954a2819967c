import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Demo, type DemoPage, openDemo } from "./openDemo.js";

describe("the demo's faults", () => {
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

  it.each([
    ["100-006 Refused", "Sign in again"],
    ["300-001 Forbidden", "No permission to see calls on hold"],
    ["000-004 Switching", "The phone system is switching servers. The list updates when it is done."],
    ["100-007 Internal", "The phone system reported a fault. Trying again."],
    ["999-999 Unknown", "The phone system answered with an unknown code, 999-999. Trying again."],
    ["HTTP 502", "The phone system answered with an error (HTTP 502). Trying again."],
    ["HTML page", "The answer could not be read. Trying again. If it goes on, tell support."],
    ["Half a JSON", "The answer could not be read. Trying again. If it goes on, tell support."],
    ["Redirect", "No connection to the phone system. Trying again."],
    ["Disconnected", "No connection to the phone system. Trying again."],
  ])("%s: says so, keeps the list, and recovers", async (fault, words) => {
    const { page, panel, rows } = desk;
    const button = page.getByRole("button", { name: fault, exact: true });
    await button.click();
    await page.getByRole("button", { name: fault, exact: true, pressed: true }).waitFor();
    await desk.refreshUntil(words);
    expect(await rows.count()).toBe(1);

    await desk.press("Clear faults");
    await page.getByRole("button", { name: fault, exact: true, pressed: false }).waitFor();
    await desk.refreshUntil("Up to date");
    expect(await panel.getByText(words, { exact: true }).count()).toBe(0);
    expect(await rows.count()).toBe(1);
  });

  it("400-003: shows that nothing is on hold, as this code says, and recovers", async () => {
    await desk.press("400-003 No calls");
    await desk.refreshUntil("No calls on hold");
    expect(await desk.rows.count()).toBe(0);
    await desk.press("400-003 No calls");
    await desk.refreshUntil("…996-2");
  });

  it("never answers: orders that the hold list is met with silence", async () => {
    await desk.press("Never answers");
    await desk.page.getByRole("button", { name: "Never answers", pressed: true }).waitFor();
    expect(await demo.control("GET", "faults")).toMatchObject([{ fault: { kind: "silence" }, remaining: null }]);
    await desk.press("Clear faults");
    await desk.page.getByRole("button", { name: "Never answers", pressed: false }).waitFor();
  });

  it("slow answers: the list stays up to date", async () => {
    await desk.page.getByLabel("Latency").selectOption("300 ms");
    await demo.control("POST", "agents/291/calls", { callId: "1501127920-0" });
    await desk.refreshUntil("…920-0");
    expect(await desk.panel.locator("[data-freshness=good]").count()).toBe(1);
    await demo.control("PATCH", "settings", { latency: 0 });
    await demo.control("DELETE", "agents/291/calls/1501127920-0");
  });

  it("the panel's own button brings the focus to the sign-in form", async () => {
    await desk.press("100-006 Refused");
    await desk.refreshUntil("Sign in again");
    await desk.panel.getByRole("button", { name: "Sign in" }).click();
    expect(await desk.page.getByLabel("Password").evaluate((field) => field === document.activeElement)).toBe(true);
    await desk.press("Cancel");
    await desk.press("Clear faults");
    await desk.refreshUntil("Up to date");
  });
});
