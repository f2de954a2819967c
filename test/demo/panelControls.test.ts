import type { Locator } from "playwright";
import { describe } from "vitest";
import { it } from "./demoTest.js";
import type { Demo, DemoPage } from "./openDemo.js";

const switchOf = ({ page }: DemoPage, name: string) => page.getByRole("switch", { name });
const sliderOf = ({ page }: DemoPage, name: string) => page.getByRole("slider", { name });
/** `~` (approximate), `≥` (lower bound) or "" (exact). */
const certaintyOf = (row: Locator) => row.locator(".hlp-certainty").textContent();
const shownSeconds = async (row: Locator) => {
  const [minutes, seconds] = ((await row.locator(".hlp-digits").textContent()) ?? "").split(":").map(Number);
  return Number(minutes) * 60 + Number(seconds);
};
const colourOf = (element: Locator) => element.evaluate((shown) => getComputedStyle(shown).color);

type Agent = { heldCalls: { callId: string; heldSince: number }[] };
const trueSeconds = async (demo: Demo, agentId: string) => {
  const { heldCalls } = (await demo.control("GET", `agents/${agentId}`)) as Agent;
  return (Date.now() - (heldCalls[0]?.heldSince ?? 0)) / 1_000;
};
describe.concurrent("demo panel", () => {
  it("shows the exact time of a hold whose event is passed on", async ({ demo, desk, expect }) => {
    await desk.signIn("401");
    await demo.control("POST", "agents/401/calls", { callId: "1501127996-2" });
    const row = desk.rows.first();
    await expect.poll(() => shownSeconds(row), { timeout: 10_000 }).toBeGreaterThan(1);
    expect(await certaintyOf(row)).toBe("");
    await row.locator(".hlp-time").hover();
    expect(await row.locator(".hlp-time").getAttribute("title")).toMatch(/^On hold since [\d:]+\.$/);
    expect(Math.abs((await shownSeconds(row)) - (await trueSeconds(demo, "401")))).toBeLessThan(2);
  });

  it("shows an approximate time or a lower bound without events", async ({ demo, desk, expect }) => {
    await switchOf(desk, "Use live events").uncheck();
    await demo.control("POST", "agents/402/calls", { callId: "1501127996-2" });
    // Late enough that two polls are never less than 2 s apart.
    await demo.control("POST", "faults", { kind: "latency", delay: 400, on: "holdList", agentId: "402" });
    await desk.signIn("402");
    const first = desk.rows.filter({ hasText: "…996-2" });
    await first.waitFor();
    expect(await certaintyOf(first)).toBe("≥");
    await demo.control("POST", "agents/402/calls", { callId: "1501127920-0" });
    const second = desk.rows.filter({ hasText: "…920-0" });
    await second.waitFor();
    expect(await certaintyOf(second)).toBe("~");
    // The desktop got the event, but did not forward it.
    await desk.log.getByText("AgentEvent_Hold").waitFor();
  });

  it("marks calls as long and too long by colour and text at the thresholds of the sliders", async ({
    demo,
    desk,
    expect,
  }) => {
    await desk.signIn("404");
    await demo.control("POST", "agents/404/calls", { callId: "1501127996-2", caller: "12025550123", callType: 0 });
    const time = desk.rows.first().locator(".hlp-time");
    const normal = await colourOf(time.locator(".hlp-digits"));
    await sliderOf(desk, "Long hold after").fill("0");
    expect(await sliderOf(desk, "Long hold after").getAttribute("aria-valuetext")).toBe("5 seconds");
    await time.getByText("Long hold").waitFor();
    expect(await shownSeconds(desk.rows.first())).toBeGreaterThanOrEqual(5);
    const amber = await colourOf(time.getByText("Long hold"));
    await desk.log.getByText("onAttention 12025550123 long").waitFor();

    await sliderOf(desk, "Too long after").fill("0");
    await time.getByText("Too long").waitFor();
    await desk.says("1 too long");
    const red = await colourOf(time.getByText("Too long"));
    expect(new Set([normal, amber, red]).size).toBe(3);

    // A lower threshold above the upper one moves it along.
    await sliderOf(desk, "Long hold after").fill("6");
    expect(await sliderOf(desk, "Too long after").getAttribute("aria-valuetext")).toBe("1 minute");
    await time.getByText("Too long").waitFor({ state: "detached" });
  });

  it("orders the calls by the longest, the newest or the gateway's order", async ({ demo, desk, expect }) => {
    await desk.signIn("405");
    for (const callId of ["1501127900-1", "1501127900-2"]) {
      await demo.control("POST", "agents/405/calls", { callId });
      await desk.rows.filter({ hasText: callId.slice(-3) }).waitFor();
    }
    const order = () => desk.rows.locator(".hlp-call-id").allTextContents();
    const choose = (name: string) => desk.page.getByRole("group", { name: "Order" }).getByText(name).click();
    expect(await order()).toEqual(["…900-1", "…900-2"]);
    await choose("Newest");
    await expect.poll(order).toEqual(["…900-2", "…900-1"]);
    await choose("As received");
    await expect.poll(order).toEqual(["…900-1", "…900-2"]);
  });

  it("shows why a call has left, and reports it to the host", async ({ demo, desk, expect }) => {
    const calls = { "1501127996-2": "12025550123", "1501127920-0": "12025550177" };
    await desk.signIn("406");
    for (const [callId, caller] of Object.entries(calls))
      await demo.control("POST", "agents/406/calls", { callId, caller, callType: 0 });
    await desk.rows.nth(1).waitFor();
    await demo.control("DELETE", "agents/406/calls/1501127996-2?how=customer");
    await desk.panel.locator("[data-left]").filter({ hasText: "…996-2" }).getByText("Customer hung up").waitFor();
    // The reason is unknown if the list arrives before the event.
    await desk.log.getByText(/^onLeft 12025550123 (customer-hung-up|unknown)$/).waitFor();
    await demo.control("DELETE", "agents/406/calls/1501127920-0?how=retrieved");
    await desk.panel.locator("[data-left]").filter({ hasText: "…920-0" }).getByText("Retrieved").waitFor();
    await desk.log.getByText(/^onLeft 12025550177 (retrieved|unknown)$/).waitFor();
    expect(await desk.log.getByText(/^onHeld/).count()).toBe(2);
  });

  it("masks the number everywhere in the page, and reveals it on demand", async ({ demo, desk, expect }) => {
    const { page, panel, rows } = desk;
    await desk.signIn("407");
    const call = { callId: "1501127996-2", caller: "12025550123", called: "8005550199", callType: 0 };
    await demo.control("POST", "agents/407/calls", call);
    await desk.log.getByText("onHeld 12025550123").waitFor();
    const everything = async () => (await page.content()).replace(/[\s\u2066-\u2069]/g, "");
    expect(await everything()).toContain("2025550123");

    await switchOf(desk, "Mask numbers").check();
    await rows.first().getByText("•••• 0123").waitFor();
    await desk.log.getByText("onHeld •••• 0123").waitFor();
    await panel.getByRole("button", { name: /^Details/ }).click();
    expect(await everything()).not.toMatch(/2025550123|8005550199/);
    await panel.getByRole("button", { name: "Show number" }).click();
    await rows.first().getByText("12025550123").first().waitFor();
    await rows.first().getByText("12025550123").first().waitFor({ state: "detached" });
    expect(await everything()).not.toMatch(/2025550123|8005550199/);

    await demo.control("DELETE", "agents/407/calls/1501127996-2?how=retrieved");
    await page.getByText("Talking to •••• 0123").waitFor();
    expect(await everything()).not.toMatch(/2025550123|8005550199/);
  });

  it("keeps the hold time over a reload and a new sign-in", async ({ demo, desk, expect }) => {
    const { page, rows } = desk;
    await desk.signIn("408");
    await demo.control("POST", "agents/408/calls", { callId: "1501127996-2" });
    await rows.first().waitFor();
    const began = async () => {
      await rows.first().locator(".hlp-time").hover();
      const title = (await rows.first().locator(".hlp-time").getAttribute("title")) ?? "";
      return Date.parse(`2000-01-01T${/^On hold since ([\d:]+)\.$/.exec(title)?.[1]}Z`);
    };
    const before = await began();
    await page.reload();
    await page.getByLabel("Agent ID").fill("408");
    await desk.press("Sign in");
    await desk.press("Sign in here instead");
    await rows.first().waitFor();
    expect(await certaintyOf(rows.first())).toBe("");
    expect(Math.abs((await began()) - before)).toBeLessThanOrEqual(1_000);
  });
});
