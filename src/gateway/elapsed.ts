/** A moment, by the wall clock and by the monotonic clock. */
export type Moment = { readonly wall: number; readonly monotonic: number };

/** The present moment. */
export function currentMoment(): Moment {
  return { wall: Date.now(), monotonic: performance.now() };
}

/**
 * Milliseconds since a moment: the larger of the two differences. The monotonic clock stands still while some machines sleep, and
 * the wall clock can be set back.
 */
export function elapsedSince({ wall, monotonic }: Moment): number {
  const now = currentMoment();
  return Math.max(now.wall - wall, now.monotonic - monotonic);
}
