import { act } from "@testing-library/react";
import { type ReactNode, useEffect } from "react";
import { describe, expect, it, vi } from "vitest";
import { type AgentSessionStore, type HoldList, useHoldList } from "../../src/index.js";
import { useHoldListContext } from "../../src/hold-list/HoldListContext.js";
import { holdThree } from "../support/calls.js";
import { passTime, startClock } from "../support/clock.js";
import { createDesktop, type ProviderSettings, renderDesktop } from "../support/desktop.js";
import {
  allowReports,
  brokenGateways,
  expectHostAlive,
  gatewayOf,
  hostPage,
  listReads,
  rerenderFor,
  throwError,
} from "../support/hostileHost.js";

allowReports();

let latest: HoldList | undefined;
/** What the hook says: its status, and the number of calls. */
const state = () => (latest?.status === "ready" ? `ready ${latest.calls.length}` : latest?.status);

type OnList = (list: HoldList, session: AgentSessionStore) => void;

function Reader({ onList }: { onList?: OnList | undefined }): ReactNode {
  const list = useHoldList();
  const { session } = useHoldListContext("Reader");
  useEffect(() => {
    latest = list;
    onList?.(list, session);
  });
  return null;
}

type Options = { provider?: ProviderSettings; strict?: boolean; onList?: OnList };
async function renderReader({ onList, ...options }: Options = {}) {
  startClock();
  latest = undefined;
  const desktop = createDesktop({ before: holdThree });
  const content = (key = 0) => hostPage(<Reader key={key} onList={onList} />);
  const rendered = renderDesktop(desktop, content(), options);
  await passTime(0);
  return { ...desktop, ...rendered, content };
}

it.each([false, true])("polls once every 2 s with several readers (StrictMode: %s)", async (strict) => {
  const desktop = await renderReader({ strict });
  desktop.update(hostPage([1, 2, 3].map((key) => <Reader key={key} />)));
  const before = listReads(desktop);
  await passTime(10_000);
  expect(state()).toBe("ready 3");
  expect(listReads(desktop) - before).toBe(5);
});

it("is ready again in the commit in which the only reader is replaced by another key", async () => {
  const { update, content } = await renderReader();
  await passTime(500);
  act(() => update(content(1)));
  expect(state()).toBe("ready 3");
});

it("polls every 2 s while the host renders every 100 ms", async () => {
  const desktop = await renderReader();
  const before = listReads(desktop);
  await rerenderFor(10_000, () => desktop.update());
  expect(state()).toBe("ready 3");
  expect(listReads(desktop) - before).toBe(5);
});

it("sends no flood for a host that calls refresh after each render", async () => {
  const desktop = await renderReader({ onList: (list) => void list.refresh() });
  await passTime(10_000);
  expect(state()).toBe("ready 3");
  expect(listReads(desktop)).toBeLessThanOrEqual(8);
});

it("resolves refresh, whatever the moment", async () => {
  const { unmount, session } = await renderReader();
  const refresh = () => latest?.refresh();
  await act(async () => expect(await refresh()).toBeUndefined());
  act(() => session.getState().signOut());
  await act(async () => expect(await refresh()).toBeUndefined());
  unmount();
  await act(async () => expect(await refresh()).toBeUndefined());
});

describe("a gateway of the host", () => {
  it.each(brokenGateways)("that %s is asked with back-off, as after any failure", async (_, fetch) => {
    const fetchHoldList = vi.fn(fetch);
    await renderReader({ provider: { gateway: gatewayOf(fetchHoldList) } });
    await passTime(60_000);
    expectHostAlive();
    expect(state()).toBe("error");
    expect(fetchHoldList.mock.calls.length).toBeLessThanOrEqual(10);
  });

  it("that never settles one request is asked again, and its next answer is shown", async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const gateway = gatewayOf(({ signal }) => {
      signals.push(signal);
      return signals.length === 1 ? new Promise(() => {}) : Promise.resolve({ calls: [], unreadable: [] });
    });
    await renderReader({ provider: { gateway } });
    await passTime(29_900);
    expect(state()).toBe("loading");
    await passTime(5_000);
    expect(state()).toBe("ready 0");
    expect(signals[0]?.aborted).toBe(true);
  });

  it.each(brokenGateways)("that later %s keeps the last list, which is not up to date", async (_, fetchHoldList) => {
    const { gateway, update } = await renderReader();
    const broken = { ...gateway, fetchHoldList: fetchHoldList as typeof gateway.fetchHoldList };
    update(undefined, { gateway: broken });
    await passTime(60_000);
    expectHostAlive();
    expect(state()).toBe("ready 3");
    expect(latest).toMatchObject(
      latest?.status === "ready" && latest.overdue ? {} : { doubt: { failures: expect.any(Number) as number } },
    );
  });
});

it.each<[string, () => void]>([
  [
    "without document.visibilityState",
    () => vi.spyOn(document, "visibilityState", "get").mockReturnValue(undefined as never),
  ],
  ["whose sessionStorage throws", () => vi.spyOn(window, "sessionStorage", "get").mockImplementation(throwError)],
  ["without reportError", () => vi.stubGlobal("reportError", undefined)],
  ["without BroadcastChannel", () => vi.stubGlobal("BroadcastChannel", undefined)],
])("works in a browser %s", async (_, breakIt) => {
  breakIt();
  await renderReader();
  await passTime(10_000);
  expect(state()).toBe("ready 3");
});

it("is signed out for a host that signs out as soon as there is a list", async () => {
  const { simulator } = await renderReader({
    onList: (list, session) => list.status === "ready" && session.getState().signOut(),
  });
  await passTime(10_000);
  expectHostAlive();
  expect(state()).toBe("signed-out");
  expect(simulator.requests).toHaveLength(1);
});
