import { act } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openGateway, pass, renderHoldList, setVisibility, type TreeOptions } from "../support/renderHoldList.js";
import { passOnEvents } from "./passOnEvents.js";

const start = 1_700_000_000_000;

beforeEach(() => {
  sessionStorage.clear();
  vi.useFakeTimers({ now: start });
  vi.spyOn(Math, "random").mockReturnValue(0.5);
});

afterEach(() => vi.unstubAllGlobals());

/** A provider with callbacks, and a record of their calls. */
function openDesk(options: TreeOptions = {}) {
  const told: string[] = [];
  const world = openGateway();
  const rendered = renderHoldList(world, {
    onHeld: ({ callId }) => told.push(`held ${callId}`),
    onLeft: ({ callId }, reason) => told.push(`left ${callId}: ${reason}`),
    onAttention: ({ callId }, level) => told.push(`${level} ${callId}`),
    ...options,
  });
  return { told, world, ...rendered };
}

const fail = () => {
  throw new Error("of the host's");
};

describe("onHeld and onLeft", () => {
  it.each([{}, { hooks: 2 }, { strict: true, hooks: 2 }])("are called once for each event: %j", async (options) => {
    const { world, told } = openDesk(options);
    passOnEvents(world);
    await pass(2_000);
    expect(told).toEqual([]);
    for (const callId of ["2-2", "3-3", "4-4"]) {
      world.simulator.holdCall("101", { callId });
      await pass(2_000);
    }
    for (const [callId, how] of [
      ["2-2", "customer"],
      ["3-3", "retrieved"],
      ["3-3", "customer"],
      ["4-4", "released"],
    ] as const) {
      world.simulator.endCall("101", callId, how);
      await pass(2_000);
    }
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
    ["a three-party call", "confjoin", { callid: "1-1", callappdata: "" }],
    ["hanging up", "dropcall/1-1", {}],
  ])("do not report a hang-up by the customer after %s", async (_name, path, body) => {
    const { world, told } = openDesk();
    world.simulator.takeCall("101", { callId: "9-9" });
    passOnEvents(world);
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

  it.each([
    ["without an event", null],
    ["after an event of another agent", "102"],
  ])("report an unknown reason %s", async (_name, workNo) => {
    const { world, told } = openDesk();
    await pass(1_000);
    const event = { eventType: "AgentEvent_Customer_Release", workNo, content: { callid: "1-1" } };
    if (workNo !== null) act(() => world.session.getState().applyAgentEvent({ retcode: "0", event }));
    world.simulator.endCall("101", "1-1", "customer");
    await pass(5_000);
    expect(told).toEqual(["left 1-1: unknown"]);
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

describe("onAttention", () => {
  it("is called at the moment of a crossing, between two polls and in a hidden page", async () => {
    const crossed: number[] = [];
    const onAttention = () => crossed.push(Date.now() - start);
    openDesk({ attention: { long: 7_777, tooLong: 23_456 }, hiddenPollInterval: 60_000, onAttention });
    setVisibility("hidden");
    await pass(30_000);
    expect(crossed).toEqual([7_777, 23_456]);
  });

  it("is called while the gateway does not answer", async () => {
    const { world, told } = openDesk({ attention: { long: 7_777, tooLong: Infinity } });
    await pass(1_000);
    world.simulator.order({ kind: "disconnect" });
    await pass(7_000);
    expect(told).toEqual(["long 1-1"]);
  });

  it.each([{}, { strict: true }, { strict: true, hooks: 3 }])(
    "is called once for each crossing: %j",
    async (options) => {
      // Inline thresholds are new with each render.
      const attention = () => () => ({ long: 5_000, tooLong: 10_000 });
      const { told, set } = openDesk({ ...options, attention: attention() });
      for (let renders = 0; renders < 30; renders++) {
        await pass(500);
        set({ attention: attention() });
      }
      expect(told).toEqual(["long 1-1", "too-long 1-1"]);
    },
  );

  it("follows changed thresholds, the callback of the last render and the call's skill", async () => {
    const { world, told, set } = openDesk();
    world.simulator.holdCall("101", { callId: "2-2", skill: "gold" });
    await pass(10_000);
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

  it("waits for the answer that explains a step of the machine's clock, which is asked for at once", async () => {
    const { world, told, ready } = openDesk();
    const flow = () => act(() => world.session.getState().applyAgentEvent({ message: "", retcode: "0", event: [] }));
    await pass(2_000);
    flow();
    await pass(5_000);
    const asked = world.asked.length;
    world.simulator.set({ latency: 1_000 });
    vi.setSystemTime(Date.now() + 3_600_000);
    flow();
    await pass(500);
    expect(world.asked).toHaveLength(asked + 1);
    expect(ready()).toMatchObject({ condition: "in-doubt", overdue: true });
    expect(told).toEqual([]);
    await pass(1_000);
    expect(ready()).toMatchObject({ condition: "current", overdue: false });
  });
});

describe("host functions that throw", () => {
  it("are reported and cost neither the list nor polls: callbacks", async () => {
    const report = vi.fn();
    vi.stubGlobal("reportError", report);
    const attention = { long: 3_000, tooLong: Infinity };
    const { world, ready } = openDesk({ onHeld: fail, onLeft: fail, onAttention: fail, attention });
    await pass(1_000);
    world.simulator.endCall("101", "1-1");
    world.simulator.holdCall("101", { callId: "2-2" });
    await pass(20_000);
    expect(report.mock.calls).toEqual(Array(3).fill([new Error("of the host's")]));
    expect(ready()).toMatchObject({ calls: [{ callId: "2-2" }], doubt: null });
    expect(world.asked).toHaveLength(11);
  });

  it("are reported once for each call and replaced by the defaults: thresholds", async () => {
    const report = vi.fn();
    vi.stubGlobal("reportError", report);
    const { ready, told } = openDesk({ attention: fail });
    await pass(70_000);
    expect(ready().doubt).toBeNull();
    expect(told).toEqual(["long 1-1"]);
    expect(report).toHaveBeenCalledTimes(1);
  });
});
