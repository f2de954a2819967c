import { act } from "@testing-library/react";
import { type ReactNode, useLayoutEffect } from "react";
import { expect, it } from "vitest";
import { type HoldGuard, useHoldGuard } from "../../src/index.js";
import { endAll, holdThree } from "../support/calls.js";
import { passTime, startClock } from "../support/clock.js";
import { createDesktop, type ProviderSettings, renderDesktop } from "../support/desktop.js";
import {
  allowReports,
  brokenGateways,
  expectHostAlive,
  gatewayOf,
  hostPage,
  oddValues,
  rerenderFor,
} from "../support/hostileHost.js";

allowReports();

let guard: HoldGuard | undefined;

function Guard({ options }: { options?: unknown }): ReactNode {
  const current = useHoldGuard(options as Parameters<typeof useHoldGuard>[0]);
  useLayoutEffect(() => {
    guard = current;
  });
  return null;
}

/** Whether the browser would ask the agent before it leaves the page. */
function isPrompting(): boolean {
  const event = new Event("beforeunload", { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
}

async function renderGuard(options: unknown, settings: { strict?: boolean; provider?: ProviderSettings } = {}) {
  startClock();
  const desktop = createDesktop({ before: holdThree });
  const content = (next: unknown, key = 0) => hostPage(<Guard key={key} options={next} />);
  const rendered = renderDesktop(desktop, content(options), settings);
  await passTime(0);
  return { ...desktop, ...rendered, show: (next: unknown, key?: number) => rendered.update(content(next, key)) };
}

it.each([
  [undefined, false],
  [{}, false],
  [{ prompt: undefined }, false],
  [{ prompt: true }, true],
])("guards under StrictMode with %j, and stops when it is unmounted", async (options, isPrompted) => {
  const { unmount } = await renderGuard(options, { strict: true });
  expect(guard).toEqual({ callsOnHold: 3, isCertain: true });
  expect(isPrompting()).toBe(isPrompted);
  unmount();
  expect(isPrompting()).toBe(false);
});

it("guards without a gap while the host passes inline options every 100 ms", async () => {
  const { show, simulator } = await renderGuard({ prompt: true });
  await rerenderFor(5_000, () => {
    show({ prompt: true });
    expect(isPrompting()).toBe(true);
  });
  endAll(simulator);
  await rerenderFor(3_000, () => show({ prompt: true }));
  expect(isPrompting()).toBe(false);
  expect(guard).toEqual({ callsOnHold: 0, isCertain: true });
});

it("guards in the commit in which it is replaced by another key", async () => {
  const { show } = await renderGuard({ prompt: true });
  await passTime(500);
  act(() => show({ prompt: true }, 1));
  expect(guard?.callsOnHold).toBe(3);
  expect(isPrompting()).toBe(true);
});

it.each([...oddValues, ["a prompt of null", { prompt: null }]] as [string, unknown][])(
  "accepts options of a wrong type: %s",
  async (_, options) => {
    const { show } = await renderGuard({ prompt: true });
    show(options);
    await passTime(5_000);
    expectHostAlive();
    expect(guard).toEqual({ callsOnHold: 3, isCertain: true });
    expect(isPrompting()).toBe(false);
  },
);

it.each(brokenGateways)("is not certain with a gateway that %s", async (_, fetchHoldList) => {
  await renderGuard({ prompt: true }, { provider: { gateway: gatewayOf(fetchHoldList) } });
  await passTime(30_000);
  expectHostAlive();
  expect(guard).toEqual({ callsOnHold: 0, isCertain: false });
});

it.each(brokenGateways)("keeps the last number, uncertain, with a gateway that later %s", async (_, fetchHoldList) => {
  const { gateway, update } = await renderGuard({ prompt: true });
  update(undefined, { gateway: { ...gateway, fetchHoldList: fetchHoldList as typeof gateway.fetchHoldList } });
  await passTime(30_000);
  expectHostAlive();
  expect(guard).toEqual({ callsOnHold: 3, isCertain: false });
  expect(isPrompting()).toBe(true);
});
