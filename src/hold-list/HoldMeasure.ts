import type { AttentionLevel } from "./attention.js";
import type { Certainty } from "./time/HeldSince.js";
import type { CallActionReport } from "./CallActionReport.js";

/** Something to count or to time. No number, no call ID, no agent: it may go into any monitoring. All times are ms. */
export type HoldMeasure =
  /** A call has left hold, after so long. `longest`: the longest hold that has ended in this sign-in, this one included. */
  | {
      readonly kind: "hold-ended";
      readonly heldFor: number;
      readonly certainty: Certainty["kind"];
      readonly longest: number;
    }
  | {
      readonly kind: "threshold-crossed";
      readonly level: Exclude<AttentionLevel, "none">;
      readonly heldFor: number;
    }
  /** What became of an action that was pressed. */
  | { readonly kind: "action"; readonly report: CallActionReport };
