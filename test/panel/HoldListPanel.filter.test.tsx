import { act, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { en, type HoldListPanelProps, zhCN } from "../../src/index.js";
import type { Simulator } from "../../src/simulator/simulator.js";
import { agentId } from "../support/calls.js";
import { passTime } from "../support/clock.js";
import { renderPanel } from "../support/renderPanel.js";
import {
  button,
  detailsButton,
  expectShown,
  focusVisibly,
  queryButton,
  recordAnnouncements,
  rows,
} from "../support/screen.js";

const idOf = (index: number) => `15011279${20 + index}-${index % 10}`;

function hold(simulator: Simulator, ...indices: number[]): void {
  for (const index of indices)
    simulator.holdCall(agentId, {
      callId: idOf(index),
      callType: 0,
      caller: `138001380${10 + index}`,
      called: "10086",
      skill: index % 7 === 0 ? "After-Sales" : "voice",
    });
}
const indices = (count: number) => Array.from({ length: count }, (_, index) => index);
const renderMany = (count: number, props: HoldListPanelProps = {}) =>
  renderPanel({ before: (simulator) => hold(simulator, ...indices(count)), props });
const field = () => screen.getByRole<HTMLInputElement>("searchbox", { name: en.filter });
const queryField = () => screen.queryByRole("searchbox");
const held = () => rows().filter((row) => !row.hasAttribute("data-left"));

it("comes with 20 calls, and not where the host turns it off", async () => {
  const { simulator, show } = await renderMany(19);
  expect(queryField()).toBeNull();
  hold(simulator, 19);
  await passTime(3_000);
  expect(field()).toBeVisible();
  show({ filter: false });
  expect(queryField()).toBeNull();
});

it("leaves the rows that match, and says how many and that none does", async () => {
  const { user } = await renderMany(20);
  await user.type(field(), "8012");
  expectShown(en.filterCount(1, 20));
  expect(rows()).toHaveLength(1);
  await user.type(field(), "x");
  expectShown(en.filterCount(0, 20), en.noMatch);
  expect(screen.queryByRole("listitem")).toBeNull();
});

it("is cleared by Escape and by its button, which keep the focus, and leaves a further Escape to the host", async () => {
  const onKeyDown = vi.fn();
  const { user } = await renderPanel({
    before: (simulator) => hold(simulator, ...indices(20)),
    page: (panel) => (
      // eslint-disable-next-line jsx-a11y/no-static-element-interactions
      <div onKeyDown={({ key }) => void (key === "Escape" && onKeyDown())}>{panel}</div>
    ),
  });
  await user.type(field(), "8012{Escape}");
  expect(field()).toHaveValue("");
  expect(rows()).toHaveLength(20);
  expect(field()).toHaveFocus();
  expect(onKeyDown).not.toHaveBeenCalled();
  await user.keyboard("{Escape}");
  expect(onKeyDown).toHaveBeenCalledOnce();
  await user.type(field(), "8012");
  await user.tab();
  expect(button(en.clearFilter)).toHaveFocus();
  await user.keyboard("{Enter}");
  expect(rows()).toHaveLength(20);
  expect(field()).toHaveFocus();
  expect(queryButton(en.clearFilter)).toBeNull();
});

it("is before the rows in the order of the Tab key, and does not submit a form of the host", async () => {
  const onSubmit = vi.fn();
  const { user } = await renderPanel({
    before: (simulator) => hold(simulator, ...indices(20)),
    page: (panel) => <form onSubmit={onSubmit}>{panel}</form>,
  });
  act(() => button(en.refresh).focus());
  await user.tab();
  expect(field()).toHaveFocus();
  await user.keyboard("{Enter}");
  expect(onSubmit).not.toHaveBeenCalled();
  await user.tab();
  expect(rows()[0]).toContainElement(document.activeElement as HTMLElement);
});

it("announces once how many calls match, and not after it was cleared", async () => {
  const { user } = await renderMany(20);
  await passTime(5_000);
  const announced = recordAnnouncements();
  await user.type(field(), "8012");
  expect(announced).toEqual([]);
  await passTime(4_000);
  expect(announced).toEqual([`status: ${en.announceMatches(1, 20)}`]);
  await user.type(field(), "3{Escape}");
  await passTime(4_000);
  expect(announced).toHaveLength(1);
});

it("says the matches in English and Chinese", () => {
  expect(en.announceMatches(1, 42)).toBe("1 of 42 calls matches.");
  expect(en.announceMatches(0, 42)).toBe("0 of 42 calls match.");
  expect(zhCN.announceMatches(3, 42)).toBe("42 个通话中有 3 个符合。");
});

it("hides no count: the header counts all calls and those held too long", async () => {
  const { user, session } = await renderMany(20);
  act(() => session.getState().setHeldSince(idOf(3), Date.now() - 200_000));
  await user.type(field(), "8012");
  await passTime(2_000);
  expectShown(en.tooLongCount(1));
  expect(screen.getByText(en.count(20))).toBeInTheDocument();
  expect(rows()).toHaveLength(1);
});

it("shows a call that arrives only if it matches, and keeps one that leaves for its time", async () => {
  const { user, simulator } = await renderMany(20);
  await user.type(field(), "801");
  expect(rows()).toHaveLength(10);
  hold(simulator, 60);
  simulator.endCall(agentId, idOf(3));
  simulator.endCall(agentId, idOf(12));
  await passTime(3_000);
  expectShown(en.filterCount(9, 19));
  expect(rows()).toHaveLength(10);
  expect(held()).toHaveLength(9);
  await passTime(6_000);
  expect(rows()).toHaveLength(9);
});

it("keeps details open and the ends of call IDs while it hides the other calls", async () => {
  const { user } = await renderMany(20);
  await user.click(detailsButton("922-2"));
  await user.type(field(), "8013");
  expect(screen.queryByText(idOf(2))).toBeNull();
  expect(detailsButton("923-3")).toBeVisible();
  await user.keyboard("{Escape}");
  expectShown(idOf(2));
});

it("stays while it hides calls, however few they are, and goes when it is empty", async () => {
  const { user, simulator } = await renderMany(20);
  await user.type(field(), "8012");
  for (const index of indices(18)) if (index !== 2) simulator.endCall(agentId, idOf(index));
  await passTime(8_000);
  expectShown(en.filterCount(1, 3));
  await user.clear(field());
  expect(rows()).toHaveLength(3);
  expect(field()).toHaveFocus(); // and is not taken from under the hand
  await user.tab();
  expect(queryField()).toBeNull();
});

it("is cleared with the last call, for another agent, and at the sign-out", async () => {
  const { user, simulator, session } = await renderMany(20);
  await user.type(field(), "8012");
  act(() => button(en.refresh).focus());
  for (const index of indices(20)) simulator.endCall(agentId, idOf(index));
  await passTime(8_000);
  expectShown(en.empty);
  expect(queryField()).toBeNull();
  hold(simulator, ...indices(20));
  await passTime(3_000);
  expect(field()).toHaveValue("");
  await user.type(field(), "8012");
  await user.tab(); // user-event fires a change event when a field that was typed into loses the focus
  act(() => session.getState().signOut());
  await passTime(0);
  expect(queryField()).toBeNull();
  act(() => void session.getState().signIn({ agentId, guid: simulator.signIn(agentId) }));
  await passTime(3_000);
  expect(field()).toHaveValue("");
  expect(document.documentElement.outerHTML).not.toContain('value="8012"');
});

it("gives its focus to the heading when it is removed", async () => {
  const { show } = await renderMany(20);
  act(() => focusVisibly(field()));
  show({ filter: false });
  expect(screen.getByRole("heading")).toHaveFocus();
});

it("lets the browser neither store nor check what is typed", async () => {
  await renderMany(20);
  expect(field()).toHaveAttribute("autocomplete", "off");
  expect(field()).toHaveAttribute("spellcheck", "false");
  expect(field()).not.toHaveAttribute("name");
});
