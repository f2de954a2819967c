import { type SimulatorClock } from "../../src/simulator/simulator.js";

/** A simulator clock that only moves when told to. */
export interface ManualClock extends SimulatorClock {
  /** Advances the time by `ms`. Wakes each sleeper at its time and waits until the promises that depend on it have settled. */
  advance: (ms: number) => Promise<void>;
  /** The number of pending sleeps. */
  sleepers: () => number;
}

/** The time of a new manual clock, in milliseconds since 1970. */
export const beginning = Date.UTC(2026, 10, 22, 9);

export function createManualClock(): ManualClock {
  let now = beginning;
  let sleepers: { until: number; wake: () => void }[] = [];
  // A macrotask runs after all promise callbacks that are ready.
  const settle = () => new Promise((resolve) => setImmediate(resolve));

  return {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        const sleeper = { until: now + ms, wake: resolve };
        sleepers.push(sleeper);
        signal?.addEventListener("abort", () => {
          sleepers = sleepers.filter((other) => other !== sleeper);
          reject(signal.reason as Error);
        });
      }),
    advance: async (ms) => {
      const end = now + ms;
      await settle();
      for (;;) {
        const next = sleepers.sort((a, b) => a.until - b.until)[0];
        if (next === undefined || next.until > end) break;
        sleepers.shift();
        now = next.until;
        next.wake();
        await settle();
      }
      now = end;
    },
    sleepers: () => sleepers.length,
  };
}
