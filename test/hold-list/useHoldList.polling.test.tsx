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

/** Jitter drawn from all of its range, the same in every run. */
function drawEvenly(): void {
  let drawn = 0;
  vi.spyOn(Math, "random").mockImplementation(() => (drawn = (drawn + 0.618) % 1));
}

describe("the interval", () => {
  it.each([
    [0, 1_800],
    [0.5, 2_000],
    [1, 2_200],
  ])("is 2 s, spread by 10 % either way: draw %d", async (draw, gap) => {
    const world = openGateway();
    vi.spyOn(Math, "random").mockReturnValue(draw);
    renderHoldList(world);
    await pass(10_000, 50);
    expect(new Set(gaps(world.asked))).toEqual(new Set([gap]));
  });

  it("is counted from the end of a poll, and no poll begins while one is under way", async () => {
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
  ])("of %d ms is one of %d ms", async (pollInterval, gap) => {
    const world = openGateway();
    renderHoldList(world, { pollInterval });
    await pass(gap * 3 + 10, gap);
    expect(gaps(world.asked)).toEqual([gap, gap, gap]);
  });

  it("can be changed while it runs", async () => {
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

  it("does not begin anew when the host renders again", async () => {
    const world = openGateway();
    const { set } = renderHoldList(world);
    for (let renders = 0; renders < 40; renders++) {
      set({});
      await pass(250);
    }
    expect(gaps(world.asked)).toEqual([2_000, 2_000, 2_000, 2_000, 2_000]);
  });
});

describe("after failures", () => {
  it("waits longer each time, up to 30 s", async () => {
    const world = openGateway();
    vi.spyOn(Math, "random").mockReturnValue(1);
    world.simulator.order({ kind: "disconnect" });
    renderHoldList(world);
    await pass(2 * minute);
    expect(gaps(world.asked)).toEqual([4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
  });

  it("is back at the interval after one good answer", async () => {
    const world = openGateway();
    world.simulator.order({ kind: "disconnect", times: 3 });
    renderHoldList(world);
    await pass(16_000);
    expect(gaps(world.asked)).toEqual([2_000, 4_000, 8_000, 2_000]);
  });

  it.each([
    ["a connection that is cut", { kind: "disconnect" }],
    ["HTTP 502", { kind: "http", status: 502 }],
    ["a Retry-After of no time", { kind: "http", status: 503, retryAfter: "0" }],
    ["a Retry-After that cannot be read", { kind: "http", status: 503, retryAfter: "-1; soon, 99999999999999999999" }],
    ["a Retry-After long ago", { kind: "http", status: 503, retryAfter: "Thu, 01 Jan 1970 00:00:00 GMT" }],
    ["a page of HTML", { kind: "body", body: "<!doctype html>" }],
    ["half a JSON", { kind: "body", body: '{"retcode":"0","result":[{' }],
    ["a redirect", { kind: "redirect", location: "https://elsewhere.invalid/" }],
    ["a move to another gateway", { kind: "retcode", retcode: "000-004" }],
    ["too many requests", { kind: "retcode", retcode: "000-007" }],
    ["a retcode that nobody knows", { kind: "retcode", retcode: "999-999" }],
  ] as const)("never floods: %s", async (_, fault) => {
    const world = openGateway();
    drawEvenly();
    world.simulator.order(fault);
    renderHoldList(world);
    await pass(10 * minute);
    expect(world.asked.length).toBeGreaterThan(15);
    expect(world.asked.length).toBeLessThan(60);
    expect(Math.min(...gaps(world.asked))).toBeGreaterThanOrEqual(500);
  });

  it("never floods even if every draw is 0", async () => {
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
    ["a restore is finished again and again", "105-003"],
  ])("never floods where %s: asks at once, but never twice in a row", async (_, retcode) => {
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
  it("ask once, and say the same", async () => {
    const world = openGateway();
    const { states, others } = renderHoldList(world, { hooks: 3 });
    await pass(9_000);
    expect(gaps(world.asked)).toEqual([2_000, 2_000, 2_000, 2_000]);
    expect(states.map(({ status }) => status)).toEqual(["loading", "ready"]);
    expect(others).toEqual(states.flatMap((state) => [state, state]));
  });

  it("ask once also where one comes later", async () => {
    const world = openGateway();
    const { set, ready, others } = renderHoldList(world);
    await pass(1_000);
    set({ hooks: 2 });
    await pass(8_000);
    expect(gaps(world.asked)).toEqual([2_000, 2_000, 2_000, 2_000]);
    expect(others).toEqual([ready()]);
  });

  it("back off together", async () => {
    const world = openGateway();
    world.simulator.order({ kind: "disconnect", times: 3 });
    const { last } = renderHoldList(world, { hooks: 2 });
    await pass(10_000);
    expect(last()).toMatchObject({ doubt: { failures: 3 } });
    expect(gaps(world.asked)).toEqual([2_000, 4_000]);
  });
});

describe("StrictMode", () => {
  it("does not count the aborted twin of the first request", async () => {
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
});

describe("StrictMode, and a gateway of the host's own that does not heed its signal", () => {
  it("does not count what the aborted twin answers late", async () => {
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

describe("an unmount", () => {
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
    expect(parts().poller.client.getQueryCache().getAll()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("of the last hook, and a new one: asks anew", async () => {
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

  it("during the wait after a failure, and a new one: asks no earlier, and says why", async () => {
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

  it("in silence, and a new one: stays silent and still says why", async () => {
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
