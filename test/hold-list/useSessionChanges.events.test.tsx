import { act } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { openGateway, pass, renderHoldList, setVisibility } from "../support/renderHoldList.js";
import { passOnEvents } from "./passOnEvents.js";

const start = 1_700_000_000_000;
const minute = 60_000;
type World = ReturnType<typeof openGateway>;

beforeEach(() => {
  sessionStorage.clear();
  vi.useFakeTimers({ now: start });
  vi.spyOn(Math, "random").mockReturnValue(0.5);
});

/** Passes on one answer of the event poll. */
function apply({ session }: Pick<World, "session">, ...events: [eventType: string, content: unknown][]): void {
  const event = events.map(([eventType, content]) => ({ eventType, workNo: "101", content }));
  act(() => session.getState().applyAgentEvent({ message: "", retcode: "0", event }));
}

/** When each request left, in seconds from the start; those after `from`. */
function times({ asked }: World, from = -1): number[] {
  return asked.map(({ at }) => (at - start) / 1_000).filter((at) => at > from);
}

describe("an event", () => {
  it.each([
    ["AgentEvent_Hold", "1-1"],
    ["AgentEvent_Hold", { callid: "9-9" }],
    ["AgentEvent_linkagePhoneHold", { callId: "1-1" }],
    ["AgentEvent_linkagePhoneUnHold", { callId: "1-1" }],
    ["AgentEvent_Talking", { callid: "1-1", caller: "10086", called: "70943", feature: "7" }],
    ["AgentEvent_Conference", { callid: "1-1", partner: "10086" }],
    ["AgentEvent_Call_Release", "1-1"],
    ["AgentEvent_Call_Release", { callid: "1-1" }],
    ["AgentEvent_Customer_Release", { callid: "1-1", number: "10086" }],
    ["AgentOther_PhoneRelease", null],
  ])("polls at once: %s %j", async (eventType, content) => {
    const world = openGateway();
    renderHoldList(world);
    await pass(1_000);
    apply(world, [eventType, content]);
    await pass(1);
    expect(times(world)).toEqual([0, 1]);
  });

  it.each([
    ["AgentState_Busy", null],
    ["AgentEvent_Ringing", { callid: "1-1" }],
    ["AgentEvent_Hold", null],
  ])("does not poll when it moves no call: %s %j", async (eventType, content) => {
    const world = openGateway();
    renderHoldList(world);
    await pass(1_000);
    apply(world, [eventType, content]);
    await pass(20_000);
    expect(times(world)).toEqual([0]);
  });

  it("is ignored when it belongs to another agent", async () => {
    const world = openGateway();
    const { tracker } = renderHoldList(world).parts();
    await pass(1_000);
    const before = tracker.store.getState().since;
    const event = { eventType: "AgentEvent_Hold", workNo: "102", content: "1-1" };
    act(() => world.session.getState().applyAgentEvent({ retcode: "0", event }));
    await pass(500);
    expect(times(world)).toEqual([0]);
    expect(tracker.store.getState().since).toBe(before);
  });

  it("polls at once in a hidden page too", async () => {
    const world = openGateway();
    renderHoldList(world);
    await pass(1_000);
    setVisibility("hidden");
    apply(world, ["AgentEvent_Hold", "9-9"]);
    await pass(1);
    expect(times(world)).toEqual([0, 1]);
  });

  it("polls once for several events of one answer, with several hooks", async () => {
    const world = openGateway();
    renderHoldList(world, { hooks: 3, strict: true });
    await pass(1_000);
    const before = world.asked.length;
    apply(world, ["AgentEvent_Hold", "9-9"], ["AgentEvent_Talking", { callid: "1-1" }], ["AgentEvent_Hold", "9-8"]);
    await pass(20_000);
    expect(world.asked.length).toBe(before + 1);
  });

  it("polls once more 250 ms after a poll that was under way", async () => {
    const world = openGateway();
    world.simulator.set({ latency: 400 });
    renderHoldList(world);
    await pass(2_600, 100);
    expect(times(world)).toEqual([0, 2.4]);
    apply(world, ["AgentEvent_Hold", "9-9"]);
    apply(world, ["AgentEvent_Talking", { callid: "9-9" }]);
    await pass(20_000);
    expect(times(world)).toEqual([0, 2.4, 3.05]);
  });

  it("polls once more 250 ms after an answer that came just before", async () => {
    const world = openGateway();
    renderHoldList(world);
    await pass(100, 50);
    apply(world, ["AgentEvent_Hold", "9-9"]);
    await pass(50, 50);
    apply(world, ["AgentEvent_Talking", { callid: "9-9" }]);
    await pass(20_000, 50);
    expect(times(world)).toEqual([0, 0.25]);
  });

  it("never adds or removes a row: only the list does", async () => {
    const world = openGateway();
    const { ready, states } = renderHoldList(world);
    await pass(1_000);
    const { calls } = ready();
    const rendered = states.length;
    apply(world, ["AgentEvent_Hold", "9-9"], ["AgentEvent_linkagePhoneHold", { callId: "9-8" }]);
    apply(world, ["AgentEvent_Talking", { callid: "1-1" }], ["AgentEvent_Customer_Release", { callid: "1-1" }]);
    apply(world, ["AgentEvent_Call_Release", "1-1"], ["AgentOther_PhoneRelease", null]);
    await pass(60_000);
    expect(ready().calls).toBe(calls);
    expect(states.length).toBe(rendered);
    world.simulator.order({ kind: "disconnect" });
    world.simulator.endCall("101", "1-1");
    apply(world, ["AgentEvent_Customer_Release", { callid: "1-1" }]);
    await pass(10_000);
    expect(ready()).toMatchObject({ calls, doubt: { failure: { kind: "network" } } });
  });
});

describe("an event every 50 ms for ten minutes", () => {
  /** Sends them, and gives the number of requests meanwhile. */
  const storm = async (world: World) => {
    const asked = world.asked.length;
    const end = Date.now() + 10 * minute;
    const timer = setInterval(() => {
      const event = { eventType: "AgentEvent_Hold", workNo: "101", content: "9-9" };
      world.session.getState().applyAgentEvent({ retcode: "0", event });
    }, 50);
    while (Date.now() < end) await pass(5_000, 5_000);
    clearInterval(timer);
    return world.asked.length - asked;
  };

  it.each([0, 300])("polls at most 4 times a second, at a latency of %d ms", async (latency) => {
    const world = openGateway();
    world.simulator.set({ latency });
    renderHoldList(world);
    await pass(1_000);
    const asked = await storm(world);
    expect(asked).toBeLessThanOrEqual(2_401);
    expect(asked).toBeGreaterThan(600);
    const gaps = times(world).map((at, index, all) => at - (all[index - 1] ?? -1));
    expect(Math.min(...gaps)).toBeGreaterThan(0.249);
    const before = world.asked.length;
    await pass(19_000);
    expect(world.asked.length - before).toBeLessThanOrEqual(2);
  });

  it.each([
    ["at most once in the interval when the gateway fails", { kind: "http", status: 503 }, 2_000, 0, 301],
    ["never in silence", { kind: "retcode", retcode: "300-001" }, 2_000, 0, 0],
    ["no sooner than Retry-After", { kind: "http", status: 503, retryAfter: "120" }, 2_000, 4, 5],
    ["no sooner than the interval after too-often", { kind: "retcode", retcode: "000-007" }, 10_000, 1, 60],
  ] as const)("polls %s", async (_name, fault, pollInterval, least, most) => {
    const world = openGateway();
    renderHoldList(world, { pollInterval });
    await pass(1_000);
    world.simulator.order(fault);
    await pass(pollInterval);
    const asked = await storm(world);
    expect(asked).toBeLessThanOrEqual(most);
    expect(asked).toBeGreaterThanOrEqual(least);
  });
});

describe("while events flow", () => {
  /** Answers without an event, as a long poll gives one every 10 s. */
  const flow = async (world: World, time: number) => {
    for (let left = time; left > 0; left -= 10_000) {
      apply(world);
      await pass(Math.min(left, 10_000));
    }
  };

  it("polls come every 30 s, until 20 s after the last answer of the event poll", async () => {
    const world = openGateway();
    renderHoldList(world);
    await pass(1_000);
    await flow(world, 90_000);
    expect(times(world)).toEqual([0, 30, 60, 90]);
    // The last event poll was answered at 81 s.
    await pass(16_000);
    expect(times(world, 91).map(Math.round)).toEqual([101, 103, 105]);
  });

  it("polls come at the host's safetyInterval", async () => {
    const world = openGateway();
    renderHoldList(world, { safetyInterval: 45_000 });
    await flow(world, 100_000);
    expect(times(world)).toEqual([0, 45, 90]);
  });

  it("polls of a hidden page come every 30 s too, and afterwards at the hidden interval", async () => {
    const world = openGateway();
    setVisibility("hidden");
    renderHoldList(world);
    await flow(world, 60_000);
    expect(times(world)).toEqual([0, 30, 60]);
    await pass(41_000);
    expect(times(world, 60)).toEqual([75, 90]);
  });

  it("a first failure starts the back-off from the usual interval", async () => {
    const world = openGateway();
    const { ready } = renderHoldList(world);
    await flow(world, 20_000);
    world.simulator.order({ kind: "disconnect", times: 2 });
    await flow(world, 40_000);
    expect(times(world)).toEqual([0, 30, 32, 36]);
    expect(ready().doubt).toBeNull();
  });

  it("an answer without an event renders nothing", async () => {
    const world = openGateway();
    const { states } = renderHoldList(world, { safetyInterval: 500_000 });
    await pass(1_000);
    apply(world);
    const rendered = states.length;
    await flow(world, 120_000);
    expect(states.length).toBe(rendered);
  });

  it("a refused event poll does not count as flow", async () => {
    const world = openGateway();
    renderHoldList(world);
    const refused = () => world.session.getState().applyAgentEvent({ message: "", retcode: "100-007" });
    for (let polls = 0; polls < 5; polls++) {
      act(refused);
      await pass(2_000);
    }
    expect(times(world)).toEqual([0, 2, 4, 6, 8, 10]);
  });
});

describe("hold times from events", () => {
  /** Since when each call is held, in ms off the simulator's truth, and how well that is known. */
  function errors({ simulator }: World, { parts }: ReturnType<typeof renderHoldList>, skew = 0) {
    const { tracker } = parts();
    const { since } = tracker.store.getState();
    return simulator.agent("101").heldCalls.map(({ callId, heldSince }) => {
      const known = since.get(callId);
      if (known === undefined) throw new Error(`No time of ${callId}.`);
      return { callId, off: tracker.wallTime(known) + skew - heldSince, kind: known.certainty.kind };
    });
  }

  it.each([
    { eventGenTime: true, skew: 0 },
    { eventGenTime: true, skew: 3_600_000 },
    { eventGenTime: true, skew: -3_600_000 },
    { eventGenTime: false, skew: 0 },
    { eventGenTime: false, skew: 3_600_000 },
  ])("are exact to a second: %j", async ({ eventGenTime, skew }) => {
    const world = openGateway({ skew });
    world.simulator.set({ latency: 80, eventGenTime });
    const rendered = renderHoldList(world);
    passOnEvents(world);
    await pass(12_345, 123);
    world.simulator.holdCall("101", { callId: "2-2" });
    await pass(3_217, 123);
    world.simulator.takeCall("101", { callId: "3-3" });
    await pass(5_000);
    world.simulator.holdCall("101", { callId: "3-3" });
    await pass(5 * minute, 5_000);
    const [, ...known] = errors(world, rendered, skew);
    expect(known).toMatchObject([
      { callId: "2-2", kind: "exact" },
      { callId: "3-3", kind: "exact" },
    ]);
    for (const { off } of known) expect(Math.abs(off)).toBeLessThan(1_000);
  });

  it("start again when the call is retrieved and held again between two polls", async () => {
    const world = openGateway();
    const rendered = renderHoldList(world);
    passOnEvents(world);
    await pass(5_000);
    world.simulator.endCall("101", "1-1", "retrieved");
    world.simulator.holdCall("101", { callId: "1-1" });
    await pass(10_000);
    const [known] = errors(world, rendered);
    expect(known?.kind).toBe("exact");
    expect(Math.abs(known?.off ?? NaN)).toBeLessThan(1_000);
  });

  it("are taken from setHeldSince, before and after the list shows the call, without a poll", async () => {
    const world = openGateway();
    const { ready, parts } = renderHoldList(world);
    const { tracker } = parts();
    await pass(1_000);
    const [call] = ready().calls;
    act(() => world.session.getState().setHeldSince("1-1", start - 90_000));
    act(() => world.session.getState().setHeldSince("2-2", start - 30_000));
    expect(tracker.store.getState().since.has("2-2")).toBe(false);
    world.simulator.holdCall("101", { callId: "2-2", heldSince: start - 30_000 });
    await pass(5_000);
    const known = [...tracker.store.getState().since.values()].map((time) => [
      tracker.wallTime(time),
      time.certainty.kind,
    ]);
    expect(known).toEqual([
      [start - 90_000, "exact"],
      [start - 30_000, "exact"],
    ]);
    expect(ready().calls[0]).toBe(call);
    expect(times(world)).toEqual([0, 2, 4, 6]);
  });
});
