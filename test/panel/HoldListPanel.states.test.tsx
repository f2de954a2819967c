import { act, screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { en } from "../../src/index.js";
import { agentId, holdThree, orderFault } from "../support/calls.js";
import { passTime } from "../support/clock.js";
import { noAttention, renderPanel } from "../support/renderPanel.js";
import { button, expectAbsent, expectShown, heading, panel, queryButton, rows } from "../support/screen.js";

const inDoubt = en.notUpToDate("10:42:07");
const emptyInDoubt = en.emptyInDoubt("10:42:07");

it("is a region named by its heading, with a list of calls", async () => {
  await renderPanel({ before: holdThree });
  const region = within(screen.getByRole("region", { name: en.heading }));
  expect(region.getByRole("heading", { level: 2, name: en.heading })).toBeInTheDocument();
  const list = region.getByRole("list", { name: en.list["longest-first"] });
  expect(within(list).getAllByRole("listitem")).toHaveLength(3);
  expect(panel()).toHaveAttribute("data-state", "ready");
  expect(panel()).toHaveAttribute("lang", "en");
});

it("counts the held calls on screen and for screen readers", async () => {
  const { simulator } = await renderPanel({ before: holdThree });
  expect(screen.getByText("3")).toHaveAttribute("aria-hidden", "true");
  expect(screen.getByText("3 calls")).toBeInTheDocument();
  expectShown(en.upToDate);
  for (const { callId } of simulator.agent(agentId).heldCalls.slice(1)) simulator.endCall(agentId, callId);
  await passTime(2_010);
  expect(screen.getByText("1 call")).toBeInTheDocument();
});

it("reads each row in the order number, time, type, suffix, skill", async () => {
  await renderPanel({
    before: (simulator) => {
      holdThree(simulator);
      simulator.holdCall(agentId, { callId: "1", callType: 99, caller: "", called: "", skill: "" });
    },
  });
  const time = "≥0:00on hold, time unknown, first seen under a minute ago";
  expect(rows().map(({ textContent }) => textContent)).toEqual([
    `138 0013 8000${time}Outgoing…996-2After-sales`,
    `70941${time}Incoming…920-0voice`,
    `40038${time}Consultation…311-5`,
    `No number${time}Type 991`,
  ]);
});

it.each([
  ["an empty list", () => {}],
  ["400-003", orderFault({ kind: "empty", as: "400-003" })],
])("shows one line for %s", async (_, before) => {
  await renderPanel({ before });
  expectShown(en.empty);
  expectAbsent("0", /400-003/);
  expect(screen.queryByRole("list")).toBeNull();
  expect(panel()).toHaveAttribute("data-state", "ready");
});

it("shows that it is loading, and after 3 s that it still is", async () => {
  await renderPanel({ before: orderFault({ kind: "silence" }) });
  expect(panel()).toHaveAttribute("data-state", "loading");
  expectShown(en.loading);
  expectAbsent(en.empty);
  await passTime(2_999);
  expectAbsent(en.stillLoading);
  await passTime(1);
  expectShown(en.stillLoading);
});

it("asks a signed-out agent to sign in, offers no refresh, and sends nothing", async () => {
  const { simulator } = await renderPanel({ signedOut: true });
  expect(panel()).toHaveAttribute("data-state", "signed-out");
  expectShown(en.signedOut, en.notSignedIn);
  expect(screen.queryByRole("button")).toBeNull();
  await passTime(60_000);
  expect(simulator.requests).toEqual([]);
});

it("shows the signed-out text after 100-008", async () => {
  const { simulator } = await renderPanel({ before: holdThree });
  simulator.order({ kind: "retcode", retcode: "100-008" });
  await passTime(2_010);
  expectShown(en.signedOut);
  expect(screen.queryByRole("listitem")).toBeNull();
});

it("shows nothing of the former list after a sign-out, not even in its live regions", async () => {
  const { session, simulator, container } = await renderPanel({ before: holdThree });
  await passTime(1_000);
  simulator.holdCall(agentId, { callId: "7-7", callType: 0, caller: "13912345678", skill: "Billing" });
  await passTime(3_050);
  expect(container).toHaveTextContent(en.announceArrival("5 6 7 8", 4));
  act(() => session.getState().signOut());
  expect(panel().textContent).toBe([en.heading, en.notSignedIn, en.signedOut].join(""));
  expect(container.innerHTML).not.toMatch(/5 6 7 8|8000|996-2|Billing/);
});

it("shows nothing of the former agent while the next one's list loads", async () => {
  const { session, simulator, container } = await renderPanel({ before: holdThree });
  await passTime(1_000);
  expect(screen.getByRole("status")).toHaveTextContent(en.announceFirstList(3));
  simulator.holdCall("292", { callId: "8-8", callType: 0, caller: "70999", skill: "" });
  const guid = simulator.signIn("292");
  simulator.order({ kind: "latency", delay: 1_000 });
  act(() => session.getState().signIn({ agentId: "292", guid }));
  expect(panel()).toHaveAttribute("data-state", "loading");
  expect(container.textContent).toBe([en.heading, en.loadingShort, en.loading].join(""));
  await passTime(1_010);
  expect(rows()[0]).toHaveTextContent("70999");
  expectAbsent("70941");
});

it("does not tell the next agent that the list is up to date again", async () => {
  const { session, simulator } = await renderPanel({ before: holdThree });
  simulator.order({ kind: "disconnect" });
  await passTime(4_050);
  expectShown(inDoubt);
  simulator.clearFaults();
  const guid = simulator.signIn("292");
  act(() => session.getState().signIn({ agentId: "292", guid }));
  await passTime(10);
  expectShown(en.empty);
  expectAbsent(en.upToDateAgain);
});

it("shows nothing of a single failed poll", async () => {
  const { simulator } = await renderPanel({ before: holdThree });
  simulator.order({ kind: "disconnect", times: 1 });
  await passTime(2_010);
  expect(simulator.requests).toHaveLength(2);
  expectShown(en.upToDate);
  expect(queryButton(en.tryNow)).toBeNull();
  await passTime(10_000);
  expectAbsent(en.upToDateAgain);
});

it("keeps the list after the second failed poll, with the reason and the time of the last good answer", async () => {
  const { simulator } = await renderPanel({ before: holdThree });
  await passTime(2_010);
  simulator.order({ kind: "disconnect" });
  await passTime(4_050);
  expectShown(en.notUpToDate("10:42:09"), en.network);
  expect(screen.getByText("10:42:09")).toHaveAttribute("aria-hidden", "true");
  expect(screen.getByText(en.lastUpdated("10:42:09"))).toBeInTheDocument();
  expectAbsent(en.upToDate);
  expect(rows()).toHaveLength(3);
  expect(screen.getByText(en.count(3))).toBeInTheDocument();
  expect(panel()).toHaveAttribute("data-state", "ready");
});

it("keeps the notice for 4 s after it appeared, and then says that the list is up to date again", async () => {
  const { simulator, user } = await renderPanel({ before: holdThree });
  simulator.order({ kind: "disconnect" });
  await passTime(4_050);
  simulator.clearFaults();
  await passTime(1_000);
  await user.click(button(en.tryNow));
  await passTime(0);
  expectShown(en.upToDateAgain, en.upToDate);
  expectAbsent(/^Not up to date/);
  await passTime(2_900);
  expectShown(en.upToDateAgain);
  await passTime(100);
  expectAbsent(en.upToDateAgain);
});

it("doubts a list whose next answer is late, before any poll has failed", async () => {
  const { simulator } = await renderPanel({ before: holdThree });
  simulator.order({ kind: "silence" });
  await passTime(8_199);
  expectShown(en.upToDate);
  await passTime(1);
  expectShown(inDoubt, en.overdue);
  expect(rows()).toHaveLength(3);
});

it("stays in doubt without a gap while the polls of a silent gateway time out one by one", async () => {
  const { simulator } = await renderPanel({ before: holdThree, provider: noAttention });
  simulator.order({ kind: "silence" });
  const changes: boolean[] = [];
  new MutationObserver(() => {
    const isThere = document.querySelector("[data-notice=doubt]") !== null;
    if (isThere !== (changes.at(-1) ?? false)) changes.push(isThere);
  }).observe(panel(), { childList: true, subtree: true, attributes: true, characterData: true });
  await passTime(8_250);
  expect(panel()).toHaveAttribute("data-doubtful");
  await passTime(90_000);
  expect(changes).toEqual([true]);
  expectShown(inDoubt, en.timeout(10));
  expect(simulator.requests.length).toBeGreaterThan(3);
});

it("sets data-doubtful only while the list may be old", async () => {
  const { simulator } = await renderPanel({ before: holdThree });
  simulator.order({ kind: "disconnect", times: 1 });
  await passTime(2_010);
  expect(simulator.requests).toHaveLength(2);
  expect(panel()).not.toHaveAttribute("data-doubtful");
  simulator.order({ kind: "disconnect" });
  await passTime(6_000);
  expect(panel()).toHaveAttribute("data-doubtful");
  simulator.clearFaults();
  await passTime(30_000);
  expect(panel()).not.toHaveAttribute("data-doubtful");
});

it("shows when an empty list in doubt was last empty, and no other notice", async () => {
  const { simulator } = await renderPanel();
  simulator.order({ kind: "disconnect" });
  await passTime(4_050);
  expectShown(emptyInDoubt);
  expectAbsent(en.empty, /^Not up to date/);
});

it("does not claim that nothing is on hold once the session is refused", async () => {
  const { simulator } = await renderPanel();
  simulator.order({ kind: "retcode", retcode: "100-006" });
  await passTime(3_050);
  expectShown(en.signInAgain, emptyInDoubt);
  expectAbsent(en.empty);
});

it("shows no refusal that a renewed Guid resolves", async () => {
  const { simulator, session } = await renderPanel({ before: holdThree });
  simulator.set({ guidOverlap: 0 });
  const guid = simulator.renewGuid(agentId);
  await passTime(2_010);
  expectAbsent(en.signInAgain);
  act(() => session.getState().renewGuid(guid, session.getState().session?.signIn ?? 0));
  await passTime(2_010);
  expectShown(en.upToDate);
});

it("polls again after a stop when the session has a new Guid", async () => {
  const { simulator, session } = await renderPanel({ before: holdThree });
  simulator.set({ guidOverlap: 0 });
  const guid = simulator.renewGuid(agentId);
  await passTime(3_050);
  expectShown(en.signInAgain);
  act(() => session.getState().renewGuid(guid, session.getState().session?.signIn ?? 0));
  await passTime(10);
  expectAbsent(en.signInAgain);
  expectShown(en.upToDate);
});

it("keeps showing a failed first list as failed through its retries", async () => {
  const { simulator } = await renderPanel({ before: orderFault({ kind: "http", status: 502 }) });
  for (let second = 0; second < 20; second++) {
    expect(panel()).toHaveAttribute("data-state", "error");
    expectShown(en.cannotShow, en.tryingAgain);
    await passTime(1_000);
  }
  simulator.clearFaults();
  await passTime(30_000);
  expectShown(en.empty);
});

it("tells how many rows could not be read, and the path of the first one", async () => {
  const result = [{ callfeature: 0, callid: "1-1", caller: "10086", called: "1" }, { callfeature: 0 }, { callid: " " }];
  const body = JSON.stringify({ retcode: "0", message: "", result });
  await renderPanel({ before: orderFault({ kind: "body", body }) });
  expectShown(en.unreadable(2), "result[1].callid");
  expect(rows()).toHaveLength(1);
});

it("behaves the same under StrictMode", async () => {
  const { simulator, user } = await renderPanel({ before: holdThree, strict: true });
  expect(rows()).toHaveLength(3);
  await passTime(1_000);
  expect(screen.getAllByRole("status")[0]).toHaveTextContent(en.announceFirstList(3));
  simulator.order({ kind: "disconnect" });
  await passTime(5_000);
  expectShown(inDoubt);
  simulator.clearFaults();
  await user.click(button(en.tryNow));
  await passTime(10);
  expectShown(en.upToDateAgain);
  expect(heading()).toHaveFocus();
});
