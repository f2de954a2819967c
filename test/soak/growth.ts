/** A figure at a time of the shift. */
export type Sample = { readonly hours: number; readonly value: number };

/** The growth of a figure over the last half of a shift, in percent of its mean an hour: the slope of the least squares. */
export function growth(samples: readonly Sample[]): number {
  const last = samples.slice(Math.floor(samples.length / 2));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const hours = mean(last.map((sample) => sample.hours));
  const value = mean(last.map((sample) => sample.value));
  const spread = last.reduce((sum, sample) => sum + (sample.hours - hours) ** 2, 0);
  const slope = last.reduce((sum, sample) => sum + (sample.hours - hours) * (sample.value - value), 0) / spread;
  return value === 0 ? 0 : (100 * slope) / value;
}
