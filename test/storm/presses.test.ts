import { afterEach, beforeEach, expect, it } from "vitest";
import { agentId, type Desktop, openDesktop } from "./openDesktop.js";

const first = { callId: "1501127996-2", callType: 0, caller: "13800138000", called: "10086", skill: "" };
const second = { ...first, callId: "1501127920-0" };

type Box = { x: number; y: number; width: number; height: number };

let desktop: Desktop;
beforeEach(async () => {
  desktop = await openDesktop({ timeout: 2_000 });
  desktop.simulator.holdCall(agentId, first);
  await button("Retrieve 138 0013 8000, 996-2").waitFor(); // held longest, and so the upper row
  desktop.simulator.holdCall(agentId, second);
  await button("Retrieve 138 0013 8000, 920-0").waitFor();
});
afterEach(() => desktop.close());

const button = (name: string) => desktop.panel.getByRole("button", { name, exact: true });
const posted = () =>
  desktop.simulator.requests
    .filter(({ method }) => method === "POST")
    .map(({ operation, callId }) => `${operation} ${callId}`);
const boxOf = async (name: string) => {
  const box = await button(name).boundingBox();
  if (box === null) throw new Error(`"${name}" is not visible.`);
  return box;
};
/** A point inside both boxes, of buttons that are shown one after the other. */
const pointInBoth = (one: Box, other: Box) => {
  const middle = (from: number, to: number) => {
    if (from >= to) throw new Error(`No point is in both: ${JSON.stringify([one, other])}.`);
    return (from + to) / 2;
  };
  const x = middle(Math.max(one.x, other.x), Math.min(one.x + one.width, other.x + other.width));
  const y = middle(Math.max(one.y, other.y), Math.min(one.y + one.height, other.y + other.height));
  return { x, y };
};
const nameAt = ({ x, y }: { x: number; y: number }) =>
  desktop.page.evaluate(([x, y]) => document.elementFromPoint(x, y)?.closest("button")?.ariaLabel, [x, y] as const);
/** The POSTs sent until the list has been read twice more. */
const postedSince = async () => {
  for (let reads = 0; reads < 2; reads++) await desktop.page.waitForResponse(/\/holdlist$/);
  return posted();
};

const refused = { kind: "retcode", on: "retrieve", retcode: "200-016", times: 1, message: "no" } as const;
const upper = "Retrieve 138 0013 8000, 996-2";
const lower = "Retrieve 138 0013 8000, 920-0";

it("sends one request on a double click, even if the first click is refused before the second", async () => {
  const { page, simulator, panel } = desktop;
  simulator.order(refused);
  await button(upper).hover();
  await page.mouse.down({ clickCount: 1 });
  await page.mouse.up({ clickCount: 1 });
  await panel.getByText(/^Not retrieved/).waitFor();
  await page.mouse.down({ clickCount: 2 });
  await page.mouse.up({ clickCount: 2 });
  expect(await postedSince()).toEqual([`retrieve ${first.callId}`]);
});

it("presses nothing that comes to lie under the second click of a double click", async () => {
  const { page, simulator, panel } = desktop;
  const after = await boxOf(upper);
  simulator.order(refused);
  await button(upper).click();
  await panel.getByText(/^Not retrieved/).waitFor();
  const point = pointInBoth(await boxOf("Dismiss"), after);
  await page.mouse.dblclick(point.x, point.y);
  await panel.getByText(/^Not retrieved/).waitFor({ state: "detached" });
  expect(await nameAt(point)).toBe(upper); // where "Dismiss" was
  expect(await postedSince()).toEqual([`retrieve ${first.callId}`]);
});

it("ignores the first press on a button that came to lie under a resting pointer", async () => {
  const { page, simulator, panel } = desktop;
  const after = await boxOf(upper);
  simulator.order(refused);
  await button(upper).click();
  await panel.getByText(/^Not retrieved/).waitFor();
  const point = pointInBoth(await boxOf("Dismiss"), after);
  await page.mouse.move(point.x, point.y);
  await button("Dismiss").press("Enter");
  await panel.getByText(/^Not retrieved/).waitFor({ state: "detached" });
  expect(await nameAt(point)).toBe(upper); // where "Dismiss" was
  const press = async () => {
    await page.mouse.down();
    await page.mouse.up();
  };
  await press();
  expect(await postedSince()).toEqual([`retrieve ${first.callId}`]);
  await press();
  expect(await postedSince()).toEqual([`retrieve ${first.callId}`, `retrieve ${first.callId}`]);
});

it("moves no row when an outcome appears or disappears", async () => {
  const { simulator, panel } = desktop;
  simulator.order({ kind: "latency", on: "retrieve", delay: 1_500, times: 1 });
  simulator.order(refused);
  await button(upper).click();
  const before = await boxOf(lower);
  await button(lower).hover();
  const line = panel.locator(".hlp-outcome");
  await line.getByText(/^Not retrieved/).waitFor();
  expect(await boxOf(lower)).toEqual(before);

  // The call leaves, and its outcome disappears.
  simulator.endCall(agentId, first.callId);
  await panel.locator("[data-left]").waitFor();
  expect(Math.abs((await boxOf(lower)).y - before.y)).toBeLessThan(1); // muted text is a fraction of a pixel lower than bold text
  await line.waitFor({ state: "detached" });
});
