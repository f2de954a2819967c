import { act } from "@testing-library/react";
import type { ReactNode } from "react";
import { describe, expect, it, vi } from "vitest";
import { en, enActions, retrieve, RetrieveLongestHeldButton } from "../../src/index.js";
import { holdThree, outgoing } from "../support/calls.js";
import { passTime, startClock } from "../support/clock.js";
import { createDesktop, renderDesktop } from "../support/desktop.js";
import {
  allowReports,
  brokenGateways,
  expectHostAlive,
  gatewayOf,
  hostPage,
  listReads,
  oddFunctions,
  oddValues,
  rerenderFor,
  throwError,
} from "../support/hostileHost.js";
import type { ProviderSettings } from "../support/desktop.js";

allowReports();

const button = () => document.querySelector<HTMLButtonElement>(".hlp-retrieve-longest");
const usualName = `${enActions.retrieveLongest} ${outgoing.name}`;
const content = (props: object = {}, key = 0): ReactNode =>
  hostPage(<RetrieveLongestHeldButton key={key} action={retrieve} {...props} />);

/** Renders the button alone over three calls in a host's page. Props may have wrong types. */
async function renderButton(props: object = {}, settings: { strict?: boolean; provider?: ProviderSettings } = {}) {
  startClock();
  const desktop = createDesktop({ before: holdThree });
  const rendered = renderDesktop(desktop, content(props), settings);
  await passTime(0);
  return {
    ...desktop,
    ...rendered,
    show: (next: object, key?: number) => rendered.update(content(next, key)),
    press: async () => {
      act(() => button()?.click());
      await passTime(100);
    },
    sent: () => desktop.simulator.requests.flatMap(({ method, callId }) => (method === "GET" ? [] : [callId])),
  };
}

/** Expects that the button is there, and retrieves the longest held call once. */
async function expectRetrieves({ press, sent }: Awaited<ReturnType<typeof renderButton>>): Promise<void> {
  expectHostAlive();
  expect(button()).toBeVisible();
  await press();
  expect(sent()).toEqual([outgoing.callId]);
  await passTime(10_000);
  expectHostAlive();
}

it("works under StrictMode", async () => expectRetrieves(await renderButton({}, { strict: true })));

it("accepts undefined for every optional prop", async () => {
  const desktop = await renderButton({ labels: undefined, mask: undefined, onAction: undefined, className: undefined });
  expect(button()).toHaveAccessibleName(usualName);
  await expectRetrieves(desktop);
});

it("works while the host passes inline props every 100 ms", async () => {
  const inline = () => ({
    action: { ...retrieve },
    labels: { ...en, ...enActions },
    mask: (number: string) => number,
    onAction: () => {},
    style: {},
  });
  const desktop = await renderButton(inline());
  const before = listReads(desktop);
  await rerenderFor(10_000, () => desktop.show(inline()));
  expect(listReads(desktop) - before).toBe(5);
  await expectRetrieves(desktop);
});

it("retrieves the held call right after the host has replaced it by another key", async () => {
  const desktop = await renderButton();
  await passTime(500);
  act(() => desktop.show({}, 1));
  expect(button()).toHaveAccessibleName(usualName);
  await expectRetrieves(desktop);
});

describe("a prop", () => {
  it.each(oddFunctions)("may be a mask that %s: no whole number is shown", async (_, mask) => {
    const desktop = await renderButton({ mask });
    expect(document.body.innerHTML).not.toMatch(/13800138000|138 0013/);
    await expectRetrieves(desktop);
  });

  it.each(oddFunctions)("may be an onAction that %s", async (_, onAction) =>
    expectRetrieves(await renderButton({ onAction })),
  );

  it.each(oddValues)("may be labels of a wrong type: %s", async (_, labels) =>
    expectRetrieves(await renderButton({ labels })),
  );

  const keys = [...Object.keys(en), ...Object.keys(enActions)];
  it.each(oddValues)("may be labels whose entries all are %s", async (_, value) =>
    expectRetrieves(await renderButton({ labels: Object.fromEntries(keys.map((key) => [key, value])) })),
  );

  it.each(oddFunctions)("may be labels of which each function %s", async (_, fn) => {
    const labels = Object.fromEntries(
      Object.entries({ ...en, ...enActions }).map(([key, label]) => [key, typeof label === "function" ? fn : label]),
    );
    await expectRetrieves(await renderButton({ labels }));
  });

  it.each(oddFunctions)("may be an action whose labels function %s", async (_, labels) =>
    expectRetrieves(await renderButton({ action: { ...retrieve, labels } })),
  );

  it.each(oddFunctions)("may be an action whose run %s", async (_, fn) => {
    const run = vi.fn(fn);
    const { press } = await renderButton({ action: { ...retrieve, run } });
    await press();
    await passTime(30_000);
    expect(run).toHaveBeenCalledOnce();
    expectHostAlive();
    expect(button()).toBeVisible();
  });

  it("may be an action whose isFor throws: nothing is retrieved", async () => {
    const { press, sent } = await renderButton({ action: { ...retrieve, isFor: throwError } });
    await press();
    expect(sent()).toEqual([]);
    expectHostAlive();
    expect(button()).toBeVisible();
  });
});

it.each(brokenGateways)("stays, disabled, with a gateway that %s", async (_, fetchHoldList) => {
  await renderButton({}, { provider: { gateway: gatewayOf(fetchHoldList) } });
  await passTime(30_000);
  expectHostAlive();
  expect(button()).toHaveAttribute("aria-disabled", "true");
});

it("stays when the host signs out inside onAction", async () => {
  const { session, press } = await renderButton({ onAction: () => signOut() });
  const signOut = () => session.getState().signOut();
  await press();
  await passTime(10_000);
  expectHostAlive();
  expect(button()).toHaveAttribute("aria-disabled", "true");
});
