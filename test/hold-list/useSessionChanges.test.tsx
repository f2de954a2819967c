import { act } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { GatewayError } from "../../src/gateway/GatewayError.js";
import { openGateway, pass, renderHoldList } from "../support/renderHoldList.js";
import type { Gateway, GatewayRequest } from "../../src/gateway/Gateway.js";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
});

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
type World = ReturnType<typeof openGateway>;

describe.each(Object.entries(changes))("%s", (_, change) => {
  it("shows nothing of the former list, not for one frame", async () => {
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

  it("aborts the request under way, whose late answer changes nothing", async () => {
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

  it("drops the former list, and the query holds no data at any time", async () => {
    const world = openGateway();
    const { parts } = renderHoldList(world);
    await pass(250);
    const { tracker, poller } = parts();
    expect(JSON.stringify(tracker.store.getState())).toContain("10086");
    expect(
      poller.client
        .getQueryCache()
        .getAll()
        .map(({ state }) => state.data),
    ).toEqual([null]);
    act(() => change(world));
    expect(JSON.stringify(tracker.store.getState())).not.toContain("10086");
  });

  it("ignores a Set-GUID and an answer that come late to the former sign-in", async () => {
    const world = openGateway();
    const asked: GatewayRequest[] = [];
    const answers: (() => void)[] = [];
    // A gateway of the host's own, that does not heed its signal.
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
});

it("shows the next agent's own list, from loading on", async () => {
  const world = openGateway();
  world.simulator.set({ latency: 100 });
  const { states } = renderHoldList(world);
  await pass(250);
  const before = states.length;
  act(() => changes["another agent"](world));
  await pass(250);
  expect(states.slice(before)).toMatchObject([{ status: "loading" }, { status: "ready", calls: [{ callId: "2-1" }] }]);
  expect(states).toHaveLength(before + 2);
});

it("does not give one sign-in the doubt of another", async () => {
  const world = openGateway();
  world.simulator.order({ kind: "retcode", retcode: "300-001", agentId: "101" });
  const { states, last } = renderHoldList(world);
  await pass(1_000);
  expect(last()).toMatchObject({ status: "error", doubt: { stopped: true } });
  const before = states.length;
  act(() => changes["another agent"](world));
  await pass(1_000);
  expect(states.slice(before).map(({ status }) => status)).toEqual(["loading", "ready"]);
});

it("is signed out at once where the host signs out while the list is overdue", async () => {
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

it("asks another gateway, or for another session store, from nothing", async () => {
  const world = openGateway();
  const other = openGateway();
  other.simulator.endCall("101", "1-1");
  const gateway = { ...other.gateway, baseUrl: "https://other.invalid" };
  const { states, set, ready } = renderHoldList(world);
  await pass(250);
  const before = states.length;
  act(() => set({ gateway, session: other.session }));
  await pass(250);
  expect(ready().calls).toEqual([]);
  expect(JSON.stringify(states.slice(before))).not.toContain("10086");
  const asked = world.asked.length;
  await pass(10_000);
  expect(world.asked.length).toBe(asked);
  expect(other.asked.length).toBeGreaterThan(3);
});

describe("the Guid", () => {
  it("is read when the request leaves, and renewed by any answer's Set-GUID", async () => {
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

  it("renders nothing and blanks nothing when it is renewed", async () => {
    const world = openGateway();
    world.simulator.order({ kind: "setGuid" });
    const { states } = renderHoldList(world);
    await pass(30_000);
    expect(new Set(world.asked.map(({ guid }) => guid)).size).toBe(world.asked.length);
    expect(world.asked.length).toBeGreaterThan(12);
    expect(states.map(({ status }) => status)).toEqual(["loading", "ready"]);
  });

  it("is in no state, no query, no error, nor in what React keeps of the hook", async () => {
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
    expect(failures.some((failure) => failure instanceof GatewayError)).toBe(true);
    const fibers = Object.entries(container).filter(([key]) => key.startsWith("__react"));
    expect(fibers).not.toEqual([]);
    const told = strings([states, failures, client, fibers]);
    expect(told).toContain("10086"); // The walk does reach the list
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
