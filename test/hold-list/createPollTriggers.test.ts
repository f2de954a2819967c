import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Gateway } from "../../src/gateway/Gateway.js";
import { GatewayError } from "../../src/gateway/GatewayError.js";
import { createCallTracker } from "../../src/hold-list/createCallTracker.js";
import { createHoldListPoller } from "../../src/hold-list/createHoldListPoller.js";
import { createPollTriggers } from "../../src/hold-list/createPollTriggers.js";
import { createTabs } from "../../src/hold-list/tabs/createTabs.js";
import { createAgentSession } from "../../src/session/createAgentSession.js";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
});

/** Triggers over a gateway of the host's own, whose list is `listed` when the request leaves. */
function open({ latency = 0, isObserved = true } = {}) {
  const host = { listed: "a", isDown: false, asked: 0, latency };
  const gateway: Gateway = {
    baseUrl: "https://own.invalid",
    async fetchHoldList() {
      host.asked++;
      const { listed, isDown } = host;
      if (host.latency > 0) await new Promise((resolve) => setTimeout(resolve, host.latency));
      if (isDown) throw new GatewayError({ kind: "network" });
      return { calls: [{ callId: listed, callType: 0, caller: "1", called: "2", skill: "" }], unreadable: [] };
    },
    send: vi.fn(),
  };
  const clocks = { wall: () => Date.now(), monotonic: () => performance.now() };
  const tracker = createCallTracker({ attention: { long: Infinity, tooLong: Infinity } }, clocks, () => null);
  const session = createAgentSession({ agentId: "101", guid: "a-guid" });
  const { signIn } = session.getState().session ?? { signIn: 0 };
  tracker.setRequester({ baseUrl: gateway.baseUrl, agentId: "101", signIn, supervised: null });
  if (isObserved) tracker.retain();
  const intervals = { visible: 2_000, hidden: 15_000, events: 30_000 };
  const poller = createHoldListPoller(tracker, createTabs(), { gateway, session, intervals });
  return {
    host,
    poller,
    ...createPollTriggers(poller, tracker),
    listed: () => tracker.store.getState().answer?.calls.map(({ callId }) => callId),
  };
}

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe("ask", () => {
  it("polls at once, and joins a poll under way", async () => {
    const { host, ask, listed } = open({ latency: 100 });
    ask();
    ask();
    await wait(100);
    expect([host.asked, listed()]).toEqual([1, ["a"]]);
  });

  it("sends nothing while no component shows the list", async () => {
    const { host, ask, askForEvent, askForPush } = open({ isObserved: false });
    for (const trigger of [ask, askForEvent, askForPush]) trigger();
    await wait(1_000);
    expect(host.asked).toBe(0);
  });
});

describe("askForEvent", () => {
  it("polls at once before the first outcome, and at most 250 ms after the last outcome", async () => {
    const { host, askForEvent } = open();
    askForEvent();
    await wait(0);
    expect(host.asked).toBe(1);
    for (let events = 0; events < 5; events++) askForEvent();
    await wait(249);
    expect(host.asked).toBe(1);
    await wait(1);
    expect(host.asked).toBe(2);
    await wait(10_000);
    expect([host.asked, vi.getTimerCount()]).toEqual([2, 0]);
  });

  it("waits for the usual interval after a failure", async () => {
    const { host, ask, askForEvent } = open();
    host.isDown = true;
    ask();
    await wait(0);
    askForEvent();
    await wait(1_999);
    expect(host.asked).toBe(1);
    await wait(1);
    expect(host.asked).toBe(2);
  });

  it("is dropped by forgetEvent, and can be asked for again", async () => {
    const { host, ask, askForEvent, forgetEvent } = open();
    ask();
    await wait(0);
    askForEvent();
    forgetEvent();
    await wait(1_000);
    expect([host.asked, vi.getTimerCount()]).toEqual([1, 0]);
    askForEvent();
    await wait(0);
    expect(host.asked).toBe(2);
  });
});

describe("askForPush", () => {
  it("shows the last of several lists that are pushed in one task", async () => {
    const { host, askForPush, listed } = open();
    for (const callId of ["b", "c", "d"]) {
      host.listed = callId;
      askForPush();
    }
    await wait(0);
    expect(listed()).toEqual(["d"]);
    expect(host.asked).toBe(2);
  });

  it.each([
    ["a usual poll", ({ ask }: ReturnType<typeof open>) => ask()],
    ["the poll of an earlier push", ({ askForPush }: ReturnType<typeof open>) => askForPush()],
  ])("shows a list that is pushed during %s", async (_name, poll) => {
    const desk = open({ latency: 100 });
    poll(desk);
    await wait(50);
    desk.host.listed = "b";
    desk.askForPush();
    await wait(50);
    expect(desk.listed()).toEqual(["a"]);
    await wait(100);
    expect(desk.listed()).toEqual(["b"]);
    await wait(10_000);
    expect(desk.host.asked).toBe(2);
  });

  it("shows a list that is pushed while the read of an earlier one fails", async () => {
    const { host, askForPush, listed } = open({ latency: 100 });
    host.isDown = true;
    askForPush();
    await wait(50);
    host.isDown = false;
    askForPush();
    await wait(150);
    expect(listed()).toEqual(["a"]);
  });
});
