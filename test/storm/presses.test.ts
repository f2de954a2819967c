import { afterEach, beforeEach, expect, it } from "vitest";
import { agentId, type Desk, openDesk } from "./openDesk.js";

const first = { callId: "1501127996-2", callType: 0, caller: "13800138000", called: "10086", skill: "" };
const second = { ...first, callId: "1501127920-0" };

type Box = { x: number; y: number; width: number; height: number };

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk({ timeout: 2_000 });
  desk.simulator.holdCall(agentId, first);
  await button("Retrieve 138 0013 8000, 996-2").waitFor(); // so that it waits longest, and stands above
  desk.simulator.holdCall(agentId, second);
  await button("Retrieve 138 0013 8000, 920-0").waitFor();
});
afterEach(() => desk.close());

const button = (name: string) => desk.panel.getByRole("button", { name, exact: true });
const posted = () =>
  desk.simulator.requests
    .filter(({ method }) => method === "POST")
    .map(({ operation, callId }) => `${operation} ${callId}`);
const boxOf = async (name: string) => {
  const box = await button(name).boundingBox();
  if (box === null) throw new Error(`"${name}" is not to be seen.`);
  return box;
};
/** A point of two buttons, which are not there at the same time. */
const pointOfBoth = (one: Box, other: Box) => {
  const middle = (from: number, to: number) => {
    if (from >= to) throw new Error(`No point is of both: ${JSON.stringify([one, other])}.`);
    return (from + to) / 2;
  };
  const x = middle(Math.max(one.x, other.x), Math.min(one.x + one.width, other.x + other.width));
  const y = middle(Math.max(one.y, other.y), Math.min(one.y + one.height, other.y + other.height));
  return { x, y };
};
const nameAt = ({ x, y }: { x: number; y: number }) =>
  desk.page.evaluate(([x, y]) => document.elementFromPoint(x, y)?.closest("button")?.ariaLabel, [x, y] as const);
/** What has been sent by the time when the list was read twice more. */
const postedSince = async () => {
  for (let reads = 0; reads < 2; reads++) await desk.page.waitForResponse(/\/holdlist$/);
  return posted();
};

const refused = { kind: "retcode", on: "retrieve", retcode: "200-016", times: 1, message: "no" } as const;
const upper = "Retrieve 138 0013 8000, 996-2";
const lower = "Retrieve 138 0013 8000, 920-0";

it("sends once for a double click, though the first half was refused before the second came", async () => {
  const { page, simulator, panel } = desk;
  simulator.order(refused);
  await button(upper).hover();
  await page.mouse.down({ clickCount: 1 });
  await page.mouse.up({ clickCount: 1 });
  await panel.getByText(/^Not retrieved/).waitFor();
  await page.mouse.down({ clickCount: 2 });
  await page.mouse.up({ clickCount: 2 });
  expect(await postedSince()).toEqual([`retrieve ${first.callId}`]);
});

it("retrieves no other call with the second half of a double click on what then goes", async () => {
  const { page, simulator, panel } = desk;
  const after = await boxOf(lower);
  simulator.order(refused);
  await button(upper).click();
  await panel.getByText(/^Not retrieved/).waitFor();
  const point = pointOfBoth(await boxOf("Dismiss"), after);
  await page.mouse.dblclick(point.x, point.y);
  await panel.getByText(/^Not retrieved/).waitFor({ state: "detached" });
  expect(await nameAt(point)).toBe(lower);
  expect(await postedSince()).toEqual([`retrieve ${first.callId}`]);
});

it("sends nothing for a press on a row that came under a pointer that stood still, until it is pressed again", async () => {
  const { page, simulator, panel } = desk;
  const after = await boxOf(lower);
  simulator.order(refused);
  await button(upper).click();
  await panel.getByText(/^Not retrieved/).waitFor();
  const point = pointOfBoth(await boxOf("Dismiss"), after);
  await page.mouse.move(point.x, point.y);
  await button("Dismiss").press("Enter");
  await panel.getByText(/^Not retrieved/).waitFor({ state: "detached" });
  expect(await nameAt(point)).toBe(lower);
  const press = async () => {
    await page.mouse.down();
    await page.mouse.up();
  };
  await press();
  expect(await postedSince()).toEqual([`retrieve ${first.callId}`]);
  await press();
  expect(await postedSince()).toEqual([`retrieve ${first.callId}`, `retrieve ${second.callId}`]);
});

it("moves no row below under the pointer when an outcome comes or goes, and tells it in full when the pointer leaves", async () => {
  const { page, simulator, panel } = desk;
  simulator.order({ kind: "latency", on: "retrieve", delay: 1_500, times: 1 });
  simulator.order(refused);
  await button(upper).click();
  const before = await boxOf(lower);
  await button(lower).hover();
  const line = panel.locator(".hlp-outcome");
  await line.getByText(/^Not retrieved/).waitFor();
  expect(await line.getAttribute("data-place")).toBe("inline");
  expect(await boxOf(lower)).toEqual(before);
  await page.mouse.move(0, 0);
  await panel.getByRole("button", { name: "Dismiss" }).waitFor();
  expect((await boxOf(lower)).y).toBeGreaterThan(before.y);

  // And when it goes: the call leaves, and the line with it.
  const pushed = await boxOf(lower);
  await button(lower).hover();
  simulator.endCall(agentId, first.callId);
  await panel.locator("[data-left]").waitFor();
  expect(Math.abs((await boxOf(lower)).y - pushed.y)).toBeLessThan(1); // soft print is a hair lower than bold
  await page.mouse.move(0, 0);
  await line.waitFor({ state: "detached" });
});
