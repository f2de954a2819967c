import { act, fireEvent, screen, within } from "@testing-library/react";
import { createRef } from "react";
import { expect, it, vi } from "vitest";
import { HoldListPanel, zhCN } from "../../src/index.js";
import { holdThree, move, renderPanel } from "../support/renderPanel.js";

const panel = () => screen.getByRole("region");

it("joins the host's class to its own, and takes its style", async () => {
  const { show } = await renderPanel({ props: { className: "card wide", style: { maxWidth: "300px" } } });
  expect(panel()).toHaveClass("hlp-panel", "card", "wide", { exact: true });
  expect(panel()).toHaveStyle({ maxWidth: "300px" });
  show({});
  expect(panel()).toHaveClass("hlp-panel", { exact: true });
});

it("gives the section whatever else a section takes", async () => {
  const onClick = vi.fn();
  const props = { id: "calls", "data-testid": "host's", title: "Held", onClick, lang: "en-GB" };
  await renderPanel({ props });
  expect(screen.getByTestId("host's")).toBe(panel());
  expect(panel()).toHaveAttribute("id", "calls");
  expect(panel()).toHaveAttribute("title", "Held");
  expect(panel()).toHaveAttribute("lang", "en-GB");
  fireEvent.click(screen.getByRole("heading"));
  expect(onClick).toHaveBeenCalledOnce();
});

it("keeps its own state attribute", async () => {
  await renderPanel({ props: { "data-state": "mine" } as object });
  expect(panel()).toHaveAttribute("data-state", "ready");
});

it("hands its element to a ref object", async () => {
  const elementRef = createRef<HTMLElement>();
  const { unmount } = await renderPanel({ props: { elementRef } });
  expect(elementRef.current).toBe(panel());
  unmount();
  expect(elementRef.current).toBeNull();
});

it("hands its element to a ref callback, once", async () => {
  const elementRef = vi.fn<(element: HTMLElement | null) => void>();
  const { unmount } = await renderPanel({ props: { elementRef } });
  await move(10_000);
  expect(elementRef).toHaveBeenCalledExactlyOnceWith(panel());
  unmount();
  expect(elementRef.mock.lastCall?.[0]).toBeNull();
});

it("takes single words from the host and the others in English", async () => {
  await renderPanel({
    before: holdThree,
    props: { labels: { heading: "Parked", count: (calls) => `${calls} parked` } },
  });
  expect(screen.getByRole("region", { name: "Parked" })).toBeVisible();
  expect(screen.getByText("3 parked")).toBeInTheDocument();
  expect(screen.getByText("Up to date")).toBeVisible();
  expect(panel()).toHaveAttribute("lang", "en");
});

it("changes its words and language at run time, and loses nothing by it", async () => {
  const { simulator, show, user } = await renderPanel({ before: holdThree });
  await user.click(screen.getByRole("button", { name: "Details, call ID ending 996-2" }));
  simulator.order({ kind: "retcode", retcode: "300-001" });
  await move(2_010);
  show({ labels: zhCN });
  expect(screen.getByRole("region", { name: "保持中的通话" })).toHaveAttribute("lang", "zh-CN");
  expect(screen.getByRole("list", { name: "保持中的通话，按保持时长排序" })).toBeVisible();
  expect(screen.getByText("3 个通话")).toBeInTheDocument();
  expect(screen.getByText("普通呼出")).toBeVisible();
  expect(screen.getByText("没有查看保持通话的权限")).toBeVisible();
  expect(screen.getByRole("button", { name: "详情，呼叫 ID 尾号 996-2" })).toHaveAttribute("aria-expanded", "true");
  expect(panel()).not.toHaveTextContent(/On hold|Outgoing|Incoming|Consultation|Stopped|Retry|Code|Copy/);
  show({});
  expect(screen.getByRole("region", { name: "On hold" })).toHaveAttribute("lang", "en");
  expect(screen.getByText("Outgoing")).toBeVisible();
});

it("gives every id on a page with two panels once, and polls for both together", async () => {
  const { simulator, user } = await renderPanel({
    before: holdThree,
    page: (panel) => (
      <>
        {panel}
        <HoldListPanel />
      </>
    ),
  });
  const panels = screen.getAllByRole("region", { name: "On hold" });
  expect(panels).toHaveLength(2);
  for (const one of panels)
    await user.click(within(one).getByRole("button", { name: "Details, call ID ending 996-2" }));
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  expect(ids).toHaveLength(4);
  expect(new Set(ids).size).toBe(4);
  const asked = simulator.requests.length;
  await move(2_010);
  expect(simulator.requests).toHaveLength(asked + 1);
});

it("renders nothing for an unchanged answer, and writes one text a second for each timer", async () => {
  const renderCall = vi.fn(() => null);
  await renderPanel({ before: holdThree, props: { renderCall } });
  await move(5_000);
  const changes: MutationRecord[] = [];
  new MutationObserver((records) => changes.push(...records)).observe(panel(), {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });
  await move(20_000);
  expect(renderCall).toHaveBeenCalledTimes(3);
  expect(changes).toHaveLength(3 * 20);
  for (const { target } of changes) expect(target).toHaveClass("hlp-digits");
});

it("asks no more once it is gone", async () => {
  const { simulator, unmount } = await renderPanel({ before: holdThree });
  act(() => unmount());
  const asked = simulator.requests.length;
  await move(60_000);
  expect(simulator.requests).toHaveLength(asked);
});
