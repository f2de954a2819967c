import { act } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { openGateway, pass, renderHoldList, setVisibility } from "../support/renderHoldList.js";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
  vi.spyOn(Math, "random").mockReturnValue(0.5);
});

const hour = 3_600_000;
type World = ReturnType<typeof openGateway>;

function renew({ simulator, session }: World): void {
  act(() => session.getState().renewGuid(simulator.renewGuid("101"), session.getState().session?.signIn ?? 0));
}

const goOnline = () => act(() => void window.dispatchEvent(new Event("online")));

describe("a hidden page", () => {
  it("polls every 15 s, and at once when it becomes visible", async () => {
    const world = openGateway();
    const { states } = renderHoldList(world);
    await pass(2_000);
    setVisibility("hidden");
    await pass(50_000);
    expect(world.asked.map(({ at }) => at - 1_700_000_000_000)).toEqual([0, 2_000, 17_000, 32_000, 47_000]);
    setVisibility("visible");
    await pass(5_000);
    expect(world.asked.slice(5).map(({ at }) => at - 1_700_000_000_000)).toEqual([52_000, 54_000, 56_000]);
    for (const state of states.slice(1)) expect(state).toMatchObject({ status: "ready", doubt: null, overdue: false });
  });

  it("polls at the host's hiddenPollInterval", async () => {
    const world = openGateway();
    setVisibility("hidden");
    renderHoldList(world, { hiddenPollInterval: 60_000 });
    await pass(180_000);
    expect(world.asked).toHaveLength(4);
  });

  it("never polls more often than a visible page after failures", async () => {
    const world = openGateway();
    world.simulator.order({ kind: "disconnect" });
    setVisibility("hidden");
    renderHoldList(world);
    await pass(61_000);
    expect(world.asked).toHaveLength(5);
  });

  it("joins the poll under way when it becomes visible", async () => {
    const world = openGateway();
    renderHoldList(world);
    await pass(250);
    world.simulator.set({ latency: 1_000 });
    await pass(2_000);
    setVisibility("hidden");
    setVisibility("visible");
    setVisibility("visible");
    await pass(500);
    expect(world.asked).toHaveLength(2);
    expect(world.asked[1]?.signal.aborted).toBe(false);
  });

  it("does not poll before Retry-After has passed when it becomes visible", async () => {
    const world = openGateway();
    world.simulator.order({ kind: "http", status: 503, retryAfter: "100", times: 1 });
    renderHoldList(world);
    await pass(99_000);
    setVisibility("hidden");
    setVisibility("visible");
    goOnline();
    await pass(250);
    expect(world.asked).toHaveLength(1);
    await pass(1_000);
    setVisibility("visible");
    await pass(250);
    expect(world.asked).toHaveLength(2);
  });
});

describe("an online event", () => {
  it("polls at once, also during a back-off", async () => {
    const world = openGateway();
    const { last } = renderHoldList(world);
    await pass(250);
    goOnline();
    await pass(250);
    expect(world.asked).toHaveLength(2);
    world.simulator.order({ kind: "disconnect", times: 5 });
    await pass(40_000);
    const asked = world.asked.length;
    goOnline();
    await pass(250);
    expect(world.asked).toHaveLength(asked + 1);
    expect(last()).toMatchObject({ doubt: null });
  });

  it("sends nothing after the provider has unmounted", async () => {
    const world = openGateway();
    const { unmount } = renderHoldList(world);
    await pass(250);
    unmount();
    goOnline();
    setVisibility("visible");
    renew(world);
    await pass(5_000);
    expect(world.asked).toHaveLength(1);
  });
});

describe.each([
  ["100-006", 2],
  ["000-003", 2],
  ["105-005", 1],
  ["105-006", 1],
  ["105-007", 1],
  ["300-001", 1],
  ["100-008", 1],
])("silence after %s", (retcode, requests) => {
  const silent = async () => {
    const world = openGateway();
    const rendered = renderHoldList(world);
    await pass(250);
    world.simulator.order({ kind: "retcode", retcode });
    world.asked.length = 0;
    await pass(10_000);
    expect(world.asked).toHaveLength(requests);
    return { world, ...rendered };
  };

  it("lasts through visibility changes and online events", async () => {
    const { world, states } = await silent();
    const before = states.length;
    await pass(hour, 10_000);
    setVisibility("hidden");
    setVisibility("visible");
    goOnline();
    await pass(hour, 10_000);
    expect(world.asked).toHaveLength(requests);
    expect(new Set(states.slice(before - 1).map((state) => JSON.stringify(state))).size).toBe(1);
  });

  it("gives its reason and keeps the last list", async () => {
    const { last } = await silent();
    if (retcode === "100-008") expect(last()).toEqual({ status: "signed-out", condition: "signed-out" });
    else {
      const doubt = { failure: { retcode }, failures: requests, stopped: true };
      expect(last()).toMatchObject({ status: "ready", calls: [{ callId: "1-1" }], doubt });
    }
  });

  it("lasts when all queries are invalidated and refetched", async () => {
    const { world, parts } = await silent();
    const { client } = parts().poller;
    await act(() => client.invalidateQueries());
    await act(() => client.refetchQueries());
    await act(() => client.refetchQueries({ type: "active" }));
    await pass(60_000);
    expect(world.asked).toHaveLength(requests);
  });

  it("allows one request by refresh and goes on when that is refused too", async () => {
    const { world, refresh } = await silent();
    await act(refresh);
    await pass(hour, 10_000);
    expect(world.asked).toHaveLength(requests + 1);
  });

  it("ends with a refresh that brings a list, and the next poll follows after the interval", async () => {
    const { world, refresh, ready } = await silent();
    world.simulator.clearFaults();
    await act(refresh);
    await pass(1_750);
    expect(ready().doubt).toBeNull();
    expect(world.asked).toHaveLength(requests + 1);
    await pass(6_250);
    expect(world.asked).toHaveLength(requests + 5);
  });

  it("ends with a refresh that fails otherwise, and the next poll follows as after any failure", async () => {
    const { world, refresh } = await silent();
    world.simulator.clearFaults();
    world.simulator.order({ kind: "http", status: 503, retryAfter: "60" });
    await act(refresh);
    await pass(59_000);
    expect(world.asked).toHaveLength(requests + 1);
    await pass(5_000);
    expect(world.asked).toHaveLength(requests + 2);
  });

  it("ends with a new Guid, which is used at once", async () => {
    const { world, ready } = await silent();
    world.simulator.clearFaults();
    renew(world);
    await pass(250);
    expect(world.asked).toHaveLength(requests + 1);
    expect(world.asked.at(-1)?.guid).toBe(world.session.getState().session?.guid);
    expect(ready().doubt).toBeNull();
    await pass(8_000);
    expect(world.asked).toHaveLength(requests + 5);
  });

  it("starts again when the new Guid is refused too", async () => {
    const { world } = await silent();
    renew(world);
    await pass(750);
    expect(world.asked).toHaveLength(requests + 1);
    await pass(hour, 10_000);
    expect(world.asked).toHaveLength(requests + requests);
  });

  it("ends with another sign-in", async () => {
    const { world, ready } = await silent();
    world.simulator.clearFaults();
    act(() => world.session.getState().signIn({ agentId: "101", guid: world.simulator.signIn("101") }));
    await pass(250);
    expect(ready()).toMatchObject({ calls: [{ callId: "1-1" }], doubt: null });
  });
});

describe("a renewed Guid", () => {
  it("is used at once after the refusal of a request that it came during", async () => {
    const world = openGateway();
    const { ready, states } = renderHoldList(world);
    await pass(250);
    world.simulator.set({ latency: 500, guidOverlap: 0 });
    await pass(2_000);
    expect(world.asked).toHaveLength(2);
    renew(world);
    await pass(255, 5);
    expect(world.simulator.requests.at(-2)?.outcome).toBe("100-006");
    expect(world.asked).toHaveLength(3);
    expect(world.asked[2]?.guid).not.toBe(world.asked[1]?.guid);
    await pass(1_000);
    expect(ready().doubt).toBeNull();
    expect(new Set(states.map(({ status }) => status))).toEqual(new Set(["loading", "ready"]));
  });

  it("is used at once in the pause after a first refusal", async () => {
    const world = openGateway();
    const { ready } = renderHoldList(world);
    await pass(250);
    world.simulator.order({ kind: "retcode", retcode: "100-006", times: 1 });
    await pass(2_000);
    expect(ready().doubt).toMatchObject({ failures: 1, stopped: false });
    renew(world);
    await pass(250);
    expect(world.asked).toHaveLength(3);
    expect(ready().doubt).toBeNull();
  });

  it("is not used early without a refusal", async () => {
    const world = openGateway();
    renderHoldList(world);
    await pass(250);
    renew(world);
    await pass(250);
    expect(world.asked).toHaveLength(1);
    world.simulator.order({ kind: "http", status: 503, retryAfter: "60" });
    await pass(2_000);
    renew(world);
    await pass(30_000);
    expect(world.asked).toHaveLength(2);
  });
});

describe("refresh", () => {
  it("polls at once, joins a poll under way and ends with the outcome", async () => {
    const world = openGateway();
    const { refresh } = renderHoldList(world);
    await pass(250);
    world.simulator.set({ latency: 400 });
    let ended = 0;
    for (let presses = 0; presses < 5; presses++) void refresh().then(() => ended++);
    await pass(300, 50);
    expect([world.asked.length, ended]).toEqual([2, 0]);
    await pass(150, 50);
    expect([world.asked.length, ended]).toEqual([2, 5]);
  });

  it("never rejects, also when the poll fails, is aborted or nobody is signed in", async () => {
    const world = openGateway();
    const { refresh } = renderHoldList(world);
    await pass(250);
    world.simulator.order({ kind: "disconnect", times: 1 });
    await act(async () => expect(await refresh()).toBeUndefined());
    world.simulator.order({ kind: "silence" });
    const aborted = refresh();
    await pass(250);
    act(() => world.session.getState().signOut());
    await act(async () => expect(await aborted).toBeUndefined());
    await act(async () => expect(await refresh()).toBeUndefined());
    expect(world.asked).toHaveLength(3);
  });
});
