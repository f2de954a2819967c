import type { HeldCallActionLabels, HoldListLabels } from "../index.js";

/** Words that take the place of the language's own, those about acting among them. */
export type ElementLabels = Partial<HoldListLabels & HeldCallActionLabels>;
