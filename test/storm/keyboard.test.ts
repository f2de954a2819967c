import { afterEach, beforeEach, expect, it } from "vitest";
import { agentId, type Desktop, openDesktop } from "./openDesktop.js";

const number = { callType: 0, caller: "13800138000", called: "10086", skill: "" };
const suffixes = ["996-2", "920-0", "311-5"];
const [first = "", second = "", third = ""] = suffixes.map((suffix) => `138 0013 8000, ${suffix}`);

let desktop: Desktop;
beforeEach(async () => {
  desktop = await openDesktop({ timeout: 2_000 }, false);
  const { simulator, page } = desktop;
  for (const callId of ["1501127996-2", "1501127920-0", "1501128311-5"])
    simulator.holdCall(agentId, { callId, ...number });
  // Signing in by keyboard leaves the focus in front of the panel.
  await page.getByRole("button", { name: "Sign in", exact: true }).waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await button(`Retrieve ${third}`).waitFor();
});
afterEach(async () => {
  expect(desktop.errors).toEqual([]);
  expect(await desktop.page.evaluate(() => window.takeLostFocus())).toEqual([]);
  await desktop.close();
});

const button = (name: string) => desktop.panel.getByRole("button", { name, exact: true });
/** The name of the focused element. */
const focused = () =>
  desktop.page.evaluate(() => {
    const at = document.activeElement;
    return at === document.body
      ? "nothing"
      : (at?.ariaLabel ?? at?.querySelector("span")?.textContent ?? at?.textContent);
  });
const press = async (...keys: string[]) => {
  for (const key of keys) await desktop.page.keyboard.press(key);
};
/** The names of the elements that are focused after each of these keys. */
const walk = async (...keys: string[]) => {
  const names: unknown[] = [];
  for (const key of keys) {
    await press(key);
    names.push(await focused());
  }
  return names;
};
const hold = async (key: string) => {
  for (let times = 0; times < 6; times++) await desktop.page.keyboard.down(key);
  await desktop.page.keyboard.up(key);
};
const posted = () =>
  desktop.simulator.requests
    .filter(({ method }) => method === "POST")
    .map(({ operation, callId }) => `${operation} ${callId}`);
/** The POSTs sent until the list has been read twice more. */
const postedSince = async () => {
  for (let reads = 0; reads < 2; reads++) await desktop.page.waitForResponse(/\/holdlist$/);
  return posted();
};

it("moves the focus by Tab through the refresh button and each row's call ID, first action and menu", async () => {
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

it("moves the focus by arrows, Home and End to the same control of another row", async () => {
  await button(`Retrieve ${first}`).focus();
  expect(await walk("ArrowDown", "ArrowDown", "ArrowDown", "Home", "End", "ArrowUp")).toEqual(
    [second, third, third, first, third, second].map((call) => `Retrieve ${call}`),
  );
  await button(`More actions for ${third}`).focus();
  expect(await walk("ArrowUp", "Home")).toEqual([second, first].map((call) => `More actions for ${call}`));
});

it("opens a menu by ArrowDown, Enter and Space, moves in it, and returns the focus to its button", async () => {
  await button(`More actions for ${second}`).focus();
  expect(await walk("ArrowDown", "ArrowDown", "End", "ArrowDown", "ArrowUp", "Home", "c", "Escape")).toEqual([
    "Join to my call",
    "Connect them and leave",
    "Hang up",
    "Join to my call",
    "Hang up",
    "Join to my call",
    "Connect them and leave",
    `More actions for ${second}`,
  ]);
  expect(await walk("Enter", "Escape", "Space", "Tab")).toEqual([
    "Join to my call",
    `More actions for ${second}`,
    "Join to my call",
    "Details, call ID ending 311-5",
  ]);
  expect(await desktop.panel.getByRole("menu").count()).toBe(0);
  expect(posted()).toEqual([]);
});

it("confirms a hang-up with the focus on the safe answer, and returns the focus to the menu button", async () => {
  await button(`More actions for ${second}`).focus();
  expect(await walk("ArrowDown", "End", "Enter")).toEqual(["Join to my call", "Hang up", "Keep on hold"]);
  const question = desktop.panel.getByRole("group", {
    name: "Hang up 138 0013 8000? The call on hold will be cut off.",
  });
  await question.waitFor();
  expect(await walk("Escape")).toEqual([`More actions for ${second}`]);
  expect(await question.count()).toBe(0);
  expect(await walk("ArrowDown", "h", "Enter", "Enter")).toEqual([
    "Join to my call",
    "Hang up",
    "Keep on hold",
    `More actions for ${second}`,
  ]);
  expect(await postedSince()).toEqual([]);

  desktop.simulator.order({ kind: "latency", on: "drop", delay: 1_500 }); // the row stays until the focus is checked
  expect(await walk("ArrowDown", "h", "Enter", "Tab", "Enter")).toEqual([
    "Join to my call",
    "Hang up",
    "Keep on hold",
    "Hang up",
    `More actions for ${second}`,
  ]);
  await desktop.panel.locator("li[data-left]").waitFor();
  expect(await postedSince()).toEqual(["drop 1501127920-0"]);
});

it("presses a button once while Enter or Space is held down", async () => {
  desktop.simulator.order({ kind: "retcode", on: "retrieve", retcode: "200-016" });
  await button(`Retrieve ${first}`).focus();
  await hold("Enter");
  await desktop.panel.getByText(/^Not retrieved/).waitFor();
  await button(`Retrieve ${second}`).focus();
  await hold("Space");
  expect(await postedSince()).toEqual(["retrieve 1501127996-2", "retrieve 1501127920-0"]);
  // Enter in the menu opens the confirmation, and does not answer it.
  await button(`More actions for ${third}`).focus();
  desktop.simulator.order({ kind: "latency", on: "drop", delay: 1_500 }); // the row stays until the focus is checked
  await press("ArrowDown", "End");
  await hold("Enter");
  expect(await focused()).toBe("Keep on hold");
  await press("Tab");
  expect(await focused()).toBe("Hang up");
  await hold("Enter");
  expect(await focused()).toBe(`More actions for ${third}`);
  await desktop.panel.locator("li[data-left]").waitFor();
  expect((await postedSince()).slice(2)).toEqual(["drop 1501128311-5"]);
});

it("keeps the focus on the pressed button while it is busy, and moves it to the next row when the call leaves", async () => {
  const { simulator, page, panel } = desktop;
  simulator.order({ kind: "latency", on: "retrieve", delay: 300 });
  await button(`Retrieve ${first}`).focus();
  await press("Enter");
  await button(`Retrieving… ${first}`).waitFor();
  expect(await focused()).toBe(`Retrieving… ${first}`);
  const left = panel.locator("li[data-left]");
  await left.waitFor();
  expect(await focused()).toBe(`Retrieve ${second}`);
  expect(await walk("Tab", "Tab", "Tab", "Tab", "Tab")).toEqual([
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

it("returns the focus to the button when a refusal is dismissed", async () => {
  desktop.simulator.order({ kind: "retcode", on: "retrieve", retcode: "200-016", times: 1 });
  await button(`Retrieve ${second}`).focus();
  await press("Enter");
  await button("Dismiss").waitFor();
  expect(await focused()).toBe("Dismiss");
  expect(await walk("Enter")).toEqual([`Retrieve ${second}`]);
});

it("moves the focus to the heading when the list is removed", async () => {
  await button(`More actions for ${second}`).focus();
  await press("ArrowDown");
  desktop.simulator.order({ kind: "retcode", retcode: "100-008" });
  await desktop.panel.and(desktop.page.locator("[data-state=signed-out]")).waitFor();
  expect(await focused()).toBe("On hold");
});
