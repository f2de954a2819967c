import {
  focusManager,
  IsRestoringProvider,
  onlineManager,
  QueryClient,
  QueryClientProvider,
} from "@tanstack/react-query";
import { act, render } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createGateway } from "../../src/gateway/createGateway.js";
import type { Gateway } from "../../src/gateway/Gateway.js";
import { HoldListProvider } from "../../src/HoldListProvider.js";
import { useHoldList } from "../../src/hold-list/useHoldList.js";
import { openGateway, pass, renderHoldList } from "../support/renderHoldList.js";

beforeEach(() => {
  sessionStorage.clear();
  vi.useFakeTimers({ now: 1_700_000_000_000 });
  vi.spyOn(Math, "random").mockReturnValue(0.5);
});

afterEach(() => {
  focusManager.setFocused(undefined);
  onlineManager.setOnline(true);
});

describe("a host that uses react-query", () => {
  const statuses: string[] = [];
  beforeEach(() => void (statuses.length = 0));
  function Reader() {
    statuses.push(useHoldList().status);
    return null;
  }

  it("does not change the pace by telling it that the page is unfocused and offline", async () => {
    focusManager.setFocused(false);
    onlineManager.setOnline(false);
    const world = openGateway();
    const { ready } = renderHoldList(world);
    await pass(10_250);
    expect(ready().calls).toHaveLength(1);
    expect(world.asked).toHaveLength(6);
  });

  it("keeps its own QueryClient, which is neither used nor filled", async () => {
    const world = openGateway();
    const queries = { enabled: false, retry: 5, refetchInterval: 10, throwOnError: true, gcTime: Infinity };
    const client = new QueryClient({ defaultOptions: { queries } });
    render(
      <QueryClientProvider client={client}>
        <HoldListProvider gateway={world.gateway} session={world.session}>
          <Reader />
        </HoldListProvider>
      </QueryClientProvider>,
    );
    await pass(1_000);
    expect(statuses.at(-1)).toBe("ready");
    expect(world.asked).toHaveLength(1);
    expect(client.getQueryCache().getAll()).toEqual([]);
  });

  it("delays polling until it has restored its own cache", async () => {
    const world = openGateway();
    const tree = (restoring: boolean) => (
      <IsRestoringProvider value={restoring}>
        <HoldListProvider gateway={world.gateway} session={world.session}>
          <Reader />
        </HoldListProvider>
      </IsRestoringProvider>
    );
    const { rerender } = render(tree(true));
    await pass(1_000);
    expect(statuses.at(-1)).toBe("loading");
    rerender(tree(false));
    await pass(1_000);
    expect(statuses.at(-1)).toBe("ready");
  });
});

describe("a gateway of the host's own", () => {
  const networkFailure = { status: "error", doubt: { failure: { kind: "network" }, failures: 1 } };
  const fail = () => {
    throw new TypeError("no");
  };

  it("counts as unreachable when its fetch throws at once", async () => {
    const gateway = createGateway({ baseUrl: "https://gateway.invalid", fetch: fail });
    const { last } = renderHoldList({ ...openGateway(), gateway });
    await pass(1_000);
    expect(last()).toMatchObject(networkFailure);
  });

  it.each<[string, () => Promise<never>]>([
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- what a host's own gateway might do
    ["rejects with a string", () => Promise.reject("no")],
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- likewise
    ["rejects with nothing", () => Promise.reject()],
    ["rejects with an AbortError of its own", () => Promise.reject(new DOMException("own timeout", "AbortError"))],
    ["throws at once", fail],
    ["answers with no list", () => Promise.resolve({ calls: "none" } as never)],
  ])("is polled with back-off when it %s", async (name, fetchHoldList) => {
    const asked = vi.fn(fetchHoldList);
    const gateway: Gateway = { baseUrl: "https://own.invalid", fetchHoldList: asked, send: vi.fn() };
    const { last } = renderHoldList({ ...openGateway(), gateway });
    await pass(1_000);
    const kind = name === "answers with no list" ? "malformed" : "network";
    expect(last()).toMatchObject({ ...networkFailure, doubt: { failure: { kind }, failures: 1 } });
    await pass(9_000);
    expect(asked).toHaveBeenCalledTimes(3);
  });
});

describe("a session listener of the host's that throws", () => {
  const thrown = new Error("the host's own");
  const throwing = () => {
    throw thrown;
  };

  it("does not lose the list that came with a new Guid, and reaches the page's error handler", async () => {
    const world = openGateway();
    const unsubscribe = world.session.subscribe(throwing);
    world.simulator.order({ kind: "setGuid", times: 1 });
    const { ready } = renderHoldList(world);
    await expect(pass(250)).rejects.toBe(thrown);
    unsubscribe();
    await pass(250);
    expect(ready()).toMatchObject({ calls: [{ callId: "1-1" }], doubt: null });
    await pass(4_000);
    expect(world.asked.at(-1)?.guid).toBe(world.session.getState().session?.guid);
  });

  it("does not keep the list on screen after a sign-out", async () => {
    const world = openGateway();
    world.session.subscribe(throwing);
    const { last } = renderHoldList(world);
    await pass(250);
    expect(last()).toMatchObject({ status: "ready" });
    act(() => world.session.getState().signOut());
    expect(last()).toEqual({ status: "signed-out", condition: "signed-out" });
    await expect(pass(250)).rejects.toBe(thrown);
  });
});

describe("a host that renders every second with other intervals", () => {
  it("does not delay the polls", async () => {
    const world = openGateway();
    const { set } = renderHoldList(world);
    for (let seconds = 0; seconds < 45; seconds++) {
      await pass(1_000);
      set({
        pollInterval: 2_000 + (seconds % 3),
        hiddenPollInterval: 15_000 + seconds,
        safetyInterval: 30_000 + seconds,
      });
    }
    expect(world.asked.length).toBeGreaterThanOrEqual(22);
    expect(world.asked.length).toBeLessThanOrEqual(23);
  });

  it("does not delay the polls while events flow", async () => {
    const world = openGateway();
    const { set } = renderHoldList(world);
    for (let seconds = 0; seconds < 95; seconds++) {
      act(() => world.session.getState().applyAgentEvent({ message: "", retcode: "0", event: [] }));
      await pass(1_000);
      set({ safetyInterval: 30_000 + (seconds % 3) });
    }
    expect(world.asked).toHaveLength(4);
  });

  it("does not delay the mark of a late answer", async () => {
    const world = openGateway();
    const { set, ready } = renderHoldList(world);
    await pass(10);
    world.simulator.order({ kind: "silence" });
    let lateAfter = 0;
    for (let seconds = 1; seconds <= 12 && lateAfter === 0; seconds++) {
      await pass(1_000);
      set({ pollInterval: 2_000 + (seconds % 3) });
      if (ready().overdue) lateAfter = seconds;
    }
    expect(lateAfter).toBe(9);
    expect(ready().condition).toBe("in-doubt");
  });

  it("does not shorten a back-off", async () => {
    const world = openGateway();
    vi.spyOn(Math, "random").mockReturnValue(1);
    world.simulator.order({ kind: "http", status: 503, retryAfter: "60" });
    const { set } = renderHoldList(world);
    for (let seconds = 0; seconds < 59; seconds++) {
      await pass(1_000);
      set({ pollInterval: 2_000 + (seconds % 3) });
    }
    expect(world.asked).toHaveLength(1);
  });

  it.each([
    ["another pollInterval", () => ({ pollInterval: 3_000 })],
    [
      "a new object for the same gateway",
      ({ gateway }: ReturnType<typeof openGateway>) => ({ gateway: { ...gateway } }),
    ],
    ["other callbacks and thresholds", () => ({ attention: { long: 1, tooLong: 2 }, onHeld: () => {} })],
  ])("does not drop the poll that waits for an event: %s", async (_name, props) => {
    const world = openGateway();
    const { set } = renderHoldList(world);
    await pass(100, 50);
    const event = { eventType: "AgentEvent_Hold", workNo: "101", content: "9-9" };
    act(() => world.session.getState().applyAgentEvent({ retcode: "0", event }));
    await pass(50, 50);
    set(props(world));
    await pass(150, 50);
    expect(world.asked).toHaveLength(2);
  });
});
