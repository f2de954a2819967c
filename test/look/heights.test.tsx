import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { page } from "vitest/browser";
import {
  connectAndLeave,
  enActions,
  type HoldListPanelProps,
  hangUp,
  retrieve,
  threeParty,
  zhCN,
  zhCNActions,
} from "../../src/index.js";
import type { Simulator } from "../../src/simulator/simulator.js";
import * as stories from "../../src/stories/HoldListPanel.stories.js";
import { openStates, type OpenState } from "./states.js";

const calls: [callId: string, heldFor: number][] = [
  ["1501127996-1", 240_000],
  ["1501127920-2", 178_000], // too long in 2 s
  ["1501128311-3", 57_000], // long in 3 s
  ["1501128400-4", 41_000],
  ["1501128401-5", 20_000],
  ["1501128402-6", 9_000],
];
const actions = [retrieve, threeParty, connectAndLeave, hangUp];
const panels: [name: string, width: number, props: Partial<HoldListPanelProps>][] = [
  ["300 px", 300, {}],
  ["344 px in Chinese", 344, { labels: { ...zhCN, ...zhCNActions } }],
  ["640 px, compact, with the host's content", 640, { density: "compact", renderCall: () => "Amara Okafor" }],
  ["900 px", 900, { labels: enActions }],
  ["900 px with the host's content", 900, { renderCall: () => "Amara Okafor" }],
  ["344 px without actions", 344, { actions: [] }],
  ["900 px without actions", 900, { actions: [] }],
];

/** The simulators of the panels, in their order. */
const simulators: { simulator: Simulator; agentId: string }[] = [];
const gateway = {
  before: (simulator: Simulator, agentId: string) => {
    simulators.push({ simulator, agentId });
    simulator.takeCall(agentId, { callId: "1501129900-8", callType: 0, caller: "70999", called: "10086" });
    for (const [callId] of calls) hold(simulator, agentId, callId);
  },
  heldFor: Object.fromEntries(calls),
};
const hold = (simulator: Simulator, agentId: string, callId: string) =>
  void simulator.holdCall(agentId, {
    callId,
    callType: 0,
    caller: "13800138000",
    called: "10086",
    skill: "After-sales",
  });
const file = { default: stories.default, Rows: { args: { actions }, parameters: { gateway } } };

let open: OpenState[];
beforeAll(async () => {
  await page.viewport(1200, 1_400);
  Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.resolve() }, configurable: true });
  open = await openStates(panels.map(() => ({ from: file, story: "Rows", until: ".hlp-row" })));
  open.forEach(({ host, render }, at) => {
    host.style.inlineSize = `${panels[at]?.[1]}px`;
    render(panels[at]?.[2] ?? {});
  });
  await vi.waitFor(() => open.forEach(({ panel }) => expect(rowsOf(panel)).toHaveLength(calls.length)));
});
afterAll(() => open?.forEach(({ close }) => close()));

const rowsOf = (panel: Element) => [...panel.querySelectorAll<HTMLElement>(".hlp-row")];
const ids = new Map<Element, string>();
/** The end of the call ID of a row. An outcome takes its place, so it is kept. */
function idOf(row: Element): string {
  const shown = row.querySelector(".hlp-call-id > bdi")?.textContent.slice(-5);
  if (shown !== undefined) ids.set(row, shown);
  return ids.get(row) ?? "";
}
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
const mayBeTaller = (row: Element) => row.querySelector(".hlp-details, .hlp-confirmation") !== null;

/**
 * Records the boxes of all rows in each frame. A row must be as high as all were at first, unless it shows its details or a
 * confirmation, and must stand directly below the one before it, at the same place below the panel's edge.
 */
function record(panel: Element) {
  const topOf = (element: Element) => element.getBoundingClientRect().top - panel.getBoundingClientRect().top;
  const usual = rowsOf(panel)[0]?.getBoundingClientRect().height ?? 0;
  const first = topOf(rowsOf(panel)[0] ?? panel);
  const faults = new Set<string>();
  const orders = new Set<string>();
  const states = new Set<string>();
  let phase = "";
  let frame = requestAnimationFrame(function look() {
    frame = requestAnimationFrame(look);
    let next = first;
    for (const row of rowsOf(panel)) {
      const { height } = row.getBoundingClientRect();
      const { left, attention } = row.dataset;
      if (left !== undefined) states.add("left");
      if (attention !== undefined) states.add(attention);
      if (row.querySelector('[data-busy="true"]') !== null) states.add("busy");
      if (row.querySelector(".hlp-outcome") !== null) states.add("outcome");
      if (mayBeTaller(row)) states.add(row.querySelector(".hlp-details") === null ? "confirmation" : "details");
      else if (Math.abs(height - usual) > 0.1) faults.add(`${phase}: ${idOf(row)} is ${height} px high, not ${usual}`);
      const moved = topOf(row) - next;
      if (Math.abs(moved) > 0.5) faults.add(`${phase}: ${idOf(row)} is moved by ${moved} px`);
      next += height;
    }
    orders.add(rowsOf(panel).map(idOf).join(" "));
  });
  return {
    faults,
    orders,
    states,
    setPhase: (name: string) => void (phase = name),
    stop: () => cancelAnimationFrame(frame),
  };
}

it("changes no height and moves no row but for details, a confirmation, and a row that arrives or has left", async () => {
  const records = open.map(({ panel }) => record(panel));
  const acting = open.filter((_, at) => panels[at]?.[2].actions === undefined).map(({ panel }) => panel);
  const all = open.map(({ panel }) => panel);
  const phase = (name: string) => records.forEach(({ setPhase }) => setPhase(name));
  const row = (panel: Element, id: string) => {
    const found = rowsOf(panel).find((one) => idOf(one) === id);
    if (found === undefined) throw new Error(`There is no row of ${id}.`);
    return found;
  };
  const press = (panel: Element, id: string, selector: string) => {
    const control = row(panel, id).querySelector<HTMLElement>(selector);
    if (control === null) throw new Error(`The row of ${id} has no ${selector}.`);
    control.click();
  };
  /** Waits until each panel's row of a call has the element, or has it no more. */
  const until = (selector: string, id: string, those: readonly Element[] = acting, count = 1) =>
    vi.waitFor(() => those.forEach((panel) => expect(row(panel, id).querySelectorAll(selector)).toHaveLength(count)), {
      timeout: 6_000,
    });

  phase("a caller hangs up");
  for (const { simulator, agentId } of simulators) simulator.endCall(agentId, "1501128402-6");
  phase("a call arrives");
  for (const { simulator, agentId } of simulators) hold(simulator, agentId, "1501129000-7");
  await vi.waitFor(() => all.forEach((panel) => row(panel, "000-7")), { timeout: 3_000 });

  phase("details open");
  for (const panel of all) press(panel, "996-1", ".hlp-call-id");
  await until(".hlp-details", "996-1", all);
  phase("copied");
  for (const panel of all) press(panel, "996-1", '[data-hlp-control="copy"]');
  await until("[role=status] > span", "996-1", all);
  phase("details closed");
  for (const panel of all) press(panel, "996-1", ".hlp-call-id");

  phase("a confirmation");
  for (const panel of acting) {
    press(panel, "920-2", '[data-hlp-control="menu"]');
    await until(".hlp-menu", "920-2", [panel]);
    press(panel, "920-2", ".hlp-menu-item:last-child");
    await until(".hlp-confirmation", "920-2", [panel]);
    await nextFrame(); // so that it is recorded
    press(panel, "920-2", ".hlp-answers > .hlp-button:first-child");
    await until(".hlp-confirmation", "920-2", [panel], 0);
  }

  phase("refused");
  for (const { simulator } of simulators)
    simulator.order({ kind: "retcode", retcode: "200-016", on: "retrieve", message: "wrong state", times: 1 });
  for (const panel of acting) press(panel, "311-3", ".hlp-action");
  await until(".hlp-outcome", "311-3");
  phase("the outcome is dismissed");
  for (const panel of acting) press(panel, "311-3", ".hlp-answers > .hlp-button");
  await until(".hlp-outcome", "311-3", acting, 0);

  phase("busy");
  for (const { simulator } of simulators) simulator.order({ kind: "latency", on: "retrieve", delay: 400, times: 1 });
  for (const panel of acting) press(panel, "400-4", ".hlp-action");
  await until('.hlp-action[data-busy="true"]', "400-4");
  phase("retrieved");
  await vi.waitFor(() => acting.forEach((panel) => expect(row(panel, "400-4").dataset.left).toBeDefined()), {
    timeout: 3_000,
  });
  phase("the call that the agent talked to arrives");
  await vi.waitFor(() => acting.forEach((panel) => row(panel, "900-8")), { timeout: 7_000 });
  phase("held long, and rows that leave");
  await until(".hlp-level", "311-3", all);
  await vi.waitFor(
    () => all.forEach((panel) => expect(rowsOf(panel).map(idOf)).not.toEqual(expect.arrayContaining(["402-6"]))),
    { timeout: 7_000 },
  );
  records.forEach(({ stop }) => stop());

  expect(Object.fromEntries(records.map(({ faults }, at) => [panels[at]?.[0], [...faults]]))).toEqual(
    Object.fromEntries(panels.map(([name]) => [name, []])),
  );
  for (const [at, { states, orders }] of records.entries()) {
    const isActing = panels[at]?.[2].actions === undefined;
    const seen = ["details", "left", "long", "too-long", ...(isActing ? ["busy", "confirmation", "outcome"] : [])];
    expect([...states].sort()).toEqual(seen.sort());
    // Rows come at the end, and go only from their places. In the end the call that the agent talked to is on hold.
    const places = ["996-1", "920-2", "311-3", "400-4", "401-5", "402-6", "000-7", ...(isActing ? ["900-8"] : [])];
    const inOrder = [...orders].map((order) => places.filter((id) => order.includes(id)).join(" "));
    expect([...orders]).toEqual(inOrder);
    expect(places.filter((id) => !inOrder.join().includes(id))).toEqual([]);
  }
});
