import { fireEvent, render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { PanelButton } from "../../../src/panel/parts/PanelButton.js";

it.each([true, false])("reports its removal only where it has the focus: %s", (hasFocus) => {
  const onFocusLost = vi.fn();
  const { unmount } = render(<PanelButton onFocusLost={onFocusLost} />);
  if (hasFocus) screen.getByRole("button").focus();
  unmount();
  expect(onFocusLost).toHaveBeenCalledTimes(hasFocus ? 1 : 0);
});

it.each([
  ["Enter", true, true],
  ["Enter", false, false],
  [" ", true, false],
])("prevents the click of a repeated Enter key only: %j, repeat %s", (key, repeat, isPrevented) => {
  render(<PanelButton onFocusLost={() => {}} />);
  expect(fireEvent.keyDown(screen.getByRole("button"), { key, repeat })).toBe(!isPrevented);
});
