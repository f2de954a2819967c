import { afterEach, beforeEach, expect, it } from "vitest";
import { agentId, type Desk, openDesk } from "./openDesk.js";

const number = { callType: 0, caller: "13800138000", called: "10086", skill: "" };
const suffixes = ["996-2", "920-0", "311-5"];
const [first = "", second = "", third = ""] = suffixes.map((suffix) => `138 0013 8000, ${suffix}`);

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk({ timeout: 2_000 }, false);
  const { simulator, page } = desk;
  for (const callId of ["1501127996-2", "1501127920-0", "1501128311-5"])
    simulator.holdCall(agentId, { callId, ...number });
  // Signed in by keyboard: what follows begins where that ends.
  await page.getByRole("button", { name: "Sign in", exact: true }).waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await button(`Retrieve ${third}`).waitFor();
});
afterEach(async () => {
  expect(desk.complaints).toEqual([]);
  expect((await desk.page.evaluate(() => window.takeRecording())).focusLost).toEqual([]);
  await desk.close();
});

const button = (name: string) => desk.panel.getByRole("button", { name, exact: true });
/** The name of what has the focus. */
const focused = () =>
  desk.page.evaluate(() => {
    const at = document.activeElement;
    return at === document.body
      ? "nothing"
      : (at?.ariaLabel ?? at?.querySelector("span")?.textContent ?? at?.textContent);
  });
const press = async (...keys: string[]) => {
  for (const key of keys) await desk.page.keyboard.press(key);
};
/** What has the focus after each of these keys. */
const walk = async (...keys: string[]) => {
  const way: unknown[] = [];
  for (const key of keys) {
    await press(key);
    way.push(await focused());
  }
  return way;
};
const hold = async (key: string) => {
  for (let times = 0; times < 6; times++) await desk.page.keyboard.down(key);
  await desk.page.keyboard.up(key);
};
const posted = () =>
  desk.simulator.requests
    .filter(({ method }) => method === "POST")
    .map(({ operation, callId }) => `${operation} ${callId}`);
/** What has been sent by the time when the list was read twice more. */
const postedSince = async () => {
  for (let reads = 0; reads < 2; reads++) await desk.page.waitForResponse(/\/holdlist$/);
  return posted();
};

it("goes by Tab through refresh, and through call ID, first action and menu of each row", async () => {
  expect(await walk(...Array<string>(11).fill("Tab"))).toEqual([
    "Refresh calls on hold",
    ...[first, second, third].flatMap((call, index) => [
      `Details, call ID ending ${suffixes[index]}`,
      `Retrieve ${call}`,
      `More actions for ${call}`,
    ]),
    "Elsewhere",
  ]);
  expect(await walk("Shift+Tab", "Shift+Tab")).toEqual([`More actions for ${third}`, `Retrieve ${third}`]);
});

it("goes by arrows, Home and End to the same control of another row", async () => {
  await button(`Retrieve ${first}`).focus();
  expect(await walk("ArrowDown", "ArrowDown", "ArrowDown", "Home", "End", "ArrowUp")).toEqual(
    [second, third, third, first, third, second].map((call) => `Retrieve ${call}`),
  );
  await button(`More actions for ${third}`).focus();
  expect(await walk("ArrowUp", "Home")).toEqual([second, first].map((call) => `More actions for ${call}`));
});

it("opens a menu by arrow, Enter and Space, walks in it, and comes back from it", async () => {
  await button(`More actions for ${second}`).focus();
  expect(await walk("ArrowDown", "ArrowDown", "End", "ArrowDown", "ArrowUp", "Home", "c", "Escape")).toEqual([
    "Three-party",
    "Connect and leave",
    "Hang up",
    "Three-party",
    "Hang up",
    "Three-party",
    "Connect and leave",
    `More actions for ${second}`,
  ]);
  expect(await walk("Enter", "Escape", "Space", "Tab")).toEqual([
    "Three-party",
    `More actions for ${second}`,
    "Three-party",
    "Details, call ID ending 311-5",
  ]);
  expect(await desk.panel.getByRole("menu").count()).toBe(0);
  expect(posted()).toEqual([]);
});

it("asks before it hangs up, with the focus on the safe answer, and goes back to the menu's button", async () => {
  await button(`More actions for ${second}`).focus();
  expect(await walk("ArrowDown", "End", "Enter")).toEqual(["Three-party", "Hang up", "Keep on hold"]);
  const question = desk.panel.getByRole("group", { name: "Hang up 138 0013 8000? The call on hold will be cut off." });
  await question.waitFor();
  expect(await walk("Escape")).toEqual([`More actions for ${second}`]);
  expect(await question.count()).toBe(0);
  expect(await walk("ArrowDown", "h", "Enter", "Enter")).toEqual([
    "Three-party",
    "Hang up",
    "Keep on hold",
    `More actions for ${second}`,
  ]);
  expect(await postedSince()).toEqual([]);

  expect(await walk("ArrowDown", "h", "Enter", "Tab", "Enter")).toEqual([
    "Three-party",
    "Hang up",
    "Keep on hold",
    "Hang up",
    `More actions for ${second}`,
  ]);
  expect(await postedSince()).toEqual(["drop 1501127920-0"]);
});

it("presses once while Enter or Space is held down", async () => {
  desk.simulator.order({ kind: "retcode", on: "retrieve", retcode: "200-016" });
  await button(`Retrieve ${first}`).focus();
  await hold("Enter");
  await desk.panel.getByText(/^Not retrieved/).waitFor();
  await button(`Retrieve ${second}`).focus();
  await hold("Space");
  expect(await postedSince()).toEqual(["retrieve 1501127996-2", "retrieve 1501127920-0"]);
  // From the menu into the question, and no further.
  await button(`More actions for ${third}`).focus();
  await press("ArrowDown", "End");
  await hold("Enter");
  expect(await focused()).toBe("Keep on hold");
  await press("Tab");
  expect(await focused()).toBe("Hang up");
  await hold("Enter");
  expect(await focused()).toBe(`More actions for ${third}`);
  expect((await postedSince()).slice(2)).toEqual(["drop 1501128311-5"]);
});

it("keeps the focus on the button that was pressed: busy, done, and until it is moved on", async () => {
  const { simulator, page, panel } = desk;
  simulator.order({ kind: "latency", on: "retrieve", delay: 300 });
  await button(`Retrieve ${first}`).focus();
  await press("Enter");
  await button(`Retrieving… ${first}`).waitFor();
  expect(await focused()).toBe(`Retrieving… ${first}`);
  const left = panel.locator("li[data-left]");
  await left.waitFor();
  expect(await focused()).toBe(`Retrieve ${first}`);
  expect(await walk("ArrowDown", "Tab", "Tab", "Tab", "Tab", "Tab")).toEqual([
    `Retrieve ${second}`,
    `More actions for ${second}`,
    "Details, call ID ending 311-5",
    `Retrieve ${third}`,
    `More actions for ${third}`,
    "Elsewhere",
  ]);
  await left.waitFor({ state: "detached" });
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Elsewhere");
  expect(posted()).toEqual(["retrieve 1501127996-2"]);
});

it("puts the focus back on the button when the words of a refusal are put away", async () => {
  desk.simulator.order({ kind: "retcode", on: "retrieve", retcode: "200-016", times: 1 });
  await button(`Retrieve ${second}`).focus();
  await press("Enter");
  await button("Dismiss").waitFor();
  expect(await walk("Tab", "Tab", "Enter")).toEqual([`More actions for ${second}`, "Dismiss", `Retrieve ${second}`]);
});

it("puts the focus on the heading when the list goes with it", async () => {
  await button(`More actions for ${second}`).focus();
  await press("ArrowDown");
  desk.simulator.order({ kind: "retcode", retcode: "100-008" });
  await desk.panel.and(desk.page.locator("[data-state=signed-out]")).waitFor();
  expect(await focused()).toBe("On hold");
});
