import { act, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { en, type HoldListPanelProps, maskNumber, retrieve } from "../../src/index.js";
import type { Simulator } from "../../src/simulator/simulator.js";
import { agentId, passTime, renderPanel } from "../support/renderPanel.js";

const callIds = Array.from({ length: 40 }, (_, index) => `15011279${index + 10}-${index}`);
const holdForty = (simulator: Simulator) =>
  callIds.forEach((callId, index) =>
    simulator.holdCall(agentId, { callId, callType: 0, caller: `138001380${index + 10}`, called: "10086", skill: "" }),
  );

/** Counts renders of rows: each calls the label of its details once. */
function countRows() {
  const details = vi.fn(en.details);
  return { details, take: () => details.mock.calls.splice(0).length };
}

it("renders only the row of a call that crosses a threshold", async () => {
  const { details, take } = countRows();
  const long = callIds[7];
  await renderPanel({
    before: holdForty,
    props: { labels: { details }, actions: [retrieve] },
    provider: { attention: ({ callId }) => ({ long: callId === long ? 10_000 : Infinity, tooLong: Infinity }) },
  });
  await passTime(5_000);
  take();
  await passTime(10_000);
  expect(screen.getAllByText(en.longHold)).toHaveLength(1);
  expect(take()).toBe(1);
});

it.each<[string, () => HoldListPanelProps]>([
  ["an inline mask", () => ({ mask: (number) => maskNumber(number) })],
  ["inline labels", () => ({ labels: { ...en, empty: "Nobody waits", count: (calls) => `${calls}` } })],
  ["an inline renderCall", () => ({ renderCall: ({ callId }) => callId })],
  ["inline actions and onAction", () => ({ actions: [retrieve], onAction: () => {} })],
])("renders no row for a host that renders again with %s", async (_, props) => {
  const { details, take } = countRows();
  const inline = (): HoldListPanelProps => {
    const given = props();
    return { ...given, labels: { ...given.labels, details } };
  };
  const { show } = await renderPanel({ before: holdForty, props: inline() });
  await passTime(5_000);
  expect(take()).toBeGreaterThanOrEqual(40);
  for (let seconds = 0; seconds < 3; seconds++) {
    show(inline());
    await passTime(1_000);
  }
  expect(take()).toBe(0);
});

it("renders every row for a mask that shows numbers otherwise, and the slots for a renderCall that gives other content", async () => {
  const { show } = await renderPanel({ before: holdForty, props: { mask: () => "one", renderCall: () => "before" } });
  expect(screen.getAllByText("one")).toHaveLength(40);
  act(() => show({ mask: () => "two", renderCall: () => "after" }));
  expect(screen.getAllByText("two")).toHaveLength(40);
  expect(screen.getAllByText("after")).toHaveLength(40);
});
