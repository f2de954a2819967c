import { describe } from "vitest";
import { en } from "../../src/panel/labels/en.js";
import { it } from "./demoTest.js";

// Concurrent, since they mostly wait for polls. Each has its own agent and page.
describe.concurrent("demo desktop", () => {
  it("signs in by keyboard, shows a held call until the customer hangs up, and signs out", async ({ desk, expect }) => {
    const { page, panel, rows, log, press, says, complaints } = desk;
    await says(en.signedOut);
    const asked = page.waitForRequest((request) => request.method() === "PUT");
    await page.getByLabel("Password").press("Enter");
    // With automatic answering the gateway gives no hold list.
    expect((await asked).postDataJSON()).toMatchObject({ autoanswer: "false", password: "demo" });
    await says(en.empty);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Agent 291");

    await press("Add a held call");
    await rows.first().waitFor();
    expect(await rows.count()).toBe(1);
    expect(await rows.locator(".demo-customer").textContent()).toMatch(/\S/);
    await log.getByText("AgentEvent_Hold").waitFor();

    await press("Customer hangs up");
    // Some invented calls are internal.
    await panel.getByText(/ hung up$/).waitFor();
    expect(await rows.count()).toBe(0);
    await says(en.empty);

    await press("Sign out");
    await says(en.signedOut);
    expect(complaints).toEqual([]);
  });

  it("adds several calls, and ends the chosen one", async ({ demo, desk, expect }) => {
    const { page, rows, press, signIn } = desk;
    await demo.control("POST", "agents/301/calls", { callId: "1501127996-2", caller: "12025550123", callType: 0 });
    await signIn("301");
    await press("Add 5 held calls");
    await rows.nth(5).waitFor();
    await page.getByRole("combobox", { name: "Held call" }).selectOption("1501127996-2");
    await press("Agent retrieves");
    await page.getByText("Talking to 12025550123").waitFor();
    await rows.nth(5).waitFor({ state: "detached" });
    expect(await rows.getByText("…996-2").count()).toBe(0);
  });

  it("reports a wrong password", async ({ desk, expect }) => {
    const { page, panel, press } = desk;
    await page.getByLabel("Password").fill("wrong");
    await press("Sign in");
    await page.getByRole("alert").getByText("The password is wrong.").waitFor();
    expect(await panel.getAttribute("data-state")).toBe("signed-out");
  });

  it("offers to replace a sign-in elsewhere, whose page then asks to sign in again", async ({ demo, desk }) => {
    const { page, press, says } = desk;
    const elsewhere = await demo.open();
    await elsewhere.signIn("302");
    await page.getByLabel("Agent ID").fill("302");
    await press("Sign in");
    await page.getByText("This agent is already signed in elsewhere.").waitFor();
    await press("Sign in here instead");
    await says(en.empty);
    await elsewhere.refreshUntil(en.signInAgain);
    await elsewhere.close();
  });

  it("explains why an agent with a call on hold is not signed out", async ({ demo, desk, expect }) => {
    const { page, rows, press, signIn } = desk;
    await demo.control("POST", "agents/303/calls");
    await signIn("303");
    await rows.first().waitFor();
    await press("Sign out");
    await page.getByText("An agent with a call on hold cannot sign out.").waitFor();
    expect(await rows.count()).toBe(1);
  });

  it("drops the list at the sign-out although no poll has emptied it", async ({ demo, desk, expect }) => {
    const { rows, press, says, signIn } = desk;
    await demo.control("POST", "agents/304/calls", { callId: "1501127996-2" });
    await signIn("304");
    await rows.first().waitFor();
    await demo.control("POST", "faults", { kind: "retcode", retcode: "100-007", agentId: "304" });
    await demo.control("DELETE", "agents/304/calls/1501127996-2");
    await press("Sign out");
    await says(en.signedOut);
    expect(await rows.count()).toBe(0);
  });

  it("reports a sign-out by the system and drops the list", async ({ demo, desk, expect }) => {
    const { page, panel, rows, press, signIn } = desk;
    await demo.control("POST", "agents/305/calls");
    await signIn("305");
    await rows.first().waitFor();
    await press("System signs out");
    await page.getByText("The phone system has signed you out.").waitFor();
    expect(await panel.getAttribute("data-state")).toBe("signed-out");
    expect(await rows.count()).toBe(0);
  });

  it("sends no request to the gateway after the sign-out", async ({ desk, expect }) => {
    const { page, log, press, says, signIn } = desk;
    await signIn("306");
    await press("Sign out");
    await says(en.signedOut);
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    // Three polls of the simulator, a second apart, take longer than the longest pause between two event polls.
    for (let polls = 0; polls < 3; polls++) await page.waitForResponse(/\/simulator\/requests$/);
    expect(asked.filter((path) => path.startsWith("/agentgateway/"))).toEqual([]);
    expect(await log.allTextContents()).toEqual([
      expect.stringMatching(/Signed out$/),
      expect.stringMatching(/Signed in$/),
    ]);
  });

  it("continues to poll events after failed polls, and shows both in the log", async ({ demo, desk }) => {
    const { page, log, signIn } = desk;
    await demo.control("POST", "faults", { kind: "http", status: 503, on: "pollEvents", agentId: "307", times: 2 });
    await signIn("307");
    await log.getByText("Event poll failed, trying again").waitFor();
    // Ends the long poll.
    await demo.control("POST", "agents/307/events", { eventType: "AgentOther_InService" });
    await log.getByText("Event poll answered again").waitFor();
    await page.getByText("Listening", { exact: true }).waitFor();
  });

  it("marks the list as not up to date before and after a request times out", async ({ demo, expect }) => {
    const desk = await demo.open({}, (page) => page.clock.install());
    const { page, panel, rows, says, signIn } = desk;
    await demo.control("POST", "agents/308/calls");
    await signIn("308");
    await rows.first().waitFor();
    await demo.control("POST", "faults", { kind: "silence", agentId: "308", on: "holdList" });
    await panel.getByRole("button", { name: "Refresh calls on hold" }).click();
    const isWaiting = async () =>
      (
        (await demo.control("GET", "requests")) as { agentId: string; operation: string; endedAt: number | null }[]
      ).some((one) => one.agentId === "308" && one.operation === "holdList" && one.endedAt === null);
    await expect.poll(isWaiting).toBe(true);
    // Less than the timeout of 10 s.
    await page.clock.runFor(7_000);
    await says(en.overdue);
    const doubt = await panel.locator("[data-notice=doubt]").elementHandle();
    await page.clock.runFor(4_000);
    await says(en.timeout(10));
    expect(await doubt?.evaluate((element) => element.isConnected)).toBe(true);
    expect(await rows.count()).toBe(1);
    await desk.close();
  });
});
