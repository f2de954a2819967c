import { render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { HoldTimer } from "../../../src/panel/rows/HoldTimer.js";
import { en } from "../../../src/panel/labels/en.js";
import type { HoldListLabels } from "../../../src/panel/labels/HoldListLabels.js";
import { zhCN } from "../../../src/panel/labels/zhCN.js";
import type { Certainty } from "../../../src/hold-list/time/HeldSince.js";

const exact: Certainty = { kind: "exact" };

/** Renders the timer of a call that has been held for `heldFor` ms. */
function show(heldFor: number, certainty: Certainty, labels: HoldListLabels = en) {
  const began = Date.now() - heldFor;
  const result = render(
    <HoldTimer since={{ at: began, certainty }} heldFor={({ at }) => Date.now() - at} labels={labels} />,
  );
  const timer = screen.getByRole("timer");
  const [sign, box, spoken] = [...timer.children];
  const digits = box?.firstElementChild;
  if (sign === undefined || !digits || spoken === undefined) throw new Error("not a timer");
  return { ...result, began, timer, sign, digits, spoken };
}

function secondsOf({ textContent }: Element): number {
  const [minutes, seconds] = (textContent ?? "").split(":").map(Number);
  return (minutes ?? NaN) * 60 + (seconds ?? NaN);
}

it.each([
  [187_000, "3:07", "on hold 3 minutes"],
  [3_765_000, "1:02:45", "on hold 1 hour 2 minutes"],
  [86_400_000 + 9_910_000, "1 d 02:45:10", "on hold 1 day 2 hours 45 minutes"],
  [0, "0:00", "on hold under a minute"],
])("shows a hold of %i ms as %s and exposes %j to screen readers", (heldFor, shown, said) => {
  vi.useFakeTimers({ now: 1_000_000_000_000 });
  const { digits, spoken } = show(heldFor, exact);
  expect(digits).toHaveTextContent(shown);
  expect(spoken.textContent).toBe(said);
});

it.each<[Certainty, string, string]>([
  [exact, "", "on hold 3 minutes"],
  [{ kind: "observed", gap: 2_000 }, "", "on hold about 3 minutes"],
  [{ kind: "observed", gap: 2_001 }, "~", "on hold about 3 minutes"],
  [{ kind: "probable" }, "~", "on hold about 3 minutes"],
  [{ kind: "at-least" }, "≥", "on hold at least 3 minutes"],
])("shows the certainty %j as the sign %j and in the text %j", (certainty, expected, said) => {
  vi.useFakeTimers({ now: 1_000_000_000_000 });
  const { sign, spoken } = show(187_000, certainty);
  expect(sign.textContent).toBe(expected);
  expect(spoken.textContent).toBe(said);
});

it("uses Chinese labels", () => {
  vi.useFakeTimers({ now: 1_000_000_000_000 });
  expect(show(96_310_000, { kind: "at-least" }, zhCN).timer).toHaveTextContent(
    /^≥1 天 02:45:10已保持至少 1 天 2 小时 45 分钟$/,
  );
});

it("hides the ticking digits from screen readers and exposes minutes, outside of live regions", () => {
  vi.useFakeTimers({ now: 1_000_000_000_000 });
  const { timer, sign, digits, spoken } = show(187_000, exact);
  expect(sign).toHaveAttribute("aria-hidden", "true");
  expect(digits).toHaveAttribute("aria-hidden", "true");
  expect(spoken).not.toHaveAttribute("aria-hidden");
  expect(timer).not.toHaveAttribute("aria-live");
  expect(timer.closest("[aria-live], [role=status], [role=alert], [role=log]")).toBeNull();
  vi.advanceTimersByTime(53_000);
  expect(timer).toHaveTextContent("4:00on hold 4 minutes");
});

it.each([0, 1, 250, 500, 999])(
  "differs from the true time by less than a second for a hold that began %i ms after a full second",
  (offset) => {
    vi.useFakeTimers({ now: 1_000_000_000_000 + offset });
    const { digits, began } = show(0, exact);
    for (let step = 0; step < 650; step++) {
      expect(Math.abs(secondsOf(digits) * 1_000 - (Date.now() - began))).toBeLessThan(1_000);
      vi.advanceTimersByTime(97);
    }
    expect(secondsOf(digits)).toBeGreaterThan(60);
  },
);

it.each([0, 1, 250, 500, 999])(
  "never exceeds a lower bound that was first seen %i ms after a full second",
  (offset) => {
    vi.useFakeTimers({ now: 1_000_000_000_000 + offset });
    const { digits, began } = show(0, { kind: "at-least" });
    for (let step = 0; step < 650; step++) {
      const behind = Date.now() - began - secondsOf(digits) * 1_000;
      expect(behind).toBeGreaterThanOrEqual(0);
      expect(behind).toBeLessThan(2_000);
      vi.advanceTimersByTime(97);
    }
  },
);

it("writes the digits once a second, and the spoken text only when the minute changes", () => {
  vi.useFakeTimers({ now: 1_000_000_000_000 });
  const { digits, spoken } = show(30_000, exact);
  const writes = (element: Element) => {
    const observer = new MutationObserver(() => {});
    observer.observe(element, { childList: true, characterData: true, subtree: true });
    return observer;
  };
  const [digitWrites, spokenWrites] = [writes(digits), writes(spoken)];
  vi.advanceTimersByTime(29_000);
  expect(digitWrites.takeRecords()).toHaveLength(29);
  expect(spokenWrites.takeRecords()).toHaveLength(0);
  vi.advanceTimersByTime(31_000);
  expect(digitWrites.takeRecords()).toHaveLength(31);
  expect(spokenWrites.takeRecords()).toHaveLength(1);
});

it("keeps its text node while it ticks, and shows the time again after a translator has replaced the node", () => {
  vi.useFakeTimers({ now: 1_000_000_000_000 });
  const { digits } = show(0, exact);
  const node = digits.firstChild;
  vi.advanceTimersByTime(3_000);
  expect(digits.firstChild).toBe(node);
  expect(digits).toHaveTextContent("0:03");
  const font = document.createElement("font");
  font.textContent = "translated";
  digits.replaceChildren(font);
  vi.advanceTimersByTime(1_000);
  expect(digits).toHaveTextContent(/^0:04$/);
});

it("adopts a time whose certainty improved, and leaves no timer", () => {
  vi.useFakeTimers({ now: 1_000_000_000_000 });
  const heldFor = ({ at }: { at: number }) => Date.now() - at;
  const { rerender, unmount } = render(
    <HoldTimer since={{ at: Date.now(), certainty: { kind: "at-least" } }} heldFor={heldFor} labels={en} />,
  );
  rerender(<HoldTimer since={{ at: Date.now() - 187_000, certainty: exact }} heldFor={heldFor} labels={en} />);
  expect(screen.getByRole("timer")).toHaveTextContent(/^3:07on hold 3 minutes$/);
  expect(vi.getTimerCount()).toBe(1);
  unmount();
  expect(vi.getTimerCount()).toBe(0);
});
