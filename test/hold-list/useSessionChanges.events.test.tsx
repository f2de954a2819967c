import { act } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createAgentSession } from "../../src/session/createAgentSession.js";
import { openGateway, pass, renderHoldList, setVisibility, type TreeOptions } from "../support/renderHoldList.js";

const start = 1_700_000_000_000;
const minute = 60_000;
type World = ReturnType<typeof openGateway>;

beforeEach(() => {
  sessionStorage.clear();
  vi.useFakeTimers({ now: start });
  vi.spyOn(Math, "random").mockReturnValue(0.5);
});

/** What the host passes on: the answer to its event poll. */
function apply({ session }: Pick<World, "session">, ...events: [eventType: string, content: unknown][]): void {
  const event = events.map(([eventType, content]) => ({ eventType, workNo: "101", content }));
  act(() => session.getState().applyAgentEvent({ message: "", retcode: "0", event }));
}

const desks: AbortController[] = [];

/** A host that polls the agent's events and passes on every answer, as long as the agent is signed in. */
function listen({ simulator, session }: World): void {
  const desk = new AbortController();
  desks.push(desk);
  const poll = async () => {
    const asked = session.getState().session;
    if (asked === null || desk.signal.aborted) return;
    const url = `/agentgateway/resource/agentevent/${asked.agentId}`;
    const response = await simulator.fetch(url, { headers: { Guid: asked.guid }, signal: desk.signal });
    if (!desk.signal.aborted) session.getState().applyAgentEvent(await response.json());
    setTimeout(() => void poll().catch(() => {}), 300);
  };
  poll().catch(() => {});
}

afterEach(() => {
  for (const desk of desks.splice(0)) desk.abort();
});

/** When each request left, in seconds from the start; those after `from`. */
function times({ asked }: World, from = -1): number[] {
  return asked.map(({ at }) => (at - start) / 1_000).filter((at) => at > from);
}

/** Since when each call is held, in ms off the simulator's truth, and how well that is known. */
function errors({ simulator }: World, { parts }: ReturnType<typeof renderHoldList>, skew = 0) {
  const { tracker } = parts();
  const { since } = tracker.store.getState();
  return simulator.agent("101").heldCalls.map(({ callId, heldSince }) => {
    const known = since.get(callId);
    if (known === undefined) throw new Error(`No time of ${callId}.`);
    return { callId, off: Math.round(tracker.wallTime(known) + skew - heldSince), kind: known.certainty.kind };
  });
}

describe("an event that moves a call", () => {
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
  ])("asks for the list at once: %s %j", async (eventType, content) => {
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
  ])("is none, and asks nothing, where it says: %s %j", async (eventType, content) => {
    const world = openGateway();
    renderHoldList(world);
    await pass(1_000);
    apply(world, [eventType, content]);
    await pass(20_000);
    expect(times(world)).toEqual([0]);
  });

  it("is none where it is another agent's", async () => {
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

  it("asks at once in a hidden page too", async () => {
    const world = openGateway();
    renderHoldList(world);
    await pass(1_000);
    setVisibility("hidden");
    apply(world, ["AgentEvent_Hold", "9-9"]);
    await pass(1);
    expect(times(world)).toEqual([0, 1]);
  });

  it("asks once where several come in one answer, and where several hooks listen", async () => {
    const world = openGateway();
    renderHoldList(world, { hooks: 3, strict: true });
    await pass(1_000);
    const before = world.asked.length;
    apply(world, ["AgentEvent_Hold", "9-9"], ["AgentEvent_Talking", { callid: "1-1" }], ["AgentEvent_Hold", "9-8"]);
    await pass(20_000);
    expect(world.asked.length).toBe(before + 1);
  });

  it("that comes while a poll is under way leads to one more, soon after", async () => {
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

  it("that comes just after an answer leads to one more, soon after", async () => {
    const world = openGateway();
    renderHoldList(world);
    await pass(100, 50);
    apply(world, ["AgentEvent_Hold", "9-9"]);
    await pass(50, 50);
    apply(world, ["AgentEvent_Talking", { callid: "9-9" }]);
    await pass(20_000, 50);
    expect(times(world)).toEqual([0, 0.25]);
  });

  it("never adds a row or removes one: the list decides", async () => {
    const world = openGateway();
    const { ready, states } = renderHoldList(world);
    await pass(1_000);
    const { calls } = ready();
    const rendered = states.length;
    // Of calls that the gateway does not hold, and of the one that it goes on holding.
    apply(world, ["AgentEvent_Hold", "9-9"], ["AgentEvent_linkagePhoneHold", { callId: "9-8" }]);
    apply(world, ["AgentEvent_Talking", { callid: "1-1" }], ["AgentEvent_Customer_Release", { callid: "1-1" }]);
    apply(world, ["AgentEvent_Call_Release", "1-1"], ["AgentOther_PhoneRelease", null]);
    await pass(60_000);
    expect(ready().calls).toBe(calls);
    expect(states.length).toBe(rendered);
    // Nor while the gateway does not answer.
    world.simulator.order({ kind: "disconnect" });
    world.simulator.endCall("101", "1-1");
    apply(world, ["AgentEvent_Customer_Release", { callid: "1-1" }]);
    await pass(10_000);
    expect(ready()).toMatchObject({ calls, doubt: { failure: { kind: "network" } } });
  });
});

describe("a storm of events", () => {
  /** An event every 50 ms, ten minutes long. */
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

  it.each([0, 300])("asks no more often than 4 times a second, at a latency of %d ms", async (latency) => {
    const world = openGateway();
    world.simulator.set({ latency });
    renderHoldList(world);
    await pass(1_000);
    const asked = await storm(world);
    expect(asked).toBeLessThanOrEqual(2_401);
    expect(asked).toBeGreaterThan(600); // And it does ask
    const gaps = times(world).map((at, index, all) => at - (all[index - 1] ?? -1));
    expect(Math.min(...gaps)).toBeGreaterThan(0.249);
    // It is soon over.
    const before = world.asked.length;
    await pass(19_000);
    expect(world.asked.length - before).toBeLessThanOrEqual(2);
  });

  it("asks a gateway that fails no more often than usual", async () => {
    const world = openGateway();
    renderHoldList(world);
    await pass(1_000);
    world.simulator.order({ kind: "http", status: 503 });
    expect(await storm(world)).toBeLessThanOrEqual(301);
  });

  it("asks nothing in silence", async () => {
    const world = openGateway();
    const { ready } = renderHoldList(world);
    await pass(1_000);
    world.simulator.order({ kind: "retcode", retcode: "100-006" });
    await pass(5_000);
    expect(ready().doubt).toMatchObject({ stopped: true });
    expect(await storm(world)).toBe(0);
  });

  it("asks no sooner than Retry-After says", async () => {
    const world = openGateway();
    world.simulator.order({ kind: "http", status: 503, retryAfter: "120" });
    renderHoldList(world);
    await pass(1_000);
    expect(await storm(world)).toBe(5);
    for (const [index, at] of times(world).entries()) expect(at).toBeGreaterThanOrEqual(index * 120);
  });

  it("asks no sooner than usual of a gateway that says: too often", async () => {
    const world = openGateway();
    world.simulator.order({ kind: "retcode", retcode: "000-007" });
    renderHoldList(world, { pollInterval: 10_000 });
    await pass(1_000);
    expect(await storm(world)).toBeLessThanOrEqual(60);
  });
});

describe("while events flow", () => {
  /** Answers without an event, as every long poll gives after 10 s. */
  const flow = async (world: World, time: number) => {
    for (let left = time; left > 0; left -= 10_000) {
      apply(world);
      await pass(Math.min(left, 10_000));
    }
  };

  it("asks every 30 s, and 20 s after the last answer of the event poll as usual again", async () => {
    const world = openGateway();
    renderHoldList(world);
    await pass(1_000);
    await flow(world, 90_000);
    expect(times(world)).toEqual([0, 30, 60, 90]);
    // The last event poll was answered at 81 s.
    await pass(16_000);
    expect(times(world, 91).map(Math.round)).toEqual([101, 103, 105]);
  });

  it("asks as often as the host says", async () => {
    const world = openGateway();
    renderHoldList(world, { safetyInterval: 45_000 });
    await flow(world, 100_000);
    expect(times(world)).toEqual([0, 45, 90]);
  });

  it("asks every 30 s in a hidden page too, and afterwards as a hidden page does", async () => {
    const world = openGateway();
    setVisibility("hidden");
    renderHoldList(world);
    await flow(world, 60_000);
    expect(times(world)).toEqual([0, 30, 60]);
    // The last was at 50 s.
    await pass(41_000);
    expect(times(world, 60)).toEqual([75, 90]);
  });

  it("backs off after a first failure from the usual interval", async () => {
    const world = openGateway();
    const { ready } = renderHoldList(world);
    await flow(world, 20_000);
    world.simulator.order({ kind: "disconnect", times: 2 });
    await flow(world, 40_000);
    expect(times(world)).toEqual([0, 30, 32, 36]);
    expect(ready().doubt).toBeNull();
  });

  it("renders nothing more for answers without an event", async () => {
    const world = openGateway();
    const { states } = renderHoldList(world, { safetyInterval: 500_000 });
    await pass(1_000);
    apply(world);
    const rendered = states.length;
    await flow(world, 120_000);
    expect(states.length).toBe(rendered);
  });

  it("goes on as usual where the event polls are refused", async () => {
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

describe("the time of a call whose hold the host has seen", () => {
  it.each([
    { eventGenTime: true, skew: 0 },
    { eventGenTime: true, skew: 3_600_000 },
    { eventGenTime: true, skew: -3_600_000 },
    { eventGenTime: false, skew: 0 },
    { eventGenTime: false, skew: 3_600_000 },
  ])("is exact: %j", async ({ eventGenTime, skew }) => {
    const world = openGateway({ skew });
    world.simulator.set({ latency: 80, eventGenTime });
    const rendered = renderHoldList(world);
    listen(world);
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

  it("begins anew where the call is retrieved and held again", async () => {
    const world = openGateway();
    const rendered = renderHoldList(world);
    listen(world);
    await pass(5_000);
    // Between two polls, but for the events.
    world.simulator.endCall("101", "1-1", "retrieved");
    world.simulator.holdCall("101", { callId: "1-1" });
    await pass(10_000);
    expect(errors(world, rendered)).toMatchObject([{ callId: "1-1", kind: "exact" }]);
    expect(Math.abs(errors(world, rendered)[0]?.off ?? NaN)).toBeLessThan(1_000);
  });

  it("is what the host says who knows better, before and after the list shows the call", async () => {
    const world = openGateway();
    const rendered = renderHoldList(world);
    await pass(1_000);
    const calls = rendered.ready().calls;
    act(() => world.session.getState().setHeldSince("1-1", start - 90_000));
    act(() => world.session.getState().setHeldSince("2-2", start - 30_000));
    expect(rendered.parts().tracker.store.getState().since.has("2-2")).toBe(false);
    world.simulator.holdCall("101", { callId: "2-2", heldSince: start - 30_000 });
    await pass(5_000);
    const { since } = rendered.parts().tracker.store.getState();
    const known = [...since.values()].map((time) => [rendered.parts().tracker.wallTime(time), time.certainty.kind]);
    expect(known).toEqual([
      [start - 90_000, "exact"],
      [start - 30_000, "exact"],
    ]);
    // What the host knows does not look like a poll, nor as a flow of events.
    expect(rendered.ready().calls[0]).toBe(calls[0]);
    expect(times(world)).toEqual([0, 2, 4, 6]);
  });
});

describe("times", () => {
  /** A desk with one call that is known to be held for exactly 10 s, and one that was there at first sight. */
  const openDesk = async (options: TreeOptions = {}) => {
    const world = openGateway();
    const rendered = renderHoldList(world, options);
    await pass(2_000);
    world.simulator.holdCall("101", { callId: "2-2", caller: "13125550142", called: "8005550199" });
    apply(world, ["AgentEvent_Hold", "2-2"]);
    await pass(10_000);
    return { world, rendered };
  };
  const kept = [
    { callId: "1-1", off: 0, kind: "at-least" },
    { callId: "2-2", off: 0, kind: "exact" },
  ];

  it.each([{}, { strict: true }, { strict: true, hooks: 2 }])("survive a remount: %j", async (options) => {
    const { world, rendered } = await openDesk(options);
    expect(errors(world, rendered)).toEqual(kept);
    rendered.unmount();
    await pass(5_000);
    const again = renderHoldList(world, options);
    await pass(1_000);
    expect(errors(world, again)).toEqual(kept);
  });

  it("survive a reload", async () => {
    const { world, rendered } = await openDesk();
    rendered.unmount();
    await pass(4_000);
    const session = createAgentSession();
    const again = renderHoldList({ ...world, session });
    await pass(1_000);
    act(() => session.getState().signIn({ agentId: "101", guid: world.simulator.signIn("101") }));
    await pass(1_000);
    expect(errors(world, again)).toEqual(kept);
  });

  it("survive a new sign-in of the same agent", async () => {
    const { world, rendered } = await openDesk();
    act(() => world.session.getState().signIn({ agentId: "101", guid: world.simulator.signIn("101") }));
    await pass(1_000);
    const within5ms = expect.closeTo(0, -1) as number;
    expect(errors(world, rendered)).toEqual(kept.map((time) => ({ ...time, off: within5ms })));
  });

  it.each([
    ["a sign-out", (world: World) => world.session.getState().signOut()],
    [
      "a sign-out by the system",
      ({ session }: World) =>
        session.getState().applyAgentEvent({ event: { eventType: "AgentOther_ShutdownService", workNo: "101" } }),
    ],
    [
      "another agent",
      ({ simulator, session }: World) => session.getState().signIn({ agentId: "102", guid: simulator.signIn("102") }),
    ],
  ])("are dropped at %s, the stored ones too", async (_name, change) => {
    const { world, rendered } = await openDesk();
    expect(sessionStorage.length).toBe(1);
    act(() => change(world));
    expect(JSON.stringify({ ...sessionStorage })).not.toMatch(/1-1|2-2/);
    expect(rendered.parts().tracker.store.getState().since.size).toBe(0);
    await pass(1_000);
    act(() => world.session.getState().signIn({ agentId: "101", guid: world.simulator.signIn("101") }));
    await pass(1_000);
    expect(errors(world, rendered).map(({ kind }) => kind)).toEqual(["at-least", "at-least"]);
  });

  it("are not taken from another agent", async () => {
    const { world, rendered } = await openDesk();
    world.simulator.holdCall("102", { callId: "2-2" });
    // After a reload, so that nothing has dropped them.
    rendered.unmount();
    const session = createAgentSession({ agentId: "102", guid: world.simulator.signIn("102") });
    const again = renderHoldList({ ...world, session });
    await pass(250);
    const since = again.parts().tracker.store.getState().since.get("2-2");
    expect(since?.certainty.kind).toBe("at-least");
  });

  it("are stored with call IDs, and nothing else: no numbers, no Guid", async () => {
    const { world } = await openDesk();
    const guid = world.session.getState().session?.guid ?? "";
    const stored = JSON.stringify({ ...sessionStorage });
    expect(stored).toContain("2-2");
    for (const secret of ["10086", "70943", "13125550142", "8005550199", "voice", guid, guid.slice(0, 8)])
      expect(stored).not.toContain(secret);
    expect(stored).not.toContain("AgentGateway");
    expect([localStorage.length, document.cookie]).toEqual([0, ""]);
  });

  it("cost precision only where the storage is forbidden", async () => {
    const storage = vi.spyOn(window, "sessionStorage", "get").mockImplementation(() => {
      throw new DOMException("Forbidden.", "SecurityError");
    });
    const { world, rendered } = await openDesk();
    expect(storage).toHaveBeenCalled();
    expect(errors(world, rendered)).toEqual(kept);
    expect(rendered.ready().doubt).toBeNull();
  });
});

describe("a host's callbacks", () => {
  /** A desk whose host listens to the agent's events and to us. */
  const openDesk = (options: TreeOptions = {}) => {
    const told: string[] = [];
    const world = openGateway();
    const props: TreeOptions = {
      onHeld: ({ callId }) => told.push(`held ${callId}`),
      onLeft: ({ callId }, reason) => told.push(`left ${callId}: ${reason}`),
      onAttention: ({ callId }, level) => told.push(`${level} ${callId}`),
      ...options,
    };
    const rendered = renderHoldList(world, props);
    return { told, world, ...rendered };
  };

  it.each([{}, { hooks: 2 }, { strict: true, hooks: 2 }])("are called once for what happens: %j", async (options) => {
    const { world, told } = openDesk(options);
    listen(world);
    await pass(2_000);
    expect(told).toEqual([]);
    for (const callId of ["2-2", "3-3", "4-4"]) {
      world.simulator.holdCall("101", { callId });
      await pass(2_000);
    }
    world.simulator.endCall("101", "2-2", "customer");
    await pass(2_000);
    world.simulator.endCall("101", "3-3", "retrieved");
    await pass(2_000);
    world.simulator.endCall("101", "3-3", "customer");
    await pass(2_000);
    world.simulator.endCall("101", "4-4", "released");
    await pass(20_000);
    expect(told).toEqual([
      "held 2-2",
      "held 3-3",
      "held 4-4",
      "left 2-2: customer-hung-up",
      "left 3-3: retrieved",
      "left 4-4: unknown",
    ]);
  });

  it.each([
    ["connecting", "connecthold/1-1", {}],
    ["three-party", "confjoin", { callid: "1-1", callappdata: "" }],
    ["hanging up", "dropcall/1-1", {}],
  ])("do not take %s for a hang-up by the customer", async (_name, path, body) => {
    const { world, told } = openDesk();
    world.simulator.takeCall("101", { callId: "9-9" });
    listen(world);
    await pass(5_000);
    const response = await world.simulator.fetch(`/agentgateway/resource/voicecall/101/${path}`, {
      method: "POST",
      headers: { Guid: world.session.getState().session?.guid ?? "", "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    expect(await response.json()).toMatchObject({ retcode: "0" });
    await pass(5_000);
    expect(told).toEqual(["left 1-1: unknown"]);
  });

  it("say of a call that the list alone tells of that it is unknown why it left", async () => {
    const { world, told } = openDesk();
    await pass(1_000);
    world.simulator.endCall("101", "1-1", "customer");
    await pass(5_000);
    expect(told).toEqual(["left 1-1: unknown"]);
  });

  it("tell nothing of events of another agent", async () => {
    const { world, told } = openDesk();
    await pass(1_000);
    const event = { eventType: "AgentEvent_Customer_Release", workNo: "102", content: { callid: "1-1" } };
    act(() => world.session.getState().applyAgentEvent({ retcode: "0", event }));
    world.simulator.endCall("101", "1-1", "customer");
    await pass(5_000);
    expect(told).toEqual(["left 1-1: unknown"]);
  });

  it("tell of a crossing at its moment, between two polls, and while the page is hidden", async () => {
    const crossed: number[] = [];
    const onAttention = () => crossed.push(Date.now() - start);
    openDesk({ attention: { long: 7_777, tooLong: 23_456 }, hiddenPollInterval: 60_000, onAttention });
    setVisibility("hidden");
    await pass(30_000);
    expect(crossed).toEqual([7_777, 23_456]);
  });

  it("tell of a crossing while the gateway does not answer", async () => {
    const { world, told } = openDesk({ attention: { long: 7_777, tooLong: Infinity } });
    await pass(1_000);
    world.simulator.order({ kind: "disconnect" });
    await pass(7_000);
    expect(told).toEqual(["long 1-1"]);
  });

  it.each([{}, { strict: true }, { strict: true, hooks: 3 }])("tell of each crossing once: %j", async (options) => {
    // Thresholds as a host writes them: new with each render.
    const attention = () => () => ({ long: 5_000, tooLong: 10_000 });
    const { told, set } = openDesk({ ...options, attention: attention() });
    for (let renders = 0; renders < 30; renders++) {
      await pass(500);
      set({ attention: attention() });
    }
    expect(told).toEqual(["long 1-1", "too-long 1-1"]);
  });

  it("go by thresholds that were changed, by the callback of the last render, and by the call's skill", async () => {
    const { world, told, set } = openDesk();
    world.simulator.holdCall("101", { callId: "2-2", skill: "gold" });
    await pass(10_000);
    expect(told).toEqual([]);
    const later: string[] = [];
    set({
      attention: ({ skill }) => (skill === "gold" ? { long: 5_000, tooLong: 15_000 } : undefined),
      onAttention: ({ callId }, level) => later.push(`${level} ${callId}`),
    });
    expect(later).toEqual(["long 2-2"]);
    await pass(5_000);
    expect(later).toEqual(["long 2-2", "too-long 2-2"]);
    await pass(45_000);
    expect(later).toEqual(["long 2-2", "too-long 2-2", "long 1-1"]);
    expect(told).toEqual([]);
  });

  it("cost nothing where they throw: the host is told, and the list goes on", async () => {
    const reported = vi.fn();
    vi.stubGlobal("reportError", reported);
    const fail = () => {
      throw new Error("of the host's");
    };
    const desk = { onHeld: fail, onLeft: fail, onAttention: fail, attention: { long: 3_000, tooLong: Infinity } };
    const { world, ready } = openDesk(desk);
    await pass(1_000);
    world.simulator.endCall("101", "1-1");
    world.simulator.holdCall("101", { callId: "2-2" });
    await pass(20_000);
    vi.unstubAllGlobals();
    expect(reported.mock.calls).toEqual(Array(3).fill([new Error("of the host's")]));
    expect(ready()).toMatchObject({ calls: [{ callId: "2-2" }], doubt: null });
    expect(world.asked).toHaveLength(11);
  });

  it("cost nothing where the thresholds throw", async () => {
    const attention = () => {
      throw new Error("of the host's");
    };
    const report = vi.fn();
    vi.stubGlobal("reportError", report);
    const { ready, told } = openDesk({ attention });
    await pass(70_000);
    expect(ready().doubt).toBeNull();
    expect(told).toEqual(["long 1-1"]);
    expect(report).toHaveBeenCalledTimes(1);
    vi.unstubAllGlobals();
  });

  it("may sign out", async () => {
    const { world, last, set } = openDesk();
    set({ onLeft: () => world.session.getState().signOut() });
    await pass(1_000);
    world.simulator.endCall("101", "1-1");
    await pass(10_000);
    expect(last()).toEqual({ status: "signed-out", condition: "signed-out" });
    expect(world.asked).toHaveLength(2);
  });
});

describe("the end of a sign-in", () => {
  const ends = {
    "a sign-out": ({ session }: World) => session.getState().signOut(),
    "another agent": ({ simulator, session }: World) =>
      session.getState().signIn({ agentId: "102", guid: simulator.signIn("102") }),
    "a new sign-in of the same agent": ({ simulator, session }: World) =>
      session.getState().signIn({ agentId: "101", guid: simulator.signIn("101") }),
  };

  it.each(Object.entries(ends))("leaves nothing of the former: %s", async (_name, end) => {
    const world = openGateway();
    const told: string[] = [];
    const { parts } = renderHoldList(world, {
      attention: { long: 1_000, tooLong: Infinity },
      onHeld: ({ callId }) => told.push(`held ${callId}`),
      onLeft: ({ callId }) => told.push(`left ${callId}`),
    });
    const { tracker } = parts();
    world.simulator.holdCall("101", { callId: "2-2" });
    await pass(3_000);
    world.simulator.endCall("101", "2-2");
    world.simulator.holdCall("101", { callId: "3-3" });
    apply(world, ["AgentEvent_Hold", "3-3"]);
    await pass(250);
    const { left, arrived, levels, eventsFlow } = tracker.store.getState();
    expect([[...left.keys()], [...arrived], [...levels.keys()], eventsFlow]).toEqual([["2-2"], ["3-3"], ["1-1"], true]);
    told.length = 0;
    act(() => end(world));
    expect(tracker.store.getState()).toMatchObject({
      answer: null,
      since: new Map(),
      arrived: new Set(),
      left: new Map(),
      levels: new Map(),
      eventsFlow: false,
    });
    await pass(10_000);
    expect(told).toEqual([]);
  });

  it("comes with the system's own event, after which nothing is asked", async () => {
    const world = openGateway();
    const { last } = renderHoldList(world);
    listen(world);
    await pass(5_000);
    world.simulator.signOut("101");
    await pass(1_000);
    expect(world.session.getState().session).toBeNull();
    expect(last()).toEqual({ status: "signed-out", condition: "signed-out" });
    const asked = world.asked.length;
    await pass(60_000);
    expect(world.asked.length).toBe(asked);
  });

  it("stops every timer, also one that waits to ask for an event", async () => {
    const world = openGateway();
    renderHoldList(world);
    await pass(1_000);
    apply(world, ["AgentEvent_Hold", "2-2"]);
    await pass(50);
    apply(world, ["AgentEvent_Hold", "3-3"]);
    act(() => world.session.getState().signOut());
    const asked = world.asked.length;
    await pass(10);
    expect(vi.getTimerCount()).toBe(0);
    await pass(10_000);
    expect(world.asked.length).toBe(asked);
  });
});

describe("an unmounted provider", () => {
  it.each([{}, { strict: true }])("has no timer left, and hears nothing: %j", async (options) => {
    const world = openGateway();
    const onAttention = vi.fn();
    const { unmount, parts } = renderHoldList(world, {
      ...options,
      attention: { long: 10_000, tooLong: 20_000 },
      onAttention,
    });
    const { tracker } = parts();
    await pass(1_000);
    world.simulator.holdCall("101", { callId: "2-2" });
    world.simulator.endCall("101", "1-1");
    apply(world, ["AgentEvent_Hold", "2-2"]);
    await pass(50, 50);
    apply(world, ["AgentEvent_Talking", { callid: "2-2" }]);
    expect(tracker.store.getState().left.size).toBe(1);
    unmount();
    await pass(10);
    expect(vi.getTimerCount()).toBe(0);
    const asked = world.asked.length;
    apply(world, ["AgentEvent_Hold", "2-2"]);
    await pass(30_000);
    expect(vi.getTimerCount()).toBe(0);
    expect(world.asked.length).toBe(asked);
    expect(onAttention).not.toHaveBeenCalled();
  });
});

describe("unchanged polls", () => {
  it("change nothing that is known of the calls, and render nothing", async () => {
    const world = openGateway();
    world.simulator.holdCall("101", { callId: "2-2" });
    const { states, parts } = renderHoldList(world, { attention: { long: Infinity, tooLong: Infinity } });
    const { tracker } = parts();
    await pass(4_250);
    const [rendered, asked] = [states.length, world.asked.length];
    const listener = vi.fn();
    tracker.store.subscribe(listener);
    await pass(minute);
    expect(world.asked.length).toBe(asked + 30);
    expect(listener).toHaveBeenCalledTimes(30);
    expect(states.length).toBe(rendered);
  });

  it("render nothing where a call crosses a threshold: who shows it, subscribes to it", async () => {
    const world = openGateway();
    const { states, parts } = renderHoldList(world, { attention: { long: 10_000, tooLong: Infinity } });
    const { tracker } = parts();
    await pass(4_250);
    const rendered = states.length;
    const listener = vi.fn();
    tracker.store.subscribe(listener);
    await pass(minute);
    expect(listener).toHaveBeenCalledTimes(31);
    expect(states.length).toBe(rendered);
  });
});
