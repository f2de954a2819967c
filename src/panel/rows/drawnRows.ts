import type { ShownCall } from "./stableRows.js";

/** How many held calls, and how many departed ones, have a row in the page. */
const mostHeld = 1_000;
const mostDeparted = 100;

/** The rows to put into the page, and how many held calls have none. Departed calls never displace held ones. */
export function drawnRows(shown: readonly ShownCall[]): {
  readonly rows: readonly ShownCall[];
  readonly hidden: number;
} {
  if (shown.length <= mostDeparted) return { rows: shown, hidden: 0 };
  let held = 0;
  let departed = 0;
  const rows = shown.filter(({ left }) => (left === null ? ++held <= mostHeld : ++departed <= mostDeparted));
  return { rows, hidden: Math.max(0, held - mostHeld) };
}
