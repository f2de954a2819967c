import type { LostFocus } from "../parts/useFocusLoss.js";

/**
 * Focuses the same control of the next row that stays, else of the one before, or else `fallback`, when the focus was lost with a
 * row or its control. Focus that was not shown is not moved: after a press of the mouse, the agent does not look for it.
 */
export function moveFocus(row: HTMLElement | null, { control, isVisible }: LostFocus, fallback: () => void): void {
  if (!isVisible) return;
  const stays = (one: Element) => one !== row && !one.hasAttribute("data-left");
  const rows = [...(row?.parentElement?.querySelectorAll(".hlp-row") ?? [])];
  const at = rows.findIndex((one) => one === row);
  const next = rows.slice(at).find(stays) ?? rows.slice(0, at).reverse().find(stays);
  const controls = [...(next?.querySelectorAll<HTMLElement>("[data-hlp-control]") ?? [])];
  const same = controls.find(({ dataset }) => dataset.hlpControl === control) ?? controls[0];
  if (same === undefined) fallback();
  else same.focus();
}
