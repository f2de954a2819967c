import type { HeldCallActionLabels, HoldListLabels } from "../index.js";

/** Labels that replace those of the element's language, action labels included. */
export type ElementLabels = Partial<HoldListLabels & HeldCallActionLabels>;
