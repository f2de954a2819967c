import type { Phase } from "./Day.js";

/** Requests a second in one phase. */
export type PhaseLoad = {
  readonly mean: number;
  /** Of the busiest second, wherever it begins. */
  readonly peak: number;
  /** Of the busiest tenth of a second, times ten. */
  readonly peakOfTenth: number;
};

export function measureLoad(tenths: Uint32Array, { from, to }: Phase): PhaseLoad {
  const counts = tenths.subarray(Math.ceil(from / 100), Math.floor(to / 100));
  let total = 0;
  let second = 0;
  let peak = 0;
  let most = 0;
  counts.forEach((count, index) => {
    total += count;
    second += count - (counts[index - 10] ?? 0);
    peak = Math.max(peak, second);
    most = Math.max(most, count);
  });
  return { mean: (total / counts.length) * 10, peak, peakOfTenth: most * 10 };
}
