import { act, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { en, zhCN } from "../../src/index.js";
import { agentId, colleague, holdThree, orderFault, outgoing } from "../support/calls.js";
import { passTime } from "../support/clock.js";
import { sendEvent } from "../support/desktop.js";
import { noAttention, type PanelOptions, renderPanel } from "../support/renderPanel.js";
import { expectShown, panel, recordAnnouncements, refreshButton, rows } from "../support/screen.js";

const ending = "8 0 0 0";
const refused = { kind: "retcode", retcode: "100-006" } as const;

/** Renders a panel, and records its announcements after the one of the first list. */
async function renderAnnouncing(options: PanelOptions = {}) {
  const rendered = await renderPanel(options);
  await passTime(5_000);
  return { ...rendered, announced: recordAnnouncements() };
}

it.each([
  ["", false],
  [" under StrictMode", true],
])("announces the first list once%s", async (_, strict) => {
  await renderPanel({ before: holdThree, strict });
  const announced = recordAnnouncements();
  await passTime(55_000);
  expect(announced).toEqual([`status: ${en.announceFirstList(3)}`]);
});

it("announces an arrival and a departure with the last four digits, spaced", async () => {
  const { simulator, announced } = await renderAnnouncing();
  const call = simulator.holdCall(agentId, { callType: 7, caller: "10086", called: "13800138000" });
  simulator.order({ kind: "latency", delay: 1 });
  await passTime(10_000);
  simulator.endCall(agentId, call.callId);
  await passTime(10_000);
  expect(announced).toEqual([
    "status: Call ending 8 0 0 0 on hold. 1 on hold.",
    "status: Call ending 8 0 0 0 no longer on hold. 0 left.",
  ]);
});

it("combines several changes into one sentence, and speaks at most once in 3 s", async () => {
  const { simulator, announced } = await renderAnnouncing({ before: holdThree });
  const times: number[] = [];
  new MutationObserver(() => {
    if (screen.getByRole("status").textContent !== "") times.push(Date.now());
  }).observe(screen.getByRole("status"), { childList: true, characterData: true, subtree: true });
  for (let second = 0; second < 30; second++) {
    simulator.holdCall(agentId, { callId: `storm-${second}`, callType: 0, caller: `1390000${1_000 + second}` });
    if (second % 3 === 2) simulator.endCall(agentId, `storm-${second - 2}`);
    await passTime(1_000);
  }
  await passTime(10_000);
  expect(announced.length).toBeGreaterThan(5);
  expect(announced).toContainEqual(expect.stringMatching(/^status: \d new, \d left\. \d+ on hold\.$/));
  for (const [index, time] of times.entries()) expect(time - (times[index - 1] ?? 0)).toBeGreaterThanOrEqual(3_000);
  expect(announced.at(-1)).toMatch(/23 on hold\.$/);
});

it("announces doubt and recovery once each, and not a single failed poll", async () => {
  const { simulator, announced } = await renderAnnouncing({ before: holdThree, provider: noAttention });
  simulator.order({ kind: "disconnect", times: 1 });
  await passTime(20_000);
  expect(announced).toEqual([]);
  simulator.order({ kind: "disconnect" });
  await passTime(60_000);
  const doubt = `status: ${en.announceDoubt("10:42")}`;
  expect(announced).toEqual([doubt]);
  simulator.clearFaults();
  await passTime(40_000);
  expect(announced).toEqual([doubt, `status: ${en.announceRecovery(3)}`]);
});

it.each([
  ["assertively over listed calls", holdThree, `alert: ${en.announceRefusal(3)}`],
  ["politely over an empty list", undefined, `status: ${en.announceRefusal(0)}`],
])("announces a refused session %s", async (_, before, expected) => {
  const { simulator, announced } = await renderAnnouncing({ before });
  simulator.order(refused);
  await passTime(60_000);
  expect(announced).toEqual([expected]);
});

it("announces a failed first list once through all retries", async () => {
  await renderPanel({ before: orderFault({ kind: "http", status: 502 }) });
  const announced = recordAnnouncements();
  await passTime(120_000);
  expect(announced).toEqual([`status: ${en.announceCannotShow}`]);
});

it("does not announce a call that left before its announcement was due", async () => {
  const { simulator, user, announced } = await renderAnnouncing();
  const call = simulator.holdCall(agentId);
  await user.click(refreshButton());
  await passTime(500);
  expect(rows()).toHaveLength(1);
  simulator.endCall(agentId, call.callId);
  await user.click(refreshButton());
  await passTime(10_000);
  expect(announced).toEqual([]);
});

it("announces the next agent's first list, not its difference from the former agent's", async () => {
  const { simulator, session, announced } = await renderAnnouncing({ before: holdThree });
  act(() => session.getState().signIn({ agentId: "292", guid: simulator.signIn("292") }));
  await passTime(10_000);
  expect(announced).toEqual([`status: ${en.announceFirstList(0)}`]);
});

it("announces a hang-up of a customer as such, and of a colleague as a departure", async () => {
  const { simulator, session, announced } = await renderAnnouncing({ before: holdThree });
  for (const { callId } of [outgoing, colleague]) {
    simulator.endCall(agentId, callId);
    sendEvent(session, "AgentEvent_Customer_Release", { callid: callId });
    await passTime(8_000);
  }
  expect(announced).toEqual([
    `status: ${en.announceHangUp(ending, 2)}`,
    `status: ${en.announceDeparture("4 0 0 3 8", 1)}`,
  ]);
});

it("announces in Chinese", async () => {
  const { simulator } = await renderPanel({ before: holdThree, props: { labels: zhCN } });
  const announced = recordAnnouncements();
  await passTime(5_000);
  simulator.holdCall(agentId, { callType: 0, caller: "13800138000" });
  await passTime(10_000);
  expect(announced).toEqual(["status: 3 个通话在保持中。", "status: 尾号 8 0 0 0 已保持，共 4 个。"]);
});

it("keeps the same two live regions in every state from the first render on", async () => {
  const { simulator, session } = await renderPanel({ signedOut: true });
  const regions = [screen.getByRole("status"), screen.getByRole("alert")];
  const expectState = (state: string) => {
    expect(panel()).toHaveAttribute("data-state", state);
    expect(screen.getByRole("status")).toBe(regions[0]);
    expect(screen.getByRole("alert")).toBe(regions[1]);
  };
  expectState("signed-out");
  simulator.order({ kind: "latency", delay: 500 });
  simulator.order({ kind: "http", status: 502, times: 1 });
  act(() => session.getState().signIn({ agentId, guid: simulator.signIn(agentId) }));
  expectState("loading");
  await passTime(510);
  expectState("error");
  await passTime(10_000);
  expectState("ready");
  holdThree(simulator);
  await passTime(3_000);
  expect(rows()).toHaveLength(3);
  expectState("ready");
  simulator.order({ kind: "disconnect" });
  await passTime(10_000);
  expectShown(/^Not updated since/);
  expectState("ready");
  simulator.clearFaults();
  simulator.order(refused);
  await passTime(40_000);
  expectShown(en.signInAgain);
  expectState("ready");
  act(() => session.getState().signOut());
  expectState("signed-out");
});
