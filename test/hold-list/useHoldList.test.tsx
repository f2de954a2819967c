import { render, renderHook } from "@testing-library/react";
import { type ReactNode, StrictMode, useLayoutEffect } from "react";
import { createPortal } from "react-dom";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { HoldListProvider } from "../../src/HoldListProvider.js";
import type { CallTracker } from "../../src/hold-list/createCallTracker.js";
import { useHoldListContext } from "../../src/hold-list/HoldListContext.js";
import { useHoldList } from "../../src/hold-list/useHoldList.js";
import { HoldListPanel } from "../../src/panel/HoldListPanel.js";
import { createAgentSession } from "../../src/session/createAgentSession.js";
import { openGateway, pass, renderHoldList } from "../support/renderHoldList.js";

const start = 1_700_000_000_000;

beforeEach(() => {
  sessionStorage.clear();
  vi.useFakeTimers({ now: start });
  vi.spyOn(Math, "random").mockReturnValue(0.5);
});

const calls = [
  { callId: "1-1", callType: expect.any(Number) as number, caller: "10086", called: "70943", skill: "voice" },
];

it("throws an error that names the hook where there is no provider", () => {
  const render = () => renderHook(useHoldList);
  expect(render).toThrow("useHoldList must be used inside <HoldListProvider>: ");
  vi.mocked(console.error).mockClear(); // React reports it too
});

describe("the state of the list", () => {
  it("is signed out without a session, and nothing is sent", async () => {
    const { gateway, asked } = openGateway();
    const { states, refresh } = renderHoldList({ gateway, session: createAgentSession() });
    await refresh();
    await pass(60_000);
    expect(states).toEqual([{ status: "signed-out", condition: "signed-out" }]);
    expect(asked).toEqual([]);
  });

  it("goes from loading to ready in one render each", async () => {
    const world = openGateway();
    world.simulator.set({ latency: 300 });
    const { states } = renderHoldList(world);
    await pass(1_000);
    expect(states).toMatchObject([
      { status: "loading" },
      { status: "ready", calls, unreadable: [], doubt: null, overdue: false, updatedAt: start + 300 },
    ]);
    expect(states).toHaveLength(2);
  });

  it("is ready without calls when none is on hold", async () => {
    const world = openGateway();
    world.simulator.endCall("101", "1-1");
    world.simulator.order({ kind: "empty", as: "400-003" });
    const { last } = renderHoldList(world);
    await pass(250);
    expect(last()).toMatchObject({ status: "ready", calls: [], doubt: null });
  });

  it("names the rows that cannot be read", async () => {
    const world = openGateway();
    const good = { callid: "1-1", callfeature: 0, caller: "1", called: "2" };
    world.simulator.order({ kind: "body", body: JSON.stringify({ retcode: "0", result: [good, { callid: "" }] }) });
    const { last } = renderHoldList(world);
    await pass(250);
    expect(last()).toMatchObject({ status: "ready", calls: [{ callId: "1-1" }], unreadable: ["result[1].callid"] });
  });

  it("stays failed through the retries of a first list, with one render for each failure", async () => {
    const world = openGateway();
    world.simulator.set({ latency: 300 });
    world.simulator.order({ kind: "http", status: 502 });
    const { states } = renderHoldList(world);
    await pass(30_000);
    expect(world.asked.length).toBeGreaterThan(3);
    expect(states.map(({ status }) => status)).toEqual(["loading", ...world.asked.map(() => "error")]);
    expect(states.slice(1).map((state) => ("doubt" in state ? state.doubt : null))).toEqual(
      world.asked.map((_, index) => ({
        failure: { kind: "http", status: 502, retryAfter: undefined },
        failures: index + 1,
        since: start + 300,
        stopped: false,
      })),
    );
  });

  it.each([
    ["goes from failed to ready after a first list that fails", "disconnect", ["loading", "error", "error", "ready"]],
    ["stays loading while a first refusal proves nothing", "refusal", ["loading", "loading", "ready"]],
  ] as const)("%s", async (_name, kind, statuses) => {
    const world = openGateway();
    if (kind === "disconnect") world.simulator.order({ kind, times: 2 });
    else world.simulator.order({ kind: "retcode", retcode: "100-006", times: 1 });
    const { states, ready } = renderHoldList(world);
    await pass(30_000);
    expect([...new Set(states.map(({ status }) => status))]).toEqual([...new Set(statuses)]);
    expect(ready().doubt).toBeNull();
  });

  it("keeps the last list when later polls fail, with the reason, the count and the time of the first failure", async () => {
    const world = openGateway();
    const { states, ready } = renderHoldList(world);
    await pass(250);
    const list = ready().calls;
    world.simulator.order({ kind: "http", status: 503, times: 2 });
    await pass(3_000);
    const doubt = { failure: { kind: "http", status: 503 }, failures: 1, since: start + 2_000, stopped: false };
    expect(ready()).toMatchObject({ updatedAt: start, overdue: false, doubt });
    await pass(1_500);
    expect(ready()).toMatchObject({ updatedAt: start, doubt: { ...doubt, failures: 2 } });
    expect(ready().calls).toBe(list);
    await pass(8_000);
    expect(ready().doubt).toBeNull();
    expect(ready().calls).toBe(list);
    expect(ready().updatedAt).toBeGreaterThan(start + 4_000);
    expect(states.map(({ status }) => status)).toEqual(["loading", "ready", "ready", "ready", "ready"]);
  });

  it("counts failures from one again after a recovery", async () => {
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

  it("renders nothing when a call crosses an attention threshold", async () => {
    const { states, parts } = renderHoldList(openGateway(), { attention: { long: 10_000, tooLong: Infinity } });
    await pass(4_250);
    const rendered = states.length;
    const listener = vi.fn();
    parts().tracker.store.subscribe(listener);
    await pass(60_000);
    expect(listener).toHaveBeenCalledTimes(31);
    expect(states.length).toBe(rendered);
  });

  it("keeps the identity of the other rows when the first one leaves", async () => {
    const world = openGateway();
    for (const callId of ["1-2", "1-3"]) world.simulator.holdCall("101", { callId });
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
});

describe("an answer that does not come", () => {
  it("makes the list overdue after 8.2 s, and adds a doubt when the request times out", async () => {
    const world = openGateway();
    const { ready, states } = renderHoldList(world);
    await pass(10);
    world.simulator.order({ kind: "silence" });
    await pass(8_090);
    expect(ready()).toMatchObject({ overdue: false, doubt: null });
    await pass(250);
    expect(ready()).toMatchObject({ overdue: true, doubt: null });
    await pass(4_000);
    expect(ready()).toMatchObject({ overdue: true, doubt: { failure: { kind: "timeout" }, since: start + 12_000 } });
    const late = states.map((state) => state.status === "ready" && state.overdue);
    expect(late.lastIndexOf(false)).toBeLessThan(late.indexOf(true));
  });

  it("sets no timers while it is awaited", async () => {
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

  it("leaves no trace when it comes late", async () => {
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

describe.each([false, true])("the only reader of the list, replaced in one commit, in StrictMode: %s", (strict) => {
  const containers = [document.createElement("div"), document.createElement("div")];

  /** A provider with one reader, which can be replaced, and the tracker's view of the held call at each moment. */
  function renderReader(reader: ReactNode, replaceBy: "key" | "container") {
    const world = openGateway();
    let tracker: CallTracker | undefined;
    const listed = new Set<boolean | null>();
    function Probe() {
      const context = useHoldListContext("Probe");
      useLayoutEffect(() => {
        ({ tracker } = context);
        listed.add(context.tracker.isListed("1-1"));
        return () => void listed.add(context.tracker.isListed("1-1"));
      });
      return null;
    }
    const tree = (count: number) => {
      const child = (
        <div key={replaceBy === "key" ? count : 0}>
          {reader}
          <Probe />
        </div>
      );
      return (
        <HoldListProvider gateway={world.gateway} session={world.session} attention={{ long: 5_000, tooLong: 9_000 }}>
          {replaceBy === "key" ? child : createPortal(child, containers[count % 2] as HTMLElement)}
        </HoldListProvider>
      );
    };
    const { rerender } = render(tree(0), { wrapper: strict ? StrictMode : undefined });
    const state = () => tracker?.store.getState();
    return {
      world,
      state,
      listed,
      replaceRepeatedly: async () => {
        tracker?.store.subscribe(() => listed.add(tracker?.isListed("1-1") ?? null));
        listed.clear();
        for (let count = 1; count <= 4; count++) {
          rerender(tree(count));
          listed.add(tracker?.isListed("1-1") ?? null);
          await pass(10);
        }
      },
    };
  }

  function Hook() {
    useHoldList();
    return null;
  }

  describe.each([
    ["a hook", <Hook key="hook" />],
    ["a panel", <HoldListPanel key="panel" />],
  ])("%s", (_name, reader) => {
    it.each(["key", "container"] as const)("keeps list, times and levels without a request, by its %s", async (by) => {
      const { world, state, listed, replaceRepeatedly } = renderReader(reader, by);
      await pass(6_250);
      const [before, asked] = [state(), world.asked.length];
      expect(before?.since.size).toBe(1);
      expect(before?.levels.size).toBe(1);
      await replaceRepeatedly();
      expect(state()).toBe(before);
      expect(listed).toEqual(new Set([true]));
      expect(world.asked.length).toBe(asked);
      await pass(1_750);
      expect(world.asked.length).toBe(asked + 1);
    });

    it.each(["key", "container"] as const)("keeps list and doubt during an outage, by its %s", async (by) => {
      const { world, state, listed, replaceRepeatedly } = renderReader(reader, by);
      await pass(2_250);
      world.simulator.order({ kind: "disconnect" });
      await pass(6_000);
      const [before, asked] = [state(), world.asked.length];
      expect(before?.list).toMatchObject({ status: "ready", condition: "in-doubt", doubt: { failures: 2 } });
      await replaceRepeatedly();
      expect(state()).toMatchObject({ answer: before?.answer, doubt: before?.doubt, since: before?.since });
      expect(listed).toEqual(new Set([true]));
      expect(world.asked.length).toBe(asked);
    });
  });
});
