import { act, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { zhCN } from "../../src/index.js";
import { agentId, holdThree, listen, move, noAttention, renderPanel } from "../support/renderPanel.js";

it("says the first list, once", async () => {
  await renderPanel({ before: holdThree });
  const said = listen();
  await move(60_000);
  expect(said).toEqual(["status: 3 calls on hold."]);
});

it("says an arrival and a departure with the last four digits, spaced", async () => {
  const { simulator } = await renderPanel();
  await move(5_000);
  const said = listen();
  const call = simulator.holdCall(agentId, { callType: 7, caller: "10086", called: "13800138000" });
  simulator.order({ kind: "latency", delay: 1 });
  await move(10_000);
  simulator.endCall(agentId, call.callId);
  await move(10_000);
  expect(said).toEqual([
    "status: Call ending 8 0 0 0 on hold. 1 on hold.",
    "status: Call ending 8 0 0 0 no longer on hold. 0 left.",
  ]);
});

it("says several changes in one sentence, and at most one in 3 s over a storm", async () => {
  const { simulator } = await renderPanel({ before: holdThree });
  await move(5_000);
  const said = listen();
  const times: number[] = [];
  new MutationObserver(() => {
    if (screen.getByRole("status").textContent !== "") times.push(Date.now());
  }).observe(screen.getByRole("status"), { childList: true, characterData: true, subtree: true });
  for (let second = 0; second < 30; second++) {
    simulator.holdCall(agentId, { callId: `storm-${second}`, callType: 0, caller: `1390000${1_000 + second}` });
    if (second % 3 === 2) simulator.endCall(agentId, `storm-${second - 2}`);
    await move(1_000);
  }
  await move(10_000);
  expect(said.length).toBeGreaterThan(5);
  expect(said).toContainEqual(expect.stringMatching(/^status: \d new, \d left\. \d+ on hold\.$/));
  // Seen in steps of 250 ms; createAnnouncer's own test is exact.
  for (const [index, time] of times.entries()) expect(time - (times[index - 1] ?? 0)).toBeGreaterThan(2_700);
  expect(said.at(-1)).toMatch(/23 on hold\.$/);
});

it("says doubt and recovery once each, and nothing of one hiccup", async () => {
  const { simulator } = await renderPanel({ before: holdThree, provider: noAttention });
  await move(5_000);
  const said = listen();
  simulator.order({ kind: "disconnect", times: 1 });
  await move(20_000);
  expect(said).toEqual([]);
  simulator.order({ kind: "disconnect" });
  await move(60_000);
  expect(said).toEqual(["status: List not up to date since 10:42."]);
  simulator.clearFaults();
  await move(40_000);
  expect(said).toEqual(["status: List not up to date since 10:42.", "status: List up to date. 3 on hold."]);
});

it("interrupts for a refused session if calls were listed", async () => {
  const { simulator } = await renderPanel({ before: holdThree });
  await move(5_000);
  const said = listen();
  simulator.order({ kind: "retcode", retcode: "100-006" });
  await move(60_000);
  expect(said).toEqual(["alert: Sign in again. 3 calls may still be on hold."]);
});

it("is polite about a refused session if none were", async () => {
  const { simulator } = await renderPanel();
  await move(5_000);
  const said = listen();
  simulator.order({ kind: "retcode", retcode: "100-006" });
  await move(60_000);
  expect(said).toEqual(["status: Sign in again."]);
});

it("says a failed first list once, through all its retries", async () => {
  await renderPanel({ before: (simulator) => void simulator.order({ kind: "http", status: 502 }) });
  const said = listen();
  await move(120_000);
  expect(said).toEqual(["status: Cannot show calls on hold. Callers may be on hold."]);
});

it("does not say a call that came and left before its turn", async () => {
  const { simulator, user } = await renderPanel();
  await move(5_000);
  const said = listen();
  const call = simulator.holdCall(agentId);
  await user.click(screen.getByRole("button", { name: "Refresh calls on hold" }));
  await move(500);
  expect(screen.getByRole("listitem")).toBeVisible();
  simulator.endCall(agentId, call.callId);
  await user.click(screen.getByRole("button", { name: "Refresh calls on hold" }));
  await move(10_000);
  expect(said).toEqual([]);
});

it("says the next agent's first list, not what changed since the former agent's", async () => {
  const { simulator, session } = await renderPanel({ before: holdThree });
  await move(5_000);
  const said = listen();
  const guid = simulator.signIn("292");
  act(() => session.getState().signIn({ agentId: "292", guid }));
  await move(10_000);
  expect(said).toEqual(["status: No calls on hold."]);
});

it("says why a call left, where an event told it, and calls no colleague a customer", async () => {
  const { simulator, session } = await renderPanel({ before: holdThree });
  await move(5_000);
  const said = listen();
  for (const callid of ["1501127996-2", "1501128311-5"]) {
    simulator.endCall(agentId, callid);
    const event = { eventType: "AgentEvent_Customer_Release", workNo: agentId, content: { callid } };
    act(() => session.getState().applyAgentEvent({ message: "", retcode: "0", event }));
    await move(8_000);
  }
  expect(said).toEqual([
    "status: Customer ending 8 0 0 0 hung up. 2 left.",
    "status: Call ending 4 0 0 3 8 no longer on hold. 1 left.",
  ]);
});

it("speaks Chinese", async () => {
  const { simulator } = await renderPanel({ before: holdThree, props: { labels: zhCN } });
  const said = listen();
  await move(5_000);
  simulator.holdCall(agentId, { callType: 0, caller: "13800138000" });
  await move(10_000);
  expect(said).toEqual(["status: 3 个通话在保持中。", "status: 尾号 8 0 0 0 已保持，共 4 个。"]);
});

it("has the same two live regions from the first render on, in every state", async () => {
  const { simulator, session } = await renderPanel({ signedOut: true });
  const regions = [screen.getByRole("status"), screen.getByRole("alert")];
  const areThere = (state: string) => {
    expect(screen.getByRole("region")).toHaveAttribute("data-state", state);
    expect([screen.getByRole("status"), screen.getByRole("alert")]).toEqual(regions);
    expect([screen.getByRole("status") === regions[0], screen.getByRole("alert") === regions[1]]).toEqual([true, true]);
  };
  areThere("signed-out");
  simulator.order({ kind: "latency", delay: 500 });
  simulator.order({ kind: "http", status: 502, times: 1 });
  act(() => session.getState().signIn({ agentId, guid: simulator.signIn(agentId) }));
  areThere("loading");
  await move(510);
  areThere("error");
  await move(10_000);
  areThere("ready");
  holdThree(simulator);
  await move(3_000);
  expect(screen.getAllByRole("listitem")).toHaveLength(3);
  areThere("ready");
  simulator.order({ kind: "disconnect" });
  await move(10_000);
  expect(screen.getByText(/^Not up to date since/)).toBeVisible();
  areThere("ready");
  simulator.clearFaults();
  simulator.order({ kind: "retcode", retcode: "100-006" });
  await move(40_000);
  expect(screen.getByText("Sign in again")).toBeVisible();
  areThere("ready");
  act(() => session.getState().signOut());
  areThere("signed-out");
});

it("has nothing to say twice in StrictMode", async () => {
  await renderPanel({ before: holdThree, strict: true });
  const said = listen();
  await move(20_000);
  expect(said).toEqual(["status: 3 calls on hold."]);
});
