import { act, fireEvent, screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { agentId, holdThree, move, renderPanel } from "../support/renderPanel.js";

const heading = () => screen.getByRole("heading", { name: "On hold" });
const list = () => screen.getByRole("list");
const details = (suffix: string) => screen.getByRole("button", { name: `Details, call ID ending ${suffix}` });
/** The rows by the ends of their call IDs; in brackets who has left. */
const rows = () =>
  screen.getAllByRole("listitem").map((row) => {
    const suffix = within(row)
      .getByRole("button", { name: /^Details/ })
      .textContent?.replace("…", "");
    return row.hasAttribute("data-left") ? `(${suffix})` : suffix;
  });
const isAbove = (one: Element, other: Element) =>
  one.compareDocumentPosition(other) === Node.DOCUMENT_POSITION_FOLLOWING;
/** The pointer goes from one element to another; userEvent's leaves the page in between. */
const glide = (from: Element, to: Element) => {
  fireEvent.pointerOut(from, { relatedTarget: to });
  fireEvent.pointerOver(to, { relatedTarget: from });
};

const newcomer = { callId: "1501129000-7", callType: 0, caller: "70999", called: "10086", skill: "" };

it("keeps every row in its place under the pointer: who leaves stays, who comes waits at the end", async () => {
  const { simulator, user } = await renderPanel({ before: holdThree, props: { order: "newest-first" } });
  expect(rows()).toEqual(["311-5", "920-0", "996-2"]);
  await user.hover(details("996-2"));
  simulator.endCall(agentId, "1501127920-0");
  simulator.holdCall(agentId, newcomer);
  await move(2_010);
  expect(rows()).toEqual(["311-5", "(920-0)", "996-2", "000-7"]);
  expect(screen.getByText("3 calls")).toBeInTheDocument();
  await move(10_000);
  expect(rows()).toEqual(["311-5", "(920-0)", "996-2", "000-7"]);
  await user.hover(heading());
  expect(rows()).toEqual(["000-7", "311-5", "996-2"]);
});

it("settles a new order only when the hand leaves", async () => {
  const { session, user } = await renderPanel({ before: holdThree });
  await user.hover(list());
  act(() => session.getState().setHeldSince("1501128311-5", Date.now() - 300_000));
  expect(within(screen.getAllByRole("listitem")[2] ?? list()).getByRole("timer")).toHaveTextContent(/^5:00/);
  expect(rows()).toEqual(["996-2", "920-0", "311-5"]);
  await user.unhover(list());
  expect(rows()).toEqual(["311-5", "996-2", "920-0"]);
});

it("gives a press to the call it was aimed at, whatever comes and goes meanwhile", async () => {
  const { simulator, user } = await renderPanel({ before: holdThree, props: { order: "newest-first" } });
  const third = screen.getAllByRole("listitem")[2];
  await user.pointer({ target: details("996-2"), keys: "[MouseLeft>]" });
  simulator.endCall(agentId, "1501128311-5");
  simulator.holdCall(agentId, newcomer);
  await move(2_010);
  expect(screen.getAllByRole("listitem")[2]).toBe(third);
  await user.pointer({ target: details("996-2"), keys: "[/MouseLeft]" });
  expect(details("996-2")).toHaveAttribute("aria-expanded", "true");
  expect(screen.getByText("1501127996-2")).toBeVisible();
});

it("leaves the focus on the row of a call that has left, until the agent moves on", async () => {
  const { simulator, user } = await renderPanel({ before: holdThree });
  act(() => details("920-0").focus());
  simulator.endCall(agentId, "1501127920-0");
  await move(20_000);
  expect(rows()).toEqual(["996-2", "(920-0)", "311-5"]);
  expect(details("920-0")).toHaveFocus();
  await user.keyboard("{Enter}");
  expect(details("920-0")).toHaveAttribute("aria-expanded", "true");
  await user.keyboard("{Enter}{ArrowDown}");
  expect(details("311-5")).toHaveFocus();
  expect(rows()).toEqual(["996-2", "(920-0)", "311-5"]);
  act(() => screen.getByRole("button", { name: "Refresh calls on hold" }).focus());
  expect(rows()).toEqual(["996-2", "311-5"]);
  expect(screen.getByRole("button", { name: "Refresh calls on hold" })).toHaveFocus();
});

it("gives the focus to the heading where the row that has it must go", async () => {
  const { simulator, user } = await renderPanel({ before: holdThree });
  act(() => details("920-0").focus());
  simulator.endCall(agentId, "1501127920-0");
  await move(10_000);
  // The window loses the focus, and with it the hand; the row keeps being the page's active element.
  const row = details("920-0");
  act(() => void row.dispatchEvent(new FocusEvent("focusout", { bubbles: true })));
  expect(row).not.toBeInTheDocument();
  expect(heading()).toHaveFocus();
  await user.keyboard("{Enter}");
  expect(screen.queryByText("1501128311-5")).toBeNull();
});

it("takes a call that comes back under the hand into its old row", async () => {
  const { simulator, user } = await renderPanel({ before: holdThree });
  await user.hover(list());
  simulator.endCall(agentId, "1501127920-0");
  await move(2_010);
  expect(rows()).toEqual(["996-2", "(920-0)", "311-5"]);
  simulator.holdCall(agentId, {
    callId: "1501127920-0",
    callType: 0,
    caller: "70941",
    called: "10086",
    skill: "voice",
  });
  await move(2_010);
  expect(rows()).toEqual(["996-2", "920-0", "311-5"]);
  await user.unhover(list());
  expect(rows()).toEqual(["996-2", "311-5", "920-0"]);
});

it("keeps the last row under the hand when its call leaves, beside the word that nothing is on hold", async () => {
  const { simulator, user } = await renderPanel({ before: (simulator) => void simulator.holdCall(agentId, newcomer) });
  await user.hover(details("000-7"));
  simulator.endCall(agentId, newcomer.callId);
  await move(20_000);
  expect(rows()).toEqual(["(000-7)"]);
  expect(screen.getByText("No calls on hold")).toBeVisible();
  await user.hover(heading());
  expect(screen.queryByRole("list")).toBeNull();
});

it("shows the strip that comes under the hand below the rows, and above them when the hand has left", async () => {
  const { simulator, user } = await renderPanel({ before: holdThree });
  await user.hover(list());
  simulator.order({ kind: "disconnect" });
  await move(4_050);
  expect(isAbove(list(), screen.getByText("Not up to date since 10:42:07"))).toBe(true);
  await user.hover(heading());
  expect(isAbove(screen.getByText("Not up to date since 10:42:07"), list())).toBe(true);
});

it("lets the pointer come from the rows to the strip below them", async () => {
  const { simulator, user } = await renderPanel({ before: holdThree });
  await user.hover(list());
  simulator.order({ kind: "disconnect" });
  await move(4_050);
  const tryNow = screen.getByRole("button", { name: "Try now" });
  glide(list(), tryNow);
  expect(isAbove(list(), tryNow)).toBe(true);
  glide(tryNow, heading());
  expect(isAbove(screen.getByRole("button", { name: "Try now" }), list())).toBe(true);
});

it("lets Tab go from the last row to the strip below", async () => {
  const { simulator, user } = await renderPanel({ before: holdThree });
  act(() => details("311-5").focus());
  simulator.order({ kind: "disconnect" });
  await move(4_050);
  await user.tab();
  expect(screen.getByRole("button", { name: "Try now" })).toHaveFocus();
});

it("leaves a strip where it is while the hand is on the rows below it, though the doubt is over", async () => {
  const { simulator, user } = await renderPanel({ before: holdThree });
  simulator.order({ kind: "disconnect" });
  await move(4_050);
  await user.hover(list());
  simulator.clearFaults();
  await move(30_000);
  expect(isAbove(screen.getByText("Up to date again"), list())).toBe(true);
  await user.hover(heading());
  expect(screen.queryByText("Up to date again")).toBeNull();
});

it("leaves nothing of a hand on the former agent's rows to the next one", async () => {
  const { simulator, session, user } = await renderPanel({ before: holdThree, props: { order: "newest-first" } });
  simulator.order({ kind: "disconnect" });
  await move(4_050);
  act(() => details("920-0").focus());
  await user.hover(list());
  simulator.clearFaults();
  act(() => session.getState().signOut());
  expect(screen.getByRole("region")).toHaveTextContent(/^On holdNot signed inSign in to see your calls on hold\.$/);

  simulator.holdCall("292", { callId: "8-8", callType: 0, caller: "70999", skill: "" });
  const guid = simulator.signIn("292");
  act(() => session.getState().signIn({ agentId: "292", guid }));
  await move(10);
  expect(rows()).toEqual(["8-8"]);
  simulator.holdCall("292", { callId: "9-9", callType: 0, caller: "70998", skill: "" });
  await move(2_010);
  expect(rows()).toEqual(["9-9", "8-8"]);
  simulator.order({ kind: "disconnect" });
  await move(4_050);
  expect(isAbove(screen.getByText(/^Not up to date since/), list())).toBe(true);
});

it("leaves nothing of a hand behind where the next agent has no calls", async () => {
  const { simulator, session, user } = await renderPanel({ before: holdThree });
  simulator.order({ kind: "disconnect" });
  await move(4_050);
  await user.hover(list());
  simulator.clearFaults();
  const guid = simulator.signIn("292");
  act(() => session.getState().signIn({ agentId: "292", guid }));
  expect(screen.queryByText("Up to date again")).toBeNull();
  await move(10);
  expect(screen.getByText("No calls on hold")).toBeVisible();
  expect(screen.queryByText("Up to date again")).toBeNull();
});

it("lets go of the rows when a button that had the focus goes with its call, and hands it on to the heading", async () => {
  const { simulator } = await renderPanel({
    before: holdThree,
    provider: { attention: { long: 1_000, tooLong: Infinity } },
  });
  await move(1_100);
  const [quiet] = screen.getAllByRole("button", { name: /^Got it/ });
  act(() => quiet?.focus());
  simulator.endCall(agentId, "1501127996-2");
  await move(2_010);
  expect(heading()).toHaveFocus();
  expect(rows()).toEqual(["(996-2)", "920-0", "311-5"]);
  await move(6_000);
  expect(rows()).toEqual(["920-0", "311-5"]);
});
