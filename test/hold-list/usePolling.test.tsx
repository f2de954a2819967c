import { act } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createGateway } from "../../src/gateway/createGateway.js";
import { GatewayError } from "../../src/gateway/GatewayError.js";
import type { HoldListAnswer } from "../../src/gateway/parseHoldList.js";
import { openGateway, pass, renderHoldList } from "../support/renderHoldList.js";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
  vi.spyOn(Math, "random").mockReturnValue(0.5);
});

const minute = 60_000;

/** Milliseconds between one request and the next. */
function gaps(asked: readonly { at: number }[]): number[] {
  return asked.slice(1).map(({ at }, index) => at - (asked[index]?.at ?? 0));
}

/** Gives jitter over all of its range, the same in every run. */
function drawEvenly(): void {
  let drawn = 0;
  vi.spyOn(Math, "random").mockImplementation(() => (drawn = (drawn + 0.618) % 1));
}

describe("the poll interval", () => {
  it.each([
    [0, 1_800],
    [0.5, 2_000],
    [1, 2_200],
  ])("is 2 s with 10 % jitter: with the random number %d it is %d ms", async (draw, gap) => {
    const world = openGateway();
    vi.spyOn(Math, "random").mockReturnValue(draw);
    renderHoldList(world);
    await pass(10_000, 50);
    expect(new Set(gaps(world.asked))).toEqual(new Set([gap]));
  });

  it("is counted from the end of a poll, and one poll runs at a time", async () => {
    const world = openGateway();
    world.simulator.set({ latency: 5_000 });
    renderHoldList(world);
    await pass(30_000);
    expect(gaps(world.asked)).toEqual([7_000, 7_000, 7_000, 7_000]);
  });

  it.each([
    [0, 500],
    [-1, 500],
    [10, 500],
    [-Infinity, 500],
    [750, 750],
    [NaN, 2_000],
    [undefined, 2_000],
    [Infinity, 3_600_000],
    [2 ** 40, 3_600_000],
  ])("is limited: %d ms becomes %d ms", async (pollInterval, gap) => {
    const world = openGateway();
    renderHoldList(world, { pollInterval });
    await pass(gap * 3 + 10, gap);
    expect(gaps(world.asked)).toEqual([gap, gap, gap]);
  });

  it("can be changed while polling runs", async () => {
    const world = openGateway();
    const { set, states } = renderHoldList(world, { pollInterval: 5_000 });
    await pass(10_000);
    set({ pollInterval: 1_000 });
    await pass(3_000);
    set({ pollInterval: 20_000 });
    await pass(40_000);
    expect(gaps(world.asked)).toEqual([5_000, 5_000, 1_000, 1_000, 1_000, 20_000, 20_000]);
    for (const state of states.slice(1)) expect(state).toMatchObject({ status: "ready", overdue: false, doubt: null });
  });

  it("does not start again when the host renders", async () => {
    const world = openGateway();
    const { set } = renderHoldList(world);
    for (let renders = 0; renders < 40; renders++) {
      set({});
      await pass(250);
    }
    expect(gaps(world.asked)).toEqual([2_000, 2_000, 2_000, 2_000, 2_000]);
  });
});

describe("the back-off after failures", () => {
  it("doubles up to 30 s", async () => {
    const world = openGateway();
    vi.spyOn(Math, "random").mockReturnValue(1);
    world.simulator.order({ kind: "disconnect" });
    renderHoldList(world);
    await pass(2 * minute);
    expect(gaps(world.asked)).toEqual([4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
  });

  it("ends with one good answer", async () => {
    const world = openGateway();
    world.simulator.order({ kind: "disconnect", times: 3 });
    renderHoldList(world);
    await pass(16_000);
    expect(gaps(world.asked)).toEqual([2_000, 4_000, 8_000, 2_000]);
  });

  it.each([
    ["a lost connection", { kind: "disconnect" }],
    ["HTTP 502", { kind: "http", status: 502 }],
    ["a Retry-After of 0 s", { kind: "http", status: 503, retryAfter: "0" }],
    ["an unreadable Retry-After", { kind: "http", status: 503, retryAfter: "-1; soon, 99999999999999999999" }],
    ["a Retry-After in the past", { kind: "http", status: 503, retryAfter: "Thu, 01 Jan 1970 00:00:00 GMT" }],
    ["an HTML page", { kind: "body", body: "<!doctype html>" }],
    ["truncated JSON", { kind: "body", body: '{"retcode":"0","result":[{' }],
    ["a move to another gateway", { kind: "retcode", retcode: "000-004" }],
    ["too many requests", { kind: "retcode", retcode: "000-007" }],
    ["an unknown retcode", { kind: "retcode", retcode: "999-999" }],
  ] as const)("never floods the gateway: %s", async (_, fault) => {
    const world = openGateway();
    drawEvenly();
    world.simulator.order(fault);
    renderHoldList(world);
    await pass(10 * minute);
    expect(world.asked.length).toBeGreaterThan(15);
    expect(world.asked.length).toBeLessThan(60);
    expect(Math.min(...gaps(world.asked))).toBeGreaterThanOrEqual(500);
  });

  it.each([
    ["a redirect", { kind: "redirect", location: "https://elsewhere.invalid/" }],
    ["HTTP 401", { kind: "http", status: 401 }],
  ] as const)(
    "polls once a minute while a sign-on proxy refuses, and at once when the page is shown again: %s",
    async (_, fault) => {
      const world = openGateway();
      world.simulator.order(fault);
      renderHoldList(world);
      await pass(10 * minute);
      expect(world.asked.length).toBeGreaterThan(8);
      expect(world.asked.length).toBeLessThan(15);
      const before = world.asked.length;
      act(() => void document.dispatchEvent(new Event("visibilitychange")));
      await pass(100);
      expect(world.asked).toHaveLength(before + 1);
    },
  );

  it("never floods the gateway when every random number is 0", async () => {
    vi.spyOn(Math, "random").mockReturnValue(0);
    const world = openGateway();
    world.simulator.order({ kind: "http", status: 502 });
    renderHoldList(world);
    await pass(minute);
    expect(Math.min(...gaps(world.asked))).toBe(500);
  });

  it.each([
    ["each refusal brings a new Guid", "100-006"],
    ["each loss of the session brings a new Guid", "105-005"],
    ["each answer tells of a finished restore", "105-003"],
  ])("never polls at once twice in a row when %s", async (_, retcode) => {
    const world = openGateway();
    drawEvenly();
    const asked: { at: number }[] = [];
    const gateway = createGateway({
      baseUrl: "https://gateway.invalid",
      fetch: () => {
        asked.push({ at: Date.now() });
        const headers = { "Set-GUID": `JSESSIONID=guid-${asked.length}.AgentGateway1` };
        return Promise.resolve(new Response(JSON.stringify({ retcode, message: "" }), { headers }));
      },
    });
    renderHoldList({ ...world, gateway });
    await pass(10 * minute);
    const quick = gaps(asked).map((gap) => gap < 500);
    expect(quick[0]).toBe(true);
    expect(quick.some((is, index) => is && quick[index + 1])).toBe(false);
    expect(asked.length).toBeGreaterThan(15);
    expect(asked.length).toBeLessThan(120);
  });

  it("waits as long as Retry-After says, but no longer than 5 minutes and a tenth", async () => {
    const world = openGateway();
    world.simulator.order({ kind: "http", status: 503, retryAfter: "120", times: 1 });
    renderHoldList(world);
    await pass(120_000);
    expect(world.asked).toHaveLength(1);
    world.simulator.order({ kind: "http", status: 503, retryAfter: "86400", times: 1 });
    await pass(10_000);
    expect(world.asked).toHaveLength(2);
    await pass(5 * minute - 10_000, 10_000);
    expect(world.asked).toHaveLength(2);
    await pass(30_000, 10_000);
    expect(world.asked.length).toBeGreaterThan(2);
  });
});

describe("several hooks under one provider", () => {
  it("share one poll and one state", async () => {
    const world = openGateway();
    const { states, others } = renderHoldList(world, { hooks: 3 });
    await pass(9_000);
    expect(gaps(world.asked)).toEqual([2_000, 2_000, 2_000, 2_000]);
    expect(states.map(({ status }) => status)).toEqual(["loading", "ready"]);
    expect(others).toEqual(states.flatMap((state) => [state, state]));
  });

  it("share one poll when one of them mounts later", async () => {
    const world = openGateway();
    const { set, ready, others } = renderHoldList(world);
    await pass(1_000);
    set({ hooks: 2 });
    await pass(8_000);
    expect(gaps(world.asked)).toEqual([2_000, 2_000, 2_000, 2_000]);
    expect(others).toEqual([ready()]);
  });

  it("share one back-off", async () => {
    const world = openGateway();
    world.simulator.order({ kind: "disconnect", times: 3 });
    const { last } = renderHoldList(world, { hooks: 2 });
    await pass(10_000);
    expect(last()).toMatchObject({ doubt: { failures: 3 } });
    expect(gaps(world.asked)).toEqual([2_000, 4_000]);
  });
});

describe("StrictMode", () => {
  it("ignores the aborted duplicate of the first request", async () => {
    const world = openGateway();
    world.simulator.set({ latency: 300 });
    const { states, ready } = renderHoldList(world, { strict: true });
    await pass(2_000);
    expect(world.asked.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    expect(ready()).toMatchObject({ doubt: null, updatedAt: 1_700_000_000_300 });
    expect(new Set(states.map(({ status }) => status))).toEqual(new Set(["loading", "ready"]));
    await pass(2_500);
    expect(gaps(world.asked)).toEqual([0, 2_300]);
  });

  it("counts a first failure once", async () => {
    const world = openGateway();
    world.simulator.order({ kind: "http", status: 502 });
    const { last } = renderHoldList(world, { strict: true });
    await pass(1_000);
    expect(last()).toMatchObject({ status: "error", doubt: { failures: 1 } });
  });

  it("ignores the late answer of an aborted request to a gateway that ignores its signal", async () => {
    const answers: { resolve: (list: HoldListAnswer) => void; reject: (error: Error) => void }[] = [];
    const fetchHoldList = () => new Promise<HoldListAnswer>((resolve, reject) => answers.push({ resolve, reject }));
    const gateway = { baseUrl: "https://own.invalid", fetchHoldList, send: vi.fn() };
    const { last, set } = renderHoldList({ ...openGateway(), gateway }, { strict: true });
    await pass(250);
    expect(answers).toHaveLength(2);
    answers[1]?.reject(new GatewayError({ kind: "http", status: 502 }));
    await pass(250);
    answers[0]?.resolve({ calls: [], unreadable: [] });
    await pass(250);
    set({});
    expect(last()).toMatchObject({ status: "error", doubt: { failures: 1 } });
  });
});

describe("unmounting", () => {
  it("aborts the poll under way, stops polling and drops the list", async () => {
    const world = openGateway();
    const { unmount, parts } = renderHoldList(world);
    await pass(250);
    world.simulator.order({ kind: "silence", times: 1 });
    await pass(2_000);
    const under = world.asked.at(-1);
    expect(under?.signal.aborted).toBe(false);
    expect(JSON.stringify(parts().tracker.store.getState())).toContain("10086");
    unmount();
    expect(under?.signal.aborted).toBe(true);
    await pass(30_000);
    expect(world.asked).toHaveLength(2);
    expect(JSON.stringify(parts().tracker.store.getState())).not.toContain("10086");
    const queries = parts().poller.client.getQueryCache().getAll();
    expect(queries.map(({ state: { data, error } }) => ({ data, error }))).toEqual([{ data: null, error: null }]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("drops the list with the last hook, and polls for the next hook", async () => {
    const world = openGateway();
    const { set, states } = renderHoldList(world);
    await pass(250);
    set({ hooks: 0 });
    await pass(500);
    expect(world.asked).toHaveLength(1);
    set({ hooks: 1 });
    await pass(250);
    expect(world.asked).toHaveLength(2);
    expect(states.map(({ status }) => status)).toEqual(["loading", "ready", "loading", "ready"]);
  });

  it("keeps a back-off and its reason for the next hook", async () => {
    const world = openGateway();
    vi.spyOn(Math, "random").mockReturnValue(1);
    world.simulator.order({ kind: "disconnect" });
    const { set, last } = renderHoldList(world);
    await pass(30_000);
    const asked = world.asked.length;
    expect(gaps(world.asked)).toEqual([4_000, 8_000, 16_000]);
    set({ hooks: 0 });
    await pass(1_000);
    set({ hooks: 1 });
    expect(last()).toMatchObject({ status: "error", doubt: { failures: asked, stopped: false } });
    await pass(20_000);
    expect(world.asked).toHaveLength(asked);
    await pass(20_000);
    expect(world.asked).toHaveLength(asked + 1);
  });

  it("keeps a silence and its reason for the next hook", async () => {
    const world = openGateway();
    world.simulator.order({ kind: "retcode", retcode: "300-001" });
    const { set, last } = renderHoldList(world);
    await pass(1_000);
    set({ hooks: 0 });
    await pass(1_000);
    set({ hooks: 1 });
    await pass(60 * minute, 10_000);
    expect(world.asked).toHaveLength(1);
    expect(last()).toMatchObject({ status: "error", doubt: { failure: { retcode: "300-001" }, stopped: true } });
  });
});
