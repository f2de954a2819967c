import type { AttentionThresholds } from "../index.js";

const seconds = [5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 300];

/** The thresholds of a slider in ms, closer together where they are short. */
export const thresholdSteps: readonly number[] = seconds.map((second) => second * 1_000);

/** The thresholds with one changed. The other one follows where they would swap. */
export function withThreshold(
  { long, tooLong }: AttentionThresholds,
  name: keyof AttentionThresholds,
  value: number,
): AttentionThresholds {
  return name === "long"
    ? { long: value, tooLong: Math.max(value, tooLong) }
    : { long: Math.min(value, long), tooLong: value };
}

/** A threshold as text: `45 sec`, `1.5 min`. */
export function thresholdText(ms: number, unitDisplay: "short" | "long"): string {
  const [value, unit] = ms < 60_000 ? [ms / 1_000, "second"] : [ms / 60_000, "minute"];
  return new Intl.NumberFormat("en", { style: "unit", unit, unitDisplay }).format(value);
}
