import { act } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Gateway, GatewayRequest } from "../../src/gateway/Gateway.js";
import { openGateway, pass, renderHoldList } from "../support/renderHoldList.js";
import { passOnEvents } from "./passOnEvents.js";

beforeEach(() => {
  sessionStorage.clear();
  vi.useFakeTimers({ now: 1_700_000_000_000 });
  vi.spyOn(Math, "random").mockReturnValue(0.5);
});

type World = ReturnType<typeof openGateway>;

const changes = {
  "another agent": ({ simulator, session }: World) => {
    simulator.holdCall("102", { callId: "2-1" });
    session.getState().signIn({ agentId: "102", guid: simulator.signIn("102") });
  },
  "a new sign-in of the same agent": ({ simulator, session }: World) => {
    simulator.endCall("101", "1-1");
    session.getState().signIn({ agentId: "101", guid: simulator.signIn("101") });
  },
  "a sign-out": ({ session }: World) => session.getState().signOut(),
};

/** Passes on an event of the agent. */
function applyEvent({ session }: World, eventType: string, content: string): void {
  act(() => session.getState().applyAgentEvent({ retcode: "0", event: { eventType, workNo: "101", content } }));
}
const applyHold = (world: World, callId: string) => applyEvent(world, "AgentEvent_Hold", callId);

describe.each(Object.entries(changes))("%s", (_, change) => {
  it("shows nothing of the former list in any commit", async () => {
    const world = openGateway();
    const { states, others, ready } = renderHoldList(world, { hooks: 2 });
    await pass(250);
    expect(ready().calls).toHaveLength(1);
    const [before, beforeOthers] = [states.length, others.length];
    act(() => change(world));
    await pass(20_000);
    const after = [...states.slice(before), ...others.slice(beforeOthers)];
    expect(after.length).toBeGreaterThan(1);
    expect(JSON.stringify(after)).not.toContain("10086");
  });

  it("aborts the request under way and ignores its late answer", async () => {
    const world = openGateway();
    const { states } = renderHoldList(world);
    await pass(250);
    world.simulator.order({ kind: "latency", delay: 5_000, agentId: "101", times: 1 });
    await pass(2_250);
    const signal = world.asked.at(-1)?.signal;
    expect(signal?.aborted).toBe(false);
    const before = states.length;
    act(() => change(world));
    expect(signal?.aborted).toBe(true);
    await pass(20_000);
    expect(JSON.stringify(states.slice(before))).not.toContain("10086");
  });

  it("drops the former list and never puts data into the query", async () => {
    const world = openGateway();
    const { parts } = renderHoldList(world);
    await pass(250);
    const { tracker, poller } = parts();
    expect(JSON.stringify(tracker.store.getState())).toContain("10086");
    const queries = poller.client.getQueryCache().getAll();
    expect(queries.map(({ state }) => state.data)).toEqual([null]);
    act(() => change(world));
    expect(JSON.stringify(tracker.store.getState())).not.toContain("10086");
  });

  it("ignores a late Set-GUID and answer of a gateway that ignores its signal", async () => {
    const world = openGateway();
    const asked: GatewayRequest[] = [];
    const answers: (() => void)[] = [];
    const gateway: Gateway = {
      baseUrl: "https://own.invalid",
      send: () => Promise.reject(new Error("not expected")),
      fetchHoldList: (request) => {
        asked.push(request);
        return new Promise((resolve) => {
          const call = { callId: "1-1", callType: 0, caller: "10086", called: "", skill: "" };
          answers.push(() => resolve({ calls: [call], unreadable: [] }));
        });
      },
    };
    const { states } = renderHoldList({ ...world, gateway });
    await pass(250);
    const before = states.length;
    act(() => change(world));
    const present = world.session.getState().session;
    asked[0]?.onSetGuid?.("JSESSIONID=late-Guid-of-before.AgentGateway1");
    answers[0]?.();
    await pass(1_000);
    expect(world.session.getState().session).toEqual(present);
    expect(JSON.stringify(states.slice(before))).not.toContain("10086");
  });

  it("reports nothing of the former sign-in and keeps none of its arrivals, levels and timers", async () => {
    const world = openGateway();
    const told: string[] = [];
    const { parts } = renderHoldList(world, {
      attention: { long: 1_000, tooLong: Infinity },
      onHeld: ({ callId }) => told.push(`held ${callId}`),
      onLeft: ({ callId }) => told.push(`left ${callId}`),
    });
    const { store } = parts().tracker;
    world.simulator.holdCall("101", { callId: "2-2" });
    await pass(3_000);
    world.simulator.endCall("101", "2-2");
    world.simulator.holdCall("101", { callId: "3-3" });
    applyEvent(world, "AgentEvent_Call_Release", "2-2");
    applyHold(world, "3-3");
    await pass(250);
    const { left, arrived, levels, eventsFlow } = store.getState();
    expect([[...left.keys()], [...arrived], [...levels.keys()], eventsFlow]).toEqual([["2-2"], ["3-3"], ["1-1"], true]);
    told.length = 0;
    act(() => change(world));
    const [none, nobody] = [new Map(), new Set()];
    expect(store.getState()).toMatchObject({ answer: null, since: none, arrived: nobody, left: none, levels: none });
    expect(store.getState().eventsFlow).toBe(false);
    await pass(10_000);
    expect(told).toEqual([]);
  });
});

describe("another agent", () => {
  it.each([null, "300-001"])("gets a list of its own, from loading on, after a former failure %s", async (retcode) => {
    const world = openGateway();
    if (retcode !== null) world.simulator.order({ kind: "retcode", retcode, agentId: "101" });
    world.simulator.set({ latency: 100 });
    const { states } = renderHoldList(world);
    await pass(250);
    const before = states.length;
    act(() => changes["another agent"](world));
    await pass(250);
    expect(states.slice(before)).toMatchObject([
      { status: "loading" },
      { status: "ready", calls: [{ callId: "2-1" }] },
    ]);
  });
});

describe("a sign-out", () => {
  it("shows at once while the list is overdue", async () => {
    const world = openGateway();
    const { states, ready } = renderHoldList(world);
    await pass(250);
    world.simulator.order({ kind: "silence" });
    await pass(9_000);
    expect(ready().overdue).toBe(true);
    const before = states.length;
    act(() => world.session.getState().signOut());
    await pass(30_000);
    expect(new Set(states.slice(before).map(({ status }) => status))).toEqual(new Set(["signed-out"]));
  });

  it("by the system's own event stops all requests", async () => {
    const world = openGateway();
    const { last } = renderHoldList(world);
    passOnEvents(world);
    await pass(5_000);
    world.simulator.signOut("101");
    await pass(1_000);
    expect(world.session.getState().session).toBeNull();
    expect(last()).toEqual({ status: "signed-out", condition: "signed-out" });
    const asked = world.asked.length;
    await pass(60_000);
    expect(world.asked.length).toBe(asked);
  });

  it("stops every timer, also that of a poll that waits for an event", async () => {
    const world = openGateway();
    renderHoldList(world);
    await pass(1_000);
    applyHold(world, "2-2");
    await pass(50);
    applyHold(world, "3-3");
    act(() => world.session.getState().signOut());
    const asked = world.asked.length;
    await pass(10);
    expect(vi.getTimerCount()).toBe(0);
    await pass(10_000);
    expect(world.asked.length).toBe(asked);
  });
});

describe("an unmounted provider", () => {
  it.each([{}, { strict: true }])("has no timer and follows no event: %j", async (options) => {
    const world = openGateway();
    const onAttention = vi.fn();
    const attention = { long: 10_000, tooLong: 20_000 };
    const { unmount, parts } = renderHoldList(world, { ...options, attention, onAttention });
    await pass(1_000);
    world.simulator.holdCall("101", { callId: "2-2" });
    world.simulator.endCall("101", "1-1");
    applyHold(world, "2-2");
    await pass(50, 50);
    applyHold(world, "2-2");
    expect(parts().tracker.store.getState().left.size).toBe(1);
    unmount();
    await pass(10);
    expect(vi.getTimerCount()).toBe(0);
    const asked = world.asked.length;
    applyHold(world, "2-2");
    await pass(30_000);
    expect(vi.getTimerCount()).toBe(0);
    expect(world.asked.length).toBe(asked);
    expect(onAttention).not.toHaveBeenCalled();
  });
});

describe("the Guid", () => {
  it("is read when the request leaves and renewed by any answer's Set-GUID", async () => {
    const world = openGateway();
    renderHoldList(world);
    await pass(250);
    const first = world.session.getState().session?.guid;
    const renewed = world.simulator.renewGuid("101");
    world.session.getState().renewGuid(renewed, world.session.getState().session?.signIn ?? 0);
    world.simulator.order({ kind: "setGuid", times: 1 });
    await pass(2_500);
    const third = world.session.getState().session?.guid;
    await pass(2_500);
    expect(new Set([first, renewed, third]).size).toBe(3);
    expect(world.asked.map(({ guid }) => guid)).toEqual([first, renewed, third]);
  });

  it("renders nothing when it is renewed", async () => {
    const world = openGateway();
    world.simulator.order({ kind: "setGuid" });
    const { states } = renderHoldList(world);
    await pass(30_000);
    expect(new Set(world.asked.map(({ guid }) => guid)).size).toBe(world.asked.length);
    expect(world.asked.length).toBeGreaterThan(12);
    expect(states.map(({ status }) => status)).toEqual(["loading", "ready"]);
  });

  it("is in no state, no query, no error and no fiber of React", async () => {
    const world = openGateway();
    const failures: unknown[] = [];
    const { states, container, parts } = renderHoldList(world);
    const { client } = parts().poller;
    client.getQueryCache().subscribe(({ query }) => failures.push(query.state.error));
    world.simulator.order({ kind: "setGuid", times: 3 });
    await pass(5_000);
    for (const retcode of ["100-006", "000-004", "300-001"])
      world.simulator.order({ kind: "retcode", retcode, times: 1 });
    await pass(20_000);
    const guids = [...new Set(world.asked.map(({ guid }) => guid ?? ""))];
    expect(guids.length).toBeGreaterThan(2);
    expect(new Set(failures)).toEqual(new Set([null]));
    const fibers = Object.entries(container).filter(([key]) => key.startsWith("__react"));
    expect(fibers).not.toEqual([]);
    const told = strings([states, failures, client, fibers]);
    expect(told).toContain("10086"); // the walk reaches the list
    expect(strings(world.session.getState())).toContain(guids.at(-1));
    for (const guid of guids) expect(told.filter((text) => text.includes(guid.slice(0, 12)))).toEqual([]);
    expect(
      JSON.stringify(
        client
          .getQueryCache()
          .getAll()
          .map(({ queryKey, state }) => [queryKey, state]),
      ),
    ).not.toContain("AgentGateway1");
  });
});

/** Every string that can be reached from `root` by properties, map entries and set members. */
function strings(root: unknown): string[] {
  const seen = new Set<unknown>();
  const found: string[] = [];
  const open = [root];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value === "string") found.push(value);
    if (value === null || (typeof value !== "object" && typeof value !== "function") || seen.has(value)) continue;
    seen.add(value);
    if (value instanceof Node || value === window) continue;
    if (value instanceof Map)
      open.push(...(value as Map<unknown, unknown>).keys(), ...(value as Map<unknown, unknown>).values());
    if (value instanceof Set) open.push(...(value as Set<unknown>));
    for (const key of Reflect.ownKeys(value)) {
      if (typeof key === "string") found.push(key);
      const property = Object.getOwnPropertyDescriptor(value, key);
      if (property && "value" in property) open.push(property.value);
    }
  }
  return found;
}
