import {
  dehydrate,
  focusManager,
  hydrate,
  IsRestoringProvider,
  keepPreviousData,
  onlineManager,
  QueryClient,
  type QueryClientConfig,
  QueryClientProvider,
} from "@tanstack/react-query";
import { act, render } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { HoldListProvider } from "../../src/HoldListProvider.js";
import { useHoldList } from "../../src/hold-list/useHoldList.js";
import { cached, openGateway, pass, renderHoldList, setVisibility } from "../support/renderHoldList.js";

beforeEach(() => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
  vi.spyOn(Math, "random").mockReturnValue(0.5);
});

afterEach(() => {
  focusManager.setFocused(undefined);
  onlineManager.setOnline(true);
});

/** A morning at a desk: what was shown, what was asked and when, and what the cache kept. */
async function desk(queryClient?: QueryClient) {
  const world = openGateway();
  const { simulator, session } = world;
  let signIn = session.getState().session?.signIn ?? 0;
  const client = queryClient ?? new QueryClient();
  client.mount(); // As a host's QueryClientProvider does: it hears of focus and network
  const { states, others, set, refresh, unmount } = renderHoldList(world, { queryClient: client, hooks: 2 });
  await pass(5_000);
  simulator.holdCall("101", { callId: "1-2", caller: "10087", called: "1", skill: "" });
  await pass(3_000);
  simulator.order({ kind: "http", status: 502, times: 2 });
  await pass(20_000);
  set({ hooks: 1 });
  await pass(5_000);
  set({ hooks: 2 });
  simulator.order({ kind: "http", status: 503, retryAfter: "10", times: 1 });
  await pass(5_000);
  setVisibility("hidden");
  setVisibility("visible");
  act(() => void window.dispatchEvent(new Event("offline")));
  act(() => void window.dispatchEvent(new Event("online")));
  await pass(10_000);
  simulator.order({ kind: "retcode", retcode: "100-006" });
  await pass(10_000);
  await act(() => client.invalidateQueries());
  setVisibility("hidden");
  await pass(20_000);
  setVisibility("visible");
  await act(refresh);
  simulator.clearFaults();
  act(() => session.getState().renewGuid(simulator.renewGuid("101"), signIn));
  await pass(5_000);
  simulator.set({ latency: 300 });
  act(() => session.getState().signIn({ agentId: "102", guid: simulator.signIn("102") }));
  signIn = session.getState().session?.signIn ?? 0;
  await pass(5_000);
  simulator.order({ kind: "disconnect" });
  await pass(5_000);
  set({ hooks: 0 });
  await pass(100);
  const left = cached(client);
  set({ hooks: 1 });
  await pass(20_000);
  act(() => session.getState().signOut());
  await pass(1_000);
  unmount();
  client.unmount();
  await pass(100);
  const start = 1_700_000_000_000;
  return { states, others, asked: world.asked.map(({ at }) => at - start), cached: [left, cached(client)] };
}

const invented = { calls: [{ callId: "0-0", callType: 0, caller: "66666", called: "", skill: "" }], unreadable: [] };

const hostile: [string, Record<string, unknown>][] = [
  ["retry", { retry: 5, retryDelay: 1, retryOnMount: false }],
  ["staleTime", { staleTime: Infinity }],
  ["a static staleTime", { staleTime: "static" }],
  ["refetchInterval off", { refetchInterval: false, refetchIntervalInBackground: false }],
  ["refetchInterval of 10 ms", { refetchInterval: 10 }],
  ["enabled", { enabled: false }],
  ["the data of before as placeholder", { placeholderData: keepPreviousData }],
  ["placeholderData", { placeholderData: invented }],
  ["initialData", { initialData: invented, initialDataUpdatedAt: 1_700_000_000_000 }],
  ["throwOnError", { throwOnError: true }],
  ["suspense", { suspense: true }],
  ["select", { select: () => invented }],
  ["a select that throws", { select: () => JSON.parse("") as unknown }],
  ["no structural sharing", { structuralSharing: false }],
  ["structuralSharing", { structuralSharing: () => invented }],
  ["networkMode offlineFirst", { networkMode: "offlineFirst" }],
  ["networkMode online", { networkMode: "online" }],
  ["gcTime", { gcTime: Infinity }],
  ["no refetch", { refetchOnMount: false, refetchOnWindowFocus: false, refetchOnReconnect: false }],
  ["every refetch", { refetchOnMount: "always", refetchOnWindowFocus: "always", refetchOnReconnect: "always" }],
  ["notifyOnChangeProps all", { notifyOnChangeProps: "all" }],
  ["notifyOnChangeProps none", { notifyOnChangeProps: [] }],
  ["queryKeyHashFn", { queryKeyHashFn: () => "the same" }],
  ["persister", { persister: () => Promise.resolve(invented) }],
  ["queryFn", { queryFn: () => invented }],
  ["subscribed", { subscribed: false }],
  ["a promise in each render", { experimental_prefetchInRender: true }],
  ["meta", { meta: { persist: true } }],
];

describe("a host's default changes nothing", () => {
  it.each(hostile)("%s", async (_, queries) => {
    const expected = await desk();
    vi.setSystemTime(1_700_000_000_000);
    const defaultOptions = { queries, hydrate: { queries } } as QueryClientConfig["defaultOptions"] & object;
    expect(await desk(new QueryClient({ defaultOptions }))).toEqual(expected);
  });

  it("for our key only", async () => {
    const expected = await desk();
    vi.setSystemTime(1_700_000_000_000);
    const client = new QueryClient();
    for (const [, queries] of hostile.filter(([name]) => name !== "queryKeyHashFn"))
      client.setQueryDefaults(["hold-list-panel"], queries);
    expect(await desk(client)).toEqual(expected);
  });

  it("of focus and network", async () => {
    const expected = await desk();
    vi.setSystemTime(1_700_000_000_000);
    focusManager.setFocused(false);
    onlineManager.setOnline(false);
    expect(await desk()).toEqual(expected);
  });
});

it("goes through every state at that desk", async () => {
  const { states, others, asked, cached: left } = await desk();
  expect(new Set(states.map(({ status }) => status))).toEqual(new Set(["loading", "ready", "error", "signed-out"]));
  expect(states.some((state) => state.status === "ready" && state.doubt?.stopped)).toBe(true);
  expect(others.length).toBeGreaterThan(5);
  expect(asked.length).toBeGreaterThan(15);
  expect(left).toEqual([[], []]);
});

it("does not look at the QueryClient of the host's tree", async () => {
  const world = openGateway();
  const client = new QueryClient({ defaultOptions: { queries: { enabled: false } } });
  const statuses: string[] = [];
  function Reader() {
    statuses.push(useHoldList().status);
    return null;
  }
  render(
    <QueryClientProvider client={client}>
      <HoldListProvider gateway={world.gateway} session={world.session}>
        <Reader />
      </HoldListProvider>
    </QueryClientProvider>,
  );
  await pass(1_000);
  expect(statuses.at(-1)).toBe("ready");
  expect(client.getQueryCache().getAll()).toEqual([]);
});

it("starts once the host has restored its own cache", async () => {
  const world = openGateway();
  const statuses: string[] = [];
  function Reader() {
    statuses.push(useHoldList().status);
    return null;
  }
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

describe("a client that the host shares", () => {
  it("may be cleared, reset, cancelled: the list comes back", async () => {
    const world = openGateway();
    const client = new QueryClient();
    const { ready, set } = renderHoldList(world, { queryClient: client });
    await pass(250);
    for (const meddle of [
      () => client.clear(),
      () => client.resetQueries(),
      () => client.cancelQueries(),
      () => client.removeQueries(),
      () => client.invalidateQueries(),
    ]) {
      await act(() => Promise.resolve(meddle()));
      set({});
      await pass(3_000);
      expect(ready()).toMatchObject({ calls: [{ callId: "1-1" }], doubt: null });
    }
  });

  it("shows nothing that was dehydrated under another sign-in", async () => {
    const world = openGateway();
    const client = new QueryClient();
    const signIn = world.session.getState().session?.signIn ?? 0;
    const queryKey = ["hold-list-panel", "https://gateway.invalid", "101", signIn - 1];
    const former = new QueryClient();
    former.setQueryData(queryKey, invented);
    hydrate(client, dehydrate(former));
    expect(JSON.stringify(cached(client))).toContain("66666");
    const { states } = renderHoldList(world, { queryClient: client });
    await pass(5_000);
    expect(JSON.stringify(states)).not.toContain("66666");
  });
});
