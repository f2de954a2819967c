import { afterEach, expect, it, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { Simulator } from "../../src/simulator/simulator.js";
import { hangUp, retrieve } from "../../src/index.js";
import * as stories from "../../src/stories/HoldListPanel.stories.js";
import { openStates, type OpenState } from "./states.js";

const count = 500;
const gateway = {
  before: (simulator: Simulator, agentId: string) => {
    for (let index = 0; index < count; index++)
      simulator.holdCall(agentId, {
        callId: `15011279-${1_000 + index}`,
        callType: 0,
        caller: `13800${String(index).padStart(6, "0")}`,
        called: "10086",
        skill: "",
      });
  },
};
const file = {
  default: stories.default,
  Long: { args: { order: "gateway", actions: [retrieve, hangUp] }, parameters: { gateway } },
};

let open: OpenState | undefined;
afterEach(() => open?.close());

async function openLong(size: string) {
  await page.viewport(1200, 900);
  [open] = await openStates([{ from: file, story: "Long", until: ".hlp-row" }]);
  if (open === undefined) throw new Error("Nothing opened.");
  open.host.style.setProperty("--hlp-list-size", size);
  const list = open.panel.querySelector<HTMLElement>(".hlp-list");
  if (list === null) throw new Error("There is no list.");
  const rows = () => [...list.querySelectorAll<HTMLElement>(".hlp-row")];
  const positions = () => rows().map((row) => Number(row.getAttribute("aria-posinset")));
  /** The positions of the rows in view, from top to bottom. */
  const inView = () => {
    const { top, bottom } = list.getBoundingClientRect();
    return rows()
      .filter((row) => {
        const box = row.getBoundingClientRect();
        return box.bottom > Math.max(0, top) + 1 && box.top < Math.min(innerHeight, bottom) - 1;
      })
      .map((row) => Number(row.getAttribute("aria-posinset")));
  };
  /** Whether rows fill the view. */
  const isFilled = () => {
    const seen = inView();
    const { top, bottom } = list.getBoundingClientRect();
    const height = Math.min(innerHeight, bottom) - Math.max(0, top);
    return seen.length * (rows()[0]?.offsetHeight ?? 0) >= height;
  };
  return { list, rows, positions, inView, isFilled };
}

it.each([
  ["the page", "none"],
  ["the list", "400px"],
])("draws the rows in view, each with its position, wherever %s scrolls", async (_, size) => {
  const { list, rows, inView, isFilled } = await openLong(size);
  const scroller = size === "none" ? document.documentElement : list;
  const height = scroller.scrollHeight;
  for (const share of [0, 0.5, 1, 0.25]) {
    scroller.scrollTop = share * (scroller.scrollHeight - scroller.clientHeight);
    await vi.waitFor(() => expect(isFilled()).toBe(true));
    const seen = inView();
    expect(seen).toEqual(seen.map((_, at) => (seen[0] ?? 0) + at));
    expect(rows().length).toBeLessThan(100);
    expect(Math.abs(scroller.scrollHeight - height)).toBeLessThan(2);
    if (share === 0) expect(seen[0]).toBe(1);
    if (share === 1) expect(seen.at(-1)).toBe(count);
  }
  expect(rows()[0]?.getAttribute("aria-setsize")).toBe(String(count));
});

it("moves the focus through all rows by key, keeps it while the list scrolls, and keeps the rows around it", async () => {
  const { list, positions, inView } = await openLong("400px");
  const focused = () => Number(document.activeElement?.closest("li")?.getAttribute("aria-posinset"));
  list.querySelector<HTMLElement>(".hlp-action")?.focus();
  for (let step = 0; step < 60; step++) await userEvent.keyboard("{ArrowDown}");
  expect(focused()).toBe(61);
  await userEvent.keyboard("{End}");
  expect(focused()).toBe(count);
  await vi.waitFor(() => expect(inView()).toContain(count));
  await userEvent.keyboard("{Home}");
  expect(focused()).toBe(1);
  await userEvent.keyboard("{Tab}{Tab}{Tab}{Tab}{Tab}{Tab}");
  expect(focused()).toBe(3);
  list.scrollTop = list.scrollHeight;
  await vi.waitFor(() => expect(inView()).toContain(count));
  expect(focused()).toBe(3);
  expect(positions()).toEqual(expect.arrayContaining([2, 3, 4]));
  await userEvent.keyboard("{Tab}{Tab}{Tab}");
  expect(focused()).toBe(4);
});

it("keeps details and a confirmation while their rows are out of view and the focus is elsewhere", async () => {
  const { list, rows, inView } = await openLong("400px");
  const press = (row: number, selector: string) => rows()[row]?.querySelector<HTMLElement>(selector)?.click();
  press(0, ".hlp-call-id");
  press(1, '[data-hlp-control="menu"]');
  await vi.waitFor(() => expect(list.querySelector(".hlp-menu-item")).not.toBeNull());
  press(1, ".hlp-menu-item");
  await vi.waitFor(() => expect(list.querySelector(".hlp-confirmation")).not.toBeNull());
  list.scrollTop = list.scrollHeight;
  await vi.waitFor(() => expect(inView()).toContain(count));
  rows().at(-1)?.querySelector<HTMLElement>(".hlp-action")?.focus();
  await vi.waitFor(() => expect(rows()[2]?.getAttribute("aria-posinset")).not.toBe("3"));
  list.scrollTop = 0;
  await vi.waitFor(() => expect(inView()).toContain(1));
  expect(rows()[0]?.querySelector(".hlp-details")).not.toBeNull();
  expect(rows()[1]?.querySelector(".hlp-confirmation")).not.toBeNull();
});

it("changes nothing while nothing scrolls", async () => {
  const { list, isFilled } = await openLong("none");
  await vi.waitFor(() => expect(isFilled()).toBe(true));
  await new Promise((resolve) => setTimeout(resolve, 300));
  const changes: MutationRecord[] = [];
  const observer = new MutationObserver((records) => changes.push(...records));
  observer.observe(list, { childList: true, attributes: true, subtree: true });
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  observer.disconnect();
  expect(changes.filter(({ target }) => !(target as Element).matches(".hlp-timer, .hlp-timer *"))).toEqual([]);
});
