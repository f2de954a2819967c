import type { Certainty } from "./time/HeldSince.js";

/** How long a call was held, and how well that is known. */
export type HeldDuration = {
  /** Milliseconds. */
  readonly duration: number;
  readonly certainty: Certainty["kind"];
};
