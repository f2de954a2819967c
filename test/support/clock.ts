import { act } from "@testing-library/react";
import { vi } from "vitest";

/** Starts the fake clock at 10:42:07 local time, and fixes `Math.random` so that polls have no jitter. */
export function startClock(): void {
  vi.useFakeTimers({ now: new Date(2026, 2, 5, 10, 42, 7) });
  vi.spyOn(Math, "random").mockReturnValue(0.5);
}

/**
 * Lets `ms` pass on the fake clock. The clock stops at each timer in an `act` of its own, so that React commits what one timer
 * changed before the next timer fires, as it does in a browser.
 */
export async function passTime(ms: number): Promise<void> {
  let isOver = false;
  setTimeout(() => (isOver = true), ms);
  while (!isOver) await act(() => vi.advanceTimersToNextTimerAsync());
  // Timers that were set meanwhile for this same moment.
  await act(() => vi.advanceTimersByTimeAsync(0));
}
