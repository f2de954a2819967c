import { act, fireEvent, screen, within } from "@testing-library/react";
import { createRef } from "react";
import { expect, it, vi } from "vitest";
import { en, HoldListPanel, zhCN } from "../../src/index.js";
import { holdThree } from "../support/calls.js";
import { passTime } from "../support/clock.js";
import { renderPanel } from "../support/renderPanel.js";
import { button, detailsButton, expectShown, heading, panel } from "../support/screen.js";

it("joins the host's class name to its own, and applies its style", async () => {
  const { show } = await renderPanel({ props: { className: "card wide", style: { maxWidth: "300px" } } });
  expect(panel()).toHaveClass("hlp-panel", "card", "wide", { exact: true });
  expect(panel()).toHaveStyle({ maxWidth: "300px" });
  show({});
  expect(panel()).toHaveClass("hlp-panel", { exact: true });
});

it("passes other section attributes on, but keeps its own data-state", async () => {
  const onClick = vi.fn();
  const given = { id: "calls", "data-testid": "host's", title: "Held", onClick, lang: "en-GB", "data-state": "mine" };
  await renderPanel({ props: given });
  expect(screen.getByTestId("host's")).toBe(panel());
  for (const [name, value] of [
    ["id", "calls"],
    ["title", "Held"],
    ["lang", "en-GB"],
    ["data-state", "ready"],
  ] as const)
    expect(panel()).toHaveAttribute(name, value);
  fireEvent.click(heading());
  expect(onClick).toHaveBeenCalledOnce();
});

it("gives its element to a ref object", async () => {
  const elementRef = createRef<HTMLElement>();
  const { unmount } = await renderPanel({ props: { elementRef } });
  expect(elementRef.current).toBe(panel());
  unmount();
  expect(elementRef.current).toBeNull();
});

it("gives its element to a ref callback once", async () => {
  const elementRef = vi.fn<(element: HTMLElement | null) => void>();
  const { unmount } = await renderPanel({ props: { elementRef } });
  await passTime(10_000);
  expect(elementRef).toHaveBeenCalledExactlyOnceWith(panel());
  unmount();
  expect(elementRef.mock.lastCall?.[0]).toBeNull();
});

it("replaces single labels and keeps the others in English", async () => {
  await renderPanel({
    before: holdThree,
    props: { labels: { heading: "Parked", count: (calls) => `${calls} parked` } },
  });
  expect(screen.getByRole("region", { name: "Parked" })).toBeVisible();
  expectShown(en.upToDate);
  expect(screen.getByText("3 parked")).toBeInTheDocument();
  expect(panel()).toHaveAttribute("lang", "en");
});

it("changes its language at run time and keeps its state", async () => {
  const { simulator, show, user } = await renderPanel({ before: holdThree });
  await user.click(detailsButton("996-2"));
  simulator.order({ kind: "retcode", retcode: "300-001" });
  await passTime(2_010);
  show({ labels: zhCN });
  expect(screen.getByRole("region", { name: zhCN.heading })).toHaveAttribute("lang", "zh-CN");
  expect(screen.getByRole("list", { name: zhCN.list["longest-first"] })).toBeVisible();
  expect(screen.getByText(zhCN.count(3))).toBeInTheDocument();
  expectShown(zhCN.callTypes.outgoing, zhCN.noPermission);
  expect(button(zhCN.details("996-2"))).toHaveAttribute("aria-expanded", "true");
  expect(panel()).not.toHaveTextContent(/On hold|Outgoing|Incoming|Consultation|Stopped|Retry|Code|Copy/);
  show({});
  expect(screen.getByRole("region", { name: en.heading })).toHaveAttribute("lang", "en");
  expectShown(en.callTypes.outgoing);
});

it("shares one poll between two panels, and no id", async () => {
  const { simulator, user } = await renderPanel({
    before: holdThree,
    page: (panel) => (
      <>
        {panel}
        <HoldListPanel />
      </>
    ),
  });
  const panels = screen.getAllByRole("region", { name: en.heading });
  expect(panels).toHaveLength(2);
  for (const one of panels) await user.click(within(one).getByRole("button", { name: en.details("996-2") }));
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  expect(ids).toHaveLength(4);
  expect(new Set(ids).size).toBe(4);
  const asked = simulator.requests.length;
  await passTime(2_010);
  expect(simulator.requests).toHaveLength(asked + 1);
});

it("stops polling after it has been unmounted", async () => {
  const { simulator, unmount } = await renderPanel({ before: holdThree });
  act(() => unmount());
  const asked = simulator.requests.length;
  await passTime(60_000);
  expect(simulator.requests).toHaveLength(asked);
});
