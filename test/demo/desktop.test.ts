import { afterAll, beforeAll, describe, test } from "vitest";
import { type Demo, type DemoPage, openDemo } from "./openDemo.js";

let demo: Demo;
beforeAll(async () => {
  demo = await openDemo();
});
afterAll(() => demo.close());

const it = test.extend<{ desk: DemoPage }>({
  // eslint-disable-next-line no-empty-pattern -- Vitest reads the parameter's pattern, and asks for one
  desk: async ({}, provide) => {
    const desk = await demo.open();
    await provide(desk);
    await desk.close();
  },
});

// Side by side, since most of their time is the panel's polling: each has an agent and a page of its own.
describe.concurrent("the demo's desktop", () => {
  it("lets an agent sign in by keyboard, shows a held call come and go, and lets the agent sign out", async ({
    desk,
    expect,
  }) => {
    const { page, panel, rows, log, press, says, complaints } = desk;
    await says("Sign in to see your calls on hold.");
    const asked = page.waitForRequest((request) => request.method() === "PUT");
    await page.getByLabel("Password").press("Enter");
    // With automatic answering a gateway gives no hold list.
    expect((await asked).postDataJSON()).toMatchObject({ autoanswer: "false", password: "demo" });
    await says("No calls on hold");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Agent 291");

    await press("Add a held call");
    await rows.first().waitFor();
    expect(await rows.count()).toBe(1);
    expect(await rows.locator(".demo-customer").textContent()).toMatch(/\S/);
    await log.getByText("AgentEvent_Hold").waitFor();

    await press("Customer hangs up");
    // The call is invented: one in seven is a colleague's.
    await panel.getByText(/^(Customer|Other party) hung up$/).waitFor();
    expect(await rows.count()).toBe(0);
    await says("No calls on hold");

    await press("Sign out");
    await says("Sign in to see your calls on hold.");
    expect(complaints).toEqual([]);
  });

  it("adds several calls, and ends the one that was chosen", async ({ desk, expect }) => {
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

  it("says that the password is wrong", async ({ desk, expect }) => {
    const { page, panel, press } = desk;
    await page.getByLabel("Password").fill("wrong");
    await press("Sign in");
    await page.getByRole("alert").getByText("The password is wrong.").waitFor();
    expect(await panel.getAttribute("data-state")).toBe("signed-out");
  });

  it("offers to end a sign-in elsewhere, whose page then asks for a new one", async ({ desk }) => {
    const { page, press, says } = desk;
    const elsewhere = await demo.open();
    await elsewhere.signIn("302");
    await page.getByLabel("Agent ID").fill("302");
    await press("Sign in");
    await page.getByText("This agent is already signed in elsewhere.").waitFor();
    await press("Sign in here instead");
    await says("No calls on hold");
    await elsewhere.refreshUntil("Sign in again");
    await elsewhere.close();
  });

  it("says why an agent with a call on hold stays signed in", async ({ desk, expect }) => {
    const { page, rows, press, signIn } = desk;
    await demo.control("POST", "agents/303/calls");
    await signIn("303");
    await rows.first().waitFor();
    await press("Sign out");
    await page.getByText("With a call on hold nobody can sign out.").waitFor();
    expect(await rows.count()).toBe(1);
  });

  it("empties the list with the sign-out, even a list that no poll would have emptied", async ({ desk, expect }) => {
    const { rows, press, says, signIn } = desk;
    await demo.control("POST", "agents/304/calls", { callId: "1501127996-2" });
    await signIn("304");
    await rows.first().waitFor();
    await demo.control("POST", "faults", { kind: "retcode", retcode: "100-007", agentId: "304" });
    await demo.control("DELETE", "agents/304/calls/1501127996-2");
    await press("Sign out");
    await says("Sign in to see your calls on hold.");
    expect(await rows.count()).toBe(0);
  });

  it("signs out when the system does, and says so", async ({ desk, expect }) => {
    const { page, panel, rows, press, signIn } = desk;
    await demo.control("POST", "agents/305/calls");
    await signIn("305");
    await rows.first().waitFor();
    await press("System signs out");
    await page.getByText("The phone system has signed you out.").waitFor();
    expect(await panel.getAttribute("data-state")).toBe("signed-out");
    expect(await rows.count()).toBe(0);
  });

  it("asks the gateway nothing any more after the sign-out", async ({ desk, expect }) => {
    const { page, log, press, says, signIn } = desk;
    await signIn("306");
    await press("Sign out");
    await says("Sign in to see your calls on hold.");
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    // Longer than the longest pause between two event polls: three looks at the simulator, a second apart.
    for (let looks = 0; looks < 3; looks++) await page.waitForResponse(/\/simulator\/requests$/);
    expect(asked.filter((path) => path.startsWith("/agentgateway/"))).toEqual([]);
    expect(await log.allTextContents()).toEqual([
      expect.stringMatching(/Signed out$/),
      expect.stringMatching(/Signed in$/),
    ]);
  });

  it("goes on polling events after failed polls, and says so", async ({ desk }) => {
    const { page, log, signIn } = desk;
    await demo.control("POST", "faults", { kind: "http", status: 503, on: "pollEvents", agentId: "307", times: 2 });
    await signIn("307");
    await log.getByText("Event poll failed, trying again").waitFor();
    // What a long poll waits for.
    await demo.control("POST", "agents/307/events", { eventType: "AgentOther_InService" });
    await log.getByText("Event poll answered again").waitFor();
    await page.getByText("Listening", { exact: true }).waitFor();
  });

  it("doubts the list when the gateway never answers, before the request times out and from then on", async ({
    desk,
    expect,
  }) => {
    const { page, panel, rows, says, signIn } = desk;
    await demo.control("POST", "agents/308/calls");
    await page.getByRole("switch", { name: "Pass events on" }).uncheck();
    await signIn("308");
    await rows.first().waitFor();
    await demo.control("POST", "faults", { kind: "silence", agentId: "308", on: "holdList" });
    await says("The phone system has not answered yet.");
    const doubt = await panel.locator("[data-notice=doubt]").elementHandle();
    await says("The phone system did not answer within 10 s. Trying again.");
    expect(await doubt?.evaluate((element) => element.isConnected)).toBe(true);
    expect(await rows.count()).toBe(1);
  });
});
