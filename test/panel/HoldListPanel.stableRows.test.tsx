import { act, fireEvent, screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { en } from "../../src/index.js";
import { agentId, colleague, holdIncoming, holdThree, incoming, newcomer, outgoing } from "../support/calls.js";
import { passTime } from "../support/clock.js";
import { type PanelOptions, renderPanel } from "../support/renderPanel.js";
import {
  button,
  buttonIn,
  detailsButton,
  expectAbsent,
  expectShown,
  heading,
  list,
  panel,
  refreshButton,
  row,
  rows,
  rowSuffixes,
} from "../support/screen.js";

const notice = () => screen.getByText(en.notUpToDate("10:42:07"));
const tryNow = () => button(en.tryNow);
const expectAbove = (upper: Element, lower: Element) =>
  expect(upper.compareDocumentPosition(lower)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
/** Moves the pointer from one element straight to another; userEvent's pointer leaves the page in between. */
const movePointer = (from: Element, to: Element) => {
  fireEvent.pointerOut(from, { relatedTarget: to });
  fireEvent.pointerOver(to, { relatedTarget: from });
};

/** Renders three calls, and functions for what tests do most: polls fail, a call ends. */
async function renderThree(options: PanelOptions = {}) {
  const rendered = await renderPanel({ before: holdThree, ...options });
  const { simulator } = rendered;
  return {
    ...rendered,
    failPolls: async () => {
      simulator.order({ kind: "disconnect" });
      await passTime(4_050);
    },
    end: async (call: { callId: string }, ms = 2_010) => {
      simulator.endCall(agentId, call.callId);
      await passTime(ms);
    },
  };
}

it("keeps every row in its place under the pointer, and appends new calls", async () => {
  const { simulator, user, end } = await renderThree({ props: { order: "newest-first" } });
  expect(rowSuffixes()).toEqual(["311-5", "920-0", "996-2"]);
  await user.hover(detailsButton("996-2"));
  simulator.holdCall(agentId, newcomer);
  await end(incoming);
  expect(rowSuffixes()).toEqual(["311-5", "(920-0)", "996-2", "000-7"]);
  expect(screen.getByText(en.count(3))).toBeInTheDocument();
  await passTime(10_000);
  expect(rowSuffixes()).toEqual(["311-5", "(920-0)", "996-2", "000-7"]);
  await user.hover(heading());
  expect(rowSuffixes()).toEqual(["000-7", "311-5", "996-2"]);
});

it("applies a new order only when the pointer leaves the rows", async () => {
  const { session, user } = await renderThree();
  await user.hover(list());
  act(() => session.getState().setHeldSince(colleague.callId, Date.now() - 300_000));
  expect(within(row(colleague)).getByRole("timer")).toHaveTextContent(/^5:00/);
  expect(rowSuffixes()).toEqual(["996-2", "920-0", "311-5"]);
  await user.unhover(list());
  expect(rowSuffixes()).toEqual(["311-5", "996-2", "920-0"]);
});

it("applies a press to the call under the pointer when it went down, even if calls come and go meanwhile", async () => {
  const { simulator, user, end } = await renderThree({ props: { order: "newest-first" } });
  const third = rows()[2];
  await user.pointer({ target: detailsButton("996-2"), keys: "[MouseLeft>]" });
  simulator.holdCall(agentId, newcomer);
  await end(colleague);
  expect(rows()[2]).toBe(third);
  await user.pointer({ target: detailsButton("996-2"), keys: "[/MouseLeft]" });
  expect(detailsButton("996-2")).toHaveAttribute("aria-expanded", "true");
  expectShown(outgoing.callId);
});

it("keeps the focus in the row of a departed call until the agent moves it", async () => {
  const { user, end } = await renderThree();
  act(() => detailsButton("920-0").focus());
  await end(incoming, 20_000);
  expect(rowSuffixes()).toEqual(["996-2", "(920-0)", "311-5"]);
  expect(detailsButton("920-0")).toHaveFocus();
  await user.keyboard("{Enter}");
  expect(detailsButton("920-0")).toHaveAttribute("aria-expanded", "true");
  await user.keyboard("{Enter}{ArrowDown}");
  expect(detailsButton("311-5")).toHaveFocus();
  expect(rowSuffixes()).toEqual(["996-2", "(920-0)", "311-5"]);
  act(() => refreshButton().focus());
  expect(rowSuffixes()).toEqual(["996-2", "311-5"]);
  expect(refreshButton()).toHaveFocus();
});

it("moves the focus to the heading when the focused row is removed", async () => {
  const { user, end } = await renderThree();
  act(() => detailsButton("920-0").focus());
  await end(incoming, 10_000);
  // The window loses the focus: the row keeps being the document's active element, but no longer counts as focused.
  const removed = detailsButton("920-0");
  act(() => void removed.dispatchEvent(new FocusEvent("focusout", { bubbles: true })));
  expect(removed).not.toBeInTheDocument();
  expect(heading()).toHaveFocus();
  await user.keyboard("{Enter}");
  expectAbsent(colleague.callId);
});

it("reuses the old row for a call that comes back under the pointer", async () => {
  const { simulator, user, end } = await renderThree();
  await user.hover(list());
  await end(incoming);
  expect(rowSuffixes()).toEqual(["996-2", "(920-0)", "311-5"]);
  holdIncoming(simulator);
  await passTime(2_010);
  expect(rowSuffixes()).toEqual(["996-2", "920-0", "311-5"]);
  await user.unhover(list());
  expect(rowSuffixes()).toEqual(["996-2", "311-5", "920-0"]);
});

it("keeps the last row under the pointer beside the empty text", async () => {
  const { user, end } = await renderThree({ before: (simulator) => void simulator.holdCall(agentId, newcomer) });
  await user.hover(detailsButton("000-7"));
  await end(newcomer, 20_000);
  expect(rowSuffixes()).toEqual(["(000-7)"]);
  expectShown(en.empty);
  await user.hover(heading());
  expect(screen.queryByRole("list")).toBeNull();
});

it("shows a notice that appears during hover below the rows, and above them after the pointer has left", async () => {
  const { user, failPolls } = await renderThree();
  await user.hover(list());
  await failPolls();
  expectAbove(list(), notice());
  await user.hover(heading());
  expectAbove(notice(), list());
});

it("keeps the notice below the rows while the pointer moves from the rows onto it", async () => {
  const { user, failPolls } = await renderThree();
  await user.hover(list());
  await failPolls();
  movePointer(list(), tryNow());
  expectAbove(list(), tryNow());
  movePointer(tryNow(), heading());
  expectAbove(tryNow(), list());
});

it("moves the focus by Tab from the last row to a notice below it", async () => {
  const { user, failPolls } = await renderThree();
  act(() => detailsButton("311-5").focus());
  await failPolls();
  await user.tab();
  expect(tryNow()).toHaveFocus();
});

it("keeps a notice above the rows during hover, also after the doubt has ended", async () => {
  const { simulator, user, failPolls } = await renderThree();
  await failPolls();
  await user.hover(list());
  simulator.clearFaults();
  await passTime(30_000);
  expectAbove(screen.getByText(en.upToDateAgain), list());
  await user.hover(heading());
  expectAbsent(en.upToDateAgain);
});

it("forgets hover and focus at a sign-out", async () => {
  const { simulator, session, user, failPolls } = await renderThree({ props: { order: "newest-first" } });
  await failPolls();
  act(() => detailsButton("920-0").focus());
  await user.hover(list());
  simulator.clearFaults();
  act(() => session.getState().signOut());
  expect(panel()).toHaveTextContent([en.heading, en.notSignedIn, en.signedOut].join(""), {
    normalizeWhitespace: false,
  });

  simulator.holdCall("292", { callId: "8-8", callType: 0, caller: "70999", skill: "" });
  act(() => session.getState().signIn({ agentId: "292", guid: simulator.signIn("292") }));
  await passTime(10);
  expect(rowSuffixes()).toEqual(["8-8"]);
  simulator.holdCall("292", { callId: "9-9", callType: 0, caller: "70998", skill: "" });
  await passTime(2_010);
  expect(rowSuffixes()).toEqual(["9-9", "8-8"]);
  await failPolls();
  expectAbove(screen.getByText(/^Not updated since/), list());
});

it("forgets hover when the next agent has no calls", async () => {
  const { simulator, session, user, failPolls } = await renderThree();
  await failPolls();
  await user.hover(list());
  simulator.clearFaults();
  act(() => session.getState().signIn({ agentId: "292", guid: simulator.signIn("292") }));
  expectAbsent(en.upToDateAgain);
  await passTime(10);
  expectShown(en.empty);
  expectAbsent(en.upToDateAgain);
});

it("moves the focus to the heading when the focused button goes with its call, and then removes the row", async () => {
  const { end } = await renderThree({ provider: { attention: { long: 1_000, tooLong: Infinity } } });
  await passTime(1_100);
  act(() => buttonIn(outgoing, en.acknowledge).focus());
  await end(outgoing);
  expect(heading()).toHaveFocus();
  expect(rowSuffixes()).toEqual(["(996-2)", "920-0", "311-5"]);
  await passTime(6_000);
  expect(rowSuffixes()).toEqual(["920-0", "311-5"]);
});
