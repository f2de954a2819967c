import { act, screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { en, enActions, HoldListBadge, retrieve } from "../../src/index.js";
import { holdThree } from "../support/calls.js";
import { passTime, startClock } from "../support/clock.js";
import { createDesktop, type ProviderSettings, renderDesktop } from "../support/desktop.js";
import {
  allowReports,
  brokenGateways,
  expectHostAlive,
  expectThreeRows,
  gatewayOf,
  hostPage,
  listReads,
  oddFunctions,
  oddValues,
  rerenderFor,
  throwError,
} from "../support/hostileHost.js";

allowReports();

const chip = () => document.querySelector<HTMLButtonElement>(".hlp-badge-button");

/** Renders a badge over three calls in a host's page. Props may have wrong types. */
async function renderBadge(props: object = {}, settings: { strict?: boolean; provider?: ProviderSettings } = {}) {
  startClock();
  const desktop = createDesktop({ before: holdThree });
  const content = (next: object) => hostPage(<HoldListBadge actions={[retrieve]} {...next} />);
  const rendered = renderDesktop(desktop, content(props), settings);
  await passTime(0);
  return { ...desktop, show: (next: object) => rendered.update(content(next)) };
}

async function expectOpens(): Promise<void> {
  await passTime(5_000);
  expect(chip()).toBeVisible();
  act(() => chip()?.click());
  expectThreeRows();
}

it("works under StrictMode", async () => {
  await renderBadge({}, { strict: true });
  await expectOpens();
});

it("works while the host passes inline props every 100 ms", async () => {
  const inline = () => ({ labels: { ...en }, actions: [{ ...retrieve }], renderCall: () => null, style: {} });
  const desktop = await renderBadge(inline());
  const before = listReads(desktop);
  await rerenderFor(10_000, () => desktop.show(inline()));
  expect(listReads(desktop) - before).toBe(5);
  await expectOpens();
});

describe("a prop", () => {
  const functionProps = ["mask", "formatNumber", "renderCall", "renderHeader", "elementRef", "handleRef"];
  it.each(functionProps)("may be a function that throws: %s", async (name) => {
    await renderBadge({ [name]: throwError });
    await expectOpens();
  });

  it.each(oddValues)("may be labels of a wrong type, or with entries that are %s", async (_, value) => {
    const { show } = await renderBadge({ labels: value });
    const keys = [...Object.keys(en), ...Object.keys(enActions)];
    show({ labels: Object.fromEntries(keys.map((key) => [key, value])) });
    await expectOpens();
  });

  it.each(oddFunctions)("may be labels of which each function %s", async (_, fn) => {
    const labels = Object.entries({ ...en, ...enActions }).map(([key, label]) => [
      key,
      typeof label === "function" ? fn : label,
    ]);
    await renderBadge({ labels: Object.fromEntries(labels) as object });
    await expectOpens();
  });
});

it.each(brokenGateways)("stays with a gateway that %s", async (_, fetchHoldList) => {
  await renderBadge({}, { provider: { gateway: gatewayOf(fetchHoldList) } });
  await passTime(30_000);
  expectHostAlive();
  act(() => chip()?.click());
  expect(screen.getByRole("dialog")).toBeVisible();
});

it("opens as a fixed element where the browser fails to show a popover", async () => {
  const prototype = HTMLElement.prototype as { showPopover?: () => void };
  prototype.showPopover = vi.fn(throwError);
  await renderBadge();
  await expectOpens();
  expect(screen.getByRole("dialog")).toHaveAttribute("data-fixed");
  expect(screen.getByRole("dialog")).not.toHaveAttribute("popover");
  delete prototype.showPopover;
});
