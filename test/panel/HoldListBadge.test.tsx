import { act, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { en, HoldListBadge, type HoldListPanelProps, retrieve, zhCN } from "../../src/index.js";
import { agentId, endAll, holdThree, newcomer, orderFault } from "../support/calls.js";
import { passTime, startClock } from "../support/clock.js";
import { createDesktop, type DesktopOptions, renderDesktop } from "../support/desktop.js";
import { recordAnnouncements } from "../support/screen.js";

const chip = () => screen.getByRole("button", { name: new RegExp(`^(${en.heading}|${zhCN.heading}): `) });
const containing = (text: string) => expect.stringContaining(text) as string;
const dialog = () => screen.queryByRole("dialog");

async function renderBadge(props: HoldListPanelProps = {}, options: DesktopOptions = {}) {
  startClock();
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
  const desktop = createDesktop({ before: holdThree, ...options });
  const result = renderDesktop(
    desktop,
    <>
      <HoldListBadge {...props} />
      <button type="button">Elsewhere</button>
      <p>Plain text</p>
    </>,
  );
  await passTime(0);
  return { ...desktop, ...result, user };
}

it("shows the number of calls and the longest time, and names both for screen readers", async () => {
  await renderBadge();
  await passTime(65_000);
  expect(chip().querySelector(".hlp-chip-count")).toHaveTextContent(/^3$/);
  expect(within(chip()).getByRole("timer", { hidden: true })).toHaveTextContent("1:05");
  expect(chip()).toHaveAccessibleName(containing(`${en.heading}: ${en.count(3)}, ${en.longHold}, ${en.longest}`));
  expect(chip()).toHaveAccessibleName(containing(en.heldFor({ days: 0, hours: 0, minutes: 1 }, "at-least")));
});

it.each([
  [65_000, "long", en.longHold],
  [185_000, "too-long", en.tooLongCount(3)],
])("has the attention level after %i ms as an attribute and as text", async (ms, level, text) => {
  await renderBadge();
  await passTime(ms);
  expect(chip().firstElementChild).toHaveAttribute("data-attention", level);
  expect(chip()).toHaveAccessibleName(containing(text));
});

it("is in Chinese with Chinese labels", async () => {
  await renderBadge({ labels: zhCN });
  expect(chip()).toHaveAccessibleName(containing(`${zhCN.heading}: ${zhCN.count(3)}`));
});

it("shows that nothing is on hold", async () => {
  await renderBadge({}, { before: undefined });
  expect(chip()).toHaveAccessibleName(`${en.heading}: ${en.empty}`);
});

it.each<[string, DesktopOptions, string]>([
  ["signed out", { signedOut: true }, en.notSignedIn],
  ["loading", { before: orderFault({ kind: "silence" }) }, en.loadingShort],
  ["without a list", { before: orderFault({ kind: "disconnect" }) }, en.tryingAgain],
])("says that it is %s", async (_, options, text) => {
  await renderBadge({}, options);
  if (text === en.tryingAgain) await passTime(9_000);
  expect(chip()).toHaveAccessibleName(`${en.heading}: ${text}`);
});

it("says in doubt since when the list was not updated, and keeps the count", async () => {
  const { simulator } = await renderBadge();
  act(() => void simulator.order({ kind: "disconnect" }));
  await passTime(20_000);
  expect(chip()).toHaveAccessibleName(containing(`${en.count(3)}, ${en.lastUpdated("10:42:0")}`));
  expect(screen.getByRole("region")).toHaveAttribute("data-doubtful");
});

it("writes one text a second and renders nothing while time passes", async () => {
  const { container } = await renderBadge();
  await passTime(5_000);
  let writes = 0;
  new MutationObserver((records) => (writes += records.length)).observe(container, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
  await passTime(3_000);
  expect(writes).toBe(3);
});

it("opens the complete panel at a press and never by itself", async () => {
  const { user, simulator } = await renderBadge({ actions: [retrieve] });
  act(() => void simulator.holdCall(agentId, newcomer));
  await passTime(200_000);
  expect(dialog()).toBeNull();
  expect(screen.queryAllByRole("listitem")).toHaveLength(0);
  await user.click(chip());
  expect(dialog()).toHaveAccessibleName(en.heading);
  expect(screen.getAllByRole("listitem")).toHaveLength(4);
  expect(screen.getByRole("heading")).toHaveFocus();
  await user.click(chip());
  expect(dialog()).toBeNull();
});

it("closes at Escape with the focus on the chip, and the host does not get the key", async () => {
  const onKeyDown = vi.fn();
  document.addEventListener("keydown", onKeyDown);
  const { user } = await renderBadge();
  await user.click(chip());
  await user.tab();
  await user.keyboard("{Escape}");
  document.removeEventListener("keydown", onKeyDown);
  expect(onKeyDown).not.toHaveBeenCalledWith(expect.objectContaining({ key: "Escape" }));
  expect(dialog()).toBeNull();
  expect(chip()).toHaveFocus();
});

it("closes at Escape also where the focus is nowhere", async () => {
  const { user } = await renderBadge();
  await user.click(chip());
  act(() => (document.activeElement as HTMLElement).blur());
  await user.keyboard("{Escape}");
  expect(dialog()).toBeNull();
});

it("closes at a press outside: the focus returns to the chip, or goes to the control that was pressed", async () => {
  const { user } = await renderBadge();
  await user.click(chip());
  await user.click(screen.getByText("Plain text"));
  await passTime(0);
  expect(dialog()).toBeNull();
  expect(chip()).toHaveFocus();
  await user.click(chip());
  await user.click(screen.getByText("Elsewhere"));
  await passTime(0);
  expect(dialog()).toBeNull();
  expect(screen.getByText("Elsewhere")).toHaveFocus();
});

it.each([false, true])("announces each change once, with the panel open: %s", async (isOpen) => {
  const { user, simulator } = await renderBadge();
  await passTime(4_000);
  if (isOpen) await user.click(chip());
  const announced = recordAnnouncements();
  act(() => endAll(simulator));
  await passTime(6_000);
  expect(announced).toEqual([`status: ${en.announceChanges(0, 3, 0)}`]);
});

it("keeps acknowledgements while it is closed", async () => {
  const { user } = await renderBadge();
  await passTime(185_000);
  await user.click(chip());
  for (const mute of screen.getAllByRole("button", { name: /^Mute/ })) await user.click(mute);
  await user.keyboard("{Escape}");
  expect(chip().firstElementChild).not.toHaveAttribute("data-attention");
});

it("passes the section's props, the ref and a class to the section", async () => {
  const elementRef = vi.fn();
  await renderBadge({ id: "holds", className: "mine", elementRef });
  const section = screen.getByRole("region", { name: en.heading });
  expect(section).toHaveAttribute("id", "holds");
  expect(section).toHaveClass("hlp-badge", "mine", { exact: true });
  expect(elementRef).toHaveBeenCalledWith(section);
});
