import { renderHook } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createAgentSession } from "../../src/session/createAgentSession.js";
import { useHoldList } from "../../src/hold-list/useHoldList.js";
import { openGateway, pass, renderHoldList } from "../support/renderHoldList.js";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
  vi.spyOn(Math, "random").mockReturnValue(0.5);
});

const calls = [
  { callId: "1-1", callType: expect.any(Number) as number, caller: "10086", called: "70943", skill: "voice" },
];

it("says who asked where there is no provider", () => {
  const render = () => renderHook(useHoldList);
  expect(render).toThrow(new Error("useHoldList must be used inside <HoldListProvider>."));
  vi.mocked(console.error).mockClear(); // React tells of it too
});

describe("what it says", () => {
  it("is signed out without a session, and asks nothing", async () => {
    const { gateway, asked } = openGateway();
    const { states, refresh } = renderHoldList({ gateway, session: createAgentSession() });
    await refresh();
    await pass(60_000);
    expect(states).toEqual([{ status: "signed-out", condition: "signed-out" }]);
    expect(asked).toEqual([]);
  });

  it("is loading, then the list, in one render each", async () => {
    const world = openGateway();
    world.simulator.set({ latency: 300 });
    const { states } = renderHoldList(world);
    await pass(1_000);
    expect(states).toMatchObject([
      { status: "loading" },
      { status: "ready", calls, unreadable: [], doubt: null, overdue: false, updatedAt: 1_700_000_000_300 },
    ]);
    expect(states).toHaveLength(2);
  });

  it("is a list without calls where none is on hold", async () => {
    const world = openGateway();
    world.simulator.endCall("101", "1-1");
    world.simulator.order({ kind: "empty", as: "400-003" });
    const { last } = renderHoldList(world);
    await pass(250);
    expect(last()).toMatchObject({ status: "ready", calls: [], doubt: null });
  });

  it("names the rows that could not be read", async () => {
    const world = openGateway();
    const good = { callid: "1-1", callfeature: 0, caller: "1", called: "2" };
    world.simulator.order({ kind: "body", body: JSON.stringify({ retcode: "0", result: [good, { callid: "" }] }) });
    const { last } = renderHoldList(world);
    await pass(250);
    expect(last()).toMatchObject({ status: "ready", calls: [{ callId: "1-1" }], unreadable: ["result[1].callid"] });
  });

  it("stays failed through the retries of a failing first list, in one render per failure", async () => {
    const world = openGateway();
    world.simulator.set({ latency: 300 });
    world.simulator.order({ kind: "http", status: 502 });
    const { states } = renderHoldList(world);
    await pass(30_000);
    expect(world.asked.length).toBeGreaterThan(3);
    expect(states.map(({ status }) => status)).toEqual(["loading", ...world.asked.map(() => "error")]);
    const failures = states.slice(1).map((state) => ("doubt" in state ? state.doubt : null));
    expect(failures).toEqual(
      world.asked.map((_, index) => ({
        failure: { kind: "http", status: 502, retryAfter: undefined },
        failures: index + 1,
        since: 1_700_000_000_300,
        stopped: false,
      })),
    );
  });

  it("goes from failed to the list once there is one", async () => {
    const world = openGateway();
    world.simulator.order({ kind: "disconnect", times: 2 });
    const { states } = renderHoldList(world);
    await pass(30_000);
    expect(states.map(({ status }) => status)).toEqual(["loading", "error", "error", "ready"]);
    expect(states.at(-1)).toMatchObject({ doubt: null });
  });

  it("is loading, not failed, while a first refusal may mean nothing", async () => {
    const world = openGateway();
    world.simulator.order({ kind: "retcode", retcode: "100-006", times: 1 });
    const { states } = renderHoldList(world);
    await pass(5_000);
    expect(new Set(states.map(({ status }) => status))).toEqual(new Set(["loading", "ready"]));
  });

  it("keeps the last list when later polls fail, with the reason, the count and since when", async () => {
    const world = openGateway();
    const { states, ready } = renderHoldList(world);
    await pass(250);
    const list = ready().calls;
    world.simulator.order({ kind: "http", status: 503, times: 2 });
    await pass(3_000);
    const doubt = { failure: { kind: "http", status: 503 }, failures: 1, since: 1_700_000_002_000, stopped: false };
    expect(ready()).toMatchObject({ updatedAt: 1_700_000_000_000, overdue: false, doubt });
    expect(ready().calls).toBe(list);
    await pass(1_500);
    expect(ready()).toMatchObject({ updatedAt: 1_700_000_000_000, doubt: { ...doubt, failures: 2 } });
    await pass(8_000);
    expect(ready().doubt).toBeNull();
    expect(ready().calls).toBe(list);
    expect(ready().updatedAt).toBeGreaterThan(1_700_000_004_000);
    expect(states.map(({ status }) => status)).toEqual(["loading", "ready", "ready", "ready", "ready"]);
  });

  it("counts failures anew after a recovery", async () => {
    const world = openGateway();
    const { ready } = renderHoldList(world);
    for (let recoveries = 0; recoveries < 2; recoveries++) {
      await pass(2_250);
      world.simulator.order({ kind: "disconnect", times: 1 });
      await pass(2_000);
      expect(ready().doubt).toMatchObject({ failures: 1 });
      await pass(6_000);
      expect(ready().doubt).toBeNull();
    }
  });
});

describe("an unchanged answer", () => {
  it("renders nothing", async () => {
    const world = openGateway();
    const { states } = renderHoldList(world);
    await pass(250);
    const [before, polls] = [states.length, world.asked.length];
    await pass(60_000);
    expect(world.asked.length).toBe(polls + 30);
    expect(states.length).toBe(before);
  });

  it("keeps the list and its rows what they were, also through a doubt", async () => {
    const world = openGateway();
    const { ready } = renderHoldList(world);
    await pass(250);
    const { calls } = ready();
    world.simulator.order({ kind: "disconnect", times: 1 });
    await pass(10_000);
    expect(ready().doubt).toBeNull();
    expect(ready().calls).toBe(calls);
  });
});

it("keeps every other row what it was when the first one leaves", async () => {
  const world = openGateway();
  world.simulator.holdCall("101", { callId: "1-2" });
  world.simulator.holdCall("101", { callId: "1-3" });
  const { ready, states } = renderHoldList(world);
  await pass(250);
  const [, second, third] = ready().calls;
  world.simulator.endCall("101", "1-1");
  await pass(2_000);
  expect(ready().calls).toHaveLength(2);
  expect(ready().calls[0]).toBe(second);
  expect(ready().calls[1]).toBe(third);
  expect(states.map(({ status }) => status)).toEqual(["loading", "ready", "ready"]);
});

describe("an answer that does not come", () => {
  it("makes a good list overdue after 8.2 s, and a doubt when the request times out", async () => {
    const world = openGateway();
    const { ready, states } = renderHoldList(world);
    await pass(10); // React 18 shows the list, from when on the hook waits, only at the end of this
    world.simulator.order({ kind: "silence" });
    await pass(8_090);
    expect(ready()).toMatchObject({ overdue: false, doubt: null });
    await pass(250);
    expect(ready()).toMatchObject({ overdue: true, doubt: null });
    await pass(4_000);
    expect(ready()).toMatchObject({
      overdue: true,
      doubt: { failure: { kind: "timeout" }, since: 1_700_000_012_000 },
    });
    const late = states.map((state) => state.status === "ready" && state.overdue);
    expect(late.lastIndexOf(false)).toBeLessThan(late.indexOf(true));
  });

  it("keeps no timer busy while it is waited for", async () => {
    const world = openGateway();
    const { ready } = renderHoldList(world);
    await pass(250);
    world.simulator.order({ kind: "silence" });
    await pass(8_500);
    expect(ready().overdue).toBe(true);
    const timers = vi.spyOn(globalThis, "setTimeout");
    await pass(2_000);
    expect(timers.mock.calls.length).toBeLessThan(20);
  });

  it("is forgotten when it comes after all", async () => {
    const world = openGateway();
    const { ready, states } = renderHoldList(world);
    await pass(250);
    world.simulator.order({ kind: "latency", delay: 8_000, times: 1 });
    await pass(9_000);
    expect(ready().overdue).toBe(true);
    await pass(1_500);
    expect(ready()).toMatchObject({ overdue: false, doubt: null });
    const before = states.length;
    await pass(30_000);
    expect(states.length).toBe(before);
  });
});
