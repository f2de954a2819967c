import type { PageClocks } from "./createTimeline.js";

/** The clocks of a page in a browser. */
export const pageClocks: PageClocks = {
  wall: () => Date.now(),
  // With its origin it goes on over a reload. Some test environments have none.
  monotonic: () => (Number.isFinite(performance.timeOrigin) ? performance.timeOrigin : 0) + performance.now(),
};
