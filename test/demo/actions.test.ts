import { describe } from "vitest";
import { it } from "./demoTest.js";
import type { Demo } from "./openDemo.js";

const call = (callId: string, caller: string) => ({ callId, caller, called: "10086", callType: 0, skill: "" });
/** The paths of the actions that this agent has sent. */
const posted = async (demo: Demo, agentId: string) => {
  const requests = (await demo.control("GET", "requests")) as { agentId: string; method: string; path: string }[];
  return requests.filter((one) => one.agentId === agentId && one.method === "POST").map(({ path }) => path);
};

describe.concurrent("demo actions", () => {
  it("retrieves the pressed call, and reports it once the list confirms it", async ({ demo, desk, expect }) => {
    const { page, panel, log, signIn } = desk;
    await demo.control("POST", "agents/321/calls", call("1501127996-2", "12025550123"));
    await demo.control("POST", "agents/321/calls", call("1501127920-0", "12025550177"));
    await signIn("321");
    await panel.getByRole("button", { name: "Retrieve 12025550177, 920-0" }).click();
    await panel
      .locator("[data-left]")
      .filter({ hasText: "…920-0" })
      .getByText(/^Retrieved|^Off hold/)
      .waitFor();
    await page.getByText("Talking to 12025550177").waitFor();
    await log.getByText(/^onAction 12025550177 retrieve confirmed \d+ ms$/).waitFor();
    expect(await posted(demo, "321")).toEqual(["/agentgateway/resource/voicecall/321/gethold?callid=1501127920-0"]);
  });

  it("offers Join to my call only while the events report a current call", async ({ demo, desk, expect }) => {
    const { page, panel, signIn, press } = desk;
    await demo.control("POST", "agents/322/calls", call("1501127996-2", "12025550123"));
    await demo.control("POST", "agents/322/calls", call("1501127920-0", "12025550177"));
    await signIn("322");
    const menuOf = (name: string) => panel.getByRole("button", { name: `More actions for ${name}` });
    await panel.getByRole("button", { name: "Retrieve 12025550123, 996-2" }).click();
    await page.getByText("Talking to 12025550123").waitFor();
    await press("Hold");
    await panel.getByRole("button", { name: "Retrieve 12025550123, 996-2", disabled: false }).waitFor();
    await menuOf("12025550177, 920-0").click();
    const threeParty = page.getByRole("menuitem", { name: /^Join to my call/ });
    await threeParty.getByText("You have no current call to join").waitFor();
    await page.keyboard.press("Escape");
    await panel.getByRole("button", { name: "Retrieve 12025550123, 996-2" }).click();
    await page.getByText("Talking to 12025550123").waitFor();
    await menuOf("12025550177, 920-0").click();
    await threeParty.and(page.locator(":not([aria-disabled=true])")).click();
    await panel.getByText("Joined: you are three").waitFor();
    expect(await posted(demo, "322")).toContain("/agentgateway/resource/voicecall/322/confjoin");
  });

  it("retrieves the longest held call by the host's shortcut", async ({ demo, desk, expect }) => {
    const { page, rows, signIn } = desk;
    await demo.control("POST", "agents/323/calls", call("1501127996-2", "12025550123"));
    await signIn("323");
    await rows.first().waitFor();
    await page.keyboard.press("Alt+r");
    await page.getByText("Talking to 12025550123").waitFor();
    expect(await posted(demo, "323")).toHaveLength(1);
  });

  it("shows next to Sign out how many calls must be retrieved first", async ({ demo, desk }) => {
    const { page, signIn } = desk;
    await demo.control("POST", "agents/324/calls");
    await signIn("324");
    await page.getByText("Retrieve 1 call to sign out", { exact: true }).waitFor();
  });

  it("shows the list of another agent without actions in the supervisor's view", async ({ demo, desk, expect }) => {
    const { page, signIn } = desk;
    await demo.control("POST", "agents/292/calls", call("1501129999-9", "12025550199"));
    await signIn("325");
    await page.getByRole("switch", { name: "Supervisor’s view" }).check();
    const other = page.getByRole("region", { name: "On hold: Li Wei" });
    await other.getByText("12025550199").waitFor();
    expect(await other.getByRole("button", { name: /^Retrieve/ }).count()).toBe(0);
  });
});
