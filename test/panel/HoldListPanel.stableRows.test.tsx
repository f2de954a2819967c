import { act, screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { en } from "../../src/index.js";
import { agentId, colleague, holdIncoming, holdThree, incoming, newcomer, outgoing } from "../support/calls.js";
import { passTime } from "../support/clock.js";
import { type PanelOptions, renderPanel } from "../support/renderPanel.js";
import {
  buttonIn,
  detailsButton,
  expectAbsent,
  expectShown,
  focusVisibly,
  heading,
  list,
  panel,
  row,
  rows,
  rowSuffixes,
} from "../support/screen.js";

const notice = () => screen.getByText(en.notUpToDate("10:42:07"));
const expectAbove = (upper: Element, lower: Element) =>
  expect(upper.compareDocumentPosition(lower)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);

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

it("keeps every row in its place just after a movement of the pointer, and settles while the pointer rests", async () => {
  const { simulator, user, end } = await renderThree({ props: { order: "newest-first" } });
  expect(rowSuffixes()).toEqual(["311-5", "920-0", "996-2"]);
  await passTime(1_500);
  await user.hover(detailsButton("996-2"));
  simulator.holdCall(agentId, newcomer);
  await end(incoming, 510);
  expect(rowSuffixes()).toEqual(["311-5", "(920-0)", "996-2", "000-7"]);
  expect(screen.getByText(en.count(3))).toBeInTheDocument();
  await passTime(1_000);
  expect(rowSuffixes()).toEqual(["000-7", "311-5", "(920-0)", "996-2"]);
  await passTime(5_000);
  expect(rowSuffixes()).toEqual(["000-7", "311-5", "996-2"]);
});

it("keeps every row in its place just after a key was pressed inside the list", async () => {
  const { simulator, user } = await renderThree({ props: { order: "newest-first" } });
  act(() => detailsButton("996-2").focus());
  simulator.holdCall(agentId, newcomer);
  await passTime(1_500);
  await user.keyboard("{ArrowUp}");
  await passTime(510);
  expect(rowSuffixes()).toEqual(["311-5", "920-0", "996-2", "000-7"]);
  await passTime(1_000);
  expect(rowSuffixes()).toEqual(["000-7", "311-5", "920-0", "996-2"]);
  expect(detailsButton("920-0")).toHaveFocus();
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

it("removes the row of a departed call after its time, and moves a focus that was shown to the next row", async () => {
  const { end } = await renderThree();
  act(() => focusVisibly(detailsButton("920-0")));
  await end(incoming, 6_000);
  expect(rowSuffixes()).toEqual(["996-2", "(920-0)", "311-5"]);
  expect(detailsButton("920-0")).toHaveFocus();
  await passTime(1_000);
  expect(rowSuffixes()).toEqual(["996-2", "311-5"]);
  expect(detailsButton("311-5")).toHaveFocus();
});

it("removes the row of a departed call after its time with the focus of a press of the mouse, which goes nowhere", async () => {
  const { user, end } = await renderThree();
  await user.click(detailsButton("920-0"));
  await end(incoming, 7_000);
  expect(rowSuffixes()).toEqual(["996-2", "311-5"]);
  expect(document.body).toHaveFocus();
});

it("moves a focus that was shown to the heading when the last row is removed", async () => {
  const { end } = await renderThree({ before: (simulator) => void simulator.holdCall(agentId, newcomer) });
  act(() => focusVisibly(detailsButton("000-7")));
  await end(newcomer, 7_000);
  expectShown(en.empty);
  expect(heading()).toHaveFocus();
});

it("reuses the old row for a call that comes back under the pointer", async () => {
  const { simulator, user, end } = await renderThree();
  await end(incoming);
  expect(rowSuffixes()).toEqual(["996-2", "(920-0)", "311-5"]);
  holdIncoming(simulator);
  await passTime(1_500);
  await user.hover(list());
  await passTime(510);
  expect(rowSuffixes()).toEqual(["996-2", "920-0", "311-5"]);
  await passTime(1_000);
  expect(rowSuffixes()).toEqual(["996-2", "311-5", "920-0"]);
});

it("removes the last row after its time under a resting pointer", async () => {
  const { user, end } = await renderThree({ before: (simulator) => void simulator.holdCall(agentId, newcomer) });
  await user.hover(detailsButton("000-7"));
  await end(newcomer, 7_000);
  expect(screen.queryByRole("list")).toBeNull();
  expectShown(en.empty);
});

it("shows a notice that appears just after a movement of the pointer below the rows, and above them a second later", async () => {
  const { simulator, user } = await renderThree();
  simulator.order({ kind: "disconnect" });
  await passTime(3_500);
  await user.hover(list());
  await passTime(550);
  expectAbove(list(), notice());
  await passTime(1_000);
  expectAbove(notice(), list());
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

it("moves a focus that was shown to the same button of the next row when it goes with its call", async () => {
  const { end } = await renderThree({ provider: { attention: { long: 1_000, tooLong: Infinity } } });
  await passTime(1_100);
  act(() => focusVisibly(buttonIn(outgoing, en.acknowledge)));
  await end(outgoing);
  expect(buttonIn(incoming, en.acknowledge)).toHaveFocus();
  expect(rowSuffixes()).toEqual(["(996-2)", "920-0", "311-5"]);
  await passTime(6_000);
  expect(rowSuffixes()).toEqual(["920-0", "311-5"]);
});
