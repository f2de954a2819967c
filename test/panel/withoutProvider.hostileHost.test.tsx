import { act, render, screen } from "@testing-library/react";
import { type ReactElement, StrictMode } from "react";
import { renderToString } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import {
  en,
  HoldListBadge,
  HoldListPanel,
  retrieve,
  RetrieveLongestHeldButton,
  useHoldGuard,
} from "../../src/index.js";
import { holdThree, renderPanel } from "../support/renderPanel.js";
import { rows } from "../support/screen.js";
import { createDesktop, renderDesktop } from "../support/desktop.js";
import { expectHostAlive, hostPage } from "../support/hostileHost.js";

const faultOf = (name: string) =>
  `${name} must be used inside <HoldListProvider>: there is none around it, or the page has two copies of hold-list-panel.`;

/** Expects one message in the console, and removes it. */
function expectReported(fault: string): void {
  expect(vi.mocked(console.error).mock.calls).toEqual([[fault]]);
  vi.mocked(console.error).mockClear();
}

describe.each<[string, ReactElement, () => HTMLElement]>([
  ["HoldListPanel", <HoldListPanel className="own" />, () => screen.getByRole("region", { name: en.heading })],
  ["HoldListBadge", <HoldListBadge className="own" />, () => screen.getByRole("region", { name: en.heading })],
  ["RetrieveLongestHeldButton", <RetrieveLongestHeldButton action={retrieve} />, () => screen.getByRole("button")],
])("%s without a provider", (name, component, box) => {
  it("shows the cause inside its box, reports it once, and keeps the host's page", () => {
    vi.mocked(console.error).mockImplementation(() => {});
    const { rerender } = render(hostPage(component), { wrapper: StrictMode });
    rerender(hostPage(component));
    expectHostAlive();
    expect(box()).toHaveTextContent(faultOf(name));
    expectReported(faultOf(name));
  });

  it("does so on a server", () => {
    const page = document.createElement("div");
    page.innerHTML = renderToString(hostPage(component));
    expect(page).toHaveTextContent(faultOf(name));
    expect(page).toHaveTextContent("Host's page");
  });

  it("does so inside the provider of another copy of the package", async () => {
    vi.mocked(console.error).mockImplementation(() => {});
    vi.resetModules();
    const copy = await import("../../src/index.js");
    const { gateway, session } = createDesktop({ signedOut: true });
    render(
      <copy.HoldListProvider gateway={gateway} session={session}>
        {hostPage(component)}
      </copy.HoldListProvider>,
    );
    expectHostAlive();
    expect(box()).toHaveTextContent(faultOf(name));
    expectReported(faultOf(name));
  });

  it("shows its usual content as soon as it is inside a provider", () => {
    vi.mocked(console.error).mockImplementation(() => {});
    render(component);
    expectReported(faultOf(name));
    const { container } = renderDesktop(createDesktop({ signedOut: true }), component);
    expect(container).not.toHaveTextContent("HoldListProvider");
  });
});

it("keeps the list, and reports actions of another copy of the package", async () => {
  vi.mocked(console.error).mockImplementation(() => {});
  vi.resetModules();
  const copy = await import("../../src/index.js");
  await renderPanel({ before: holdThree, props: { actions: [copy.retrieve] } });
  expect(rows()).toHaveLength(3);
  expectReported(
    "1 of the panel's actions ignored: made without createHeldCallAction, or by another copy of hold-list-panel.",
  );
});

it("opens the badge without a provider to show the cause", () => {
  vi.mocked(console.error).mockImplementation(() => {});
  render(hostPage(<HoldListBadge />));
  expectReported(faultOf("HoldListBadge"));
  act(() => screen.getByRole("button", { expanded: false }).click());
  expect(screen.getByRole("dialog", { name: en.heading })).toHaveTextContent(faultOf("HoldListBadge"));
  expect(screen.getByRole("heading", { name: en.heading })).toHaveFocus();
});

it("names the hook that has no provider", () => {
  vi.mocked(console.error).mockImplementation(() => {});
  const Guard = () => useHoldGuard().callsOnHold;
  expect(() => render(<Guard />)).toThrow(faultOf("useHoldGuard"));
  vi.mocked(console.error).mockClear();
});
