import { type SimulatorClock } from "../../src/simulator/simulator.js";

export interface ManualClock extends SimulatorClock {
  /** Moves the time on, waking sleepers one by one at their moment, and lets what they start come to rest. */
  advance: (ms: number) => Promise<void>;
  /** How many sleep. */
  sleepers: () => number;
}

export const beginning = Date.UTC(2026, 10, 22, 9);

export function createManualClock(): ManualClock {
  let now = beginning;
  let sleepers: { until: number; wake: () => void }[] = [];
  // Longer than all promises that are ready by now.
  const rest = () => new Promise((resolve) => setImmediate(resolve));

  return {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        const sleeper = { until: now + ms, wake: resolve };
        sleepers.push(sleeper);
        signal?.addEventListener("abort", () => {
          sleepers = sleepers.filter((one) => one !== sleeper);
          reject(signal.reason as Error);
        });
      }),
    advance: async (ms) => {
      const end = now + ms;
      await rest();
      for (;;) {
        const next = sleepers.sort((a, b) => a.until - b.until)[0];
        if (next === undefined || next.until > end) break;
        sleepers.shift();
        now = next.until;
        next.wake();
        await rest();
      }
      now = end;
    },
    sleepers: () => sleepers.length,
  };
}
