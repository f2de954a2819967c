import type { FormatNumber } from "../format/numbers.js";
import type { HeldCallActionLabels } from "./HeldCallActionLabels.js";
import type { HoldListLabels } from "./HoldListLabels.js";

/** The labels as a host gives them. */
export type HostLabels = Partial<HoldListLabels & HeldCallActionLabels>;

/** Labels as the panel uses them. */
export type PanelLabels = HoldListLabels &
  Partial<HeldCallActionLabels> & {
    /** What the host gave. Set in resolved labels; undefined in ready sets such as `en`. */
    readonly source?: LabelSource;
    /** The host's format of numbers; undefined for the default. */
    readonly formatNumber?: FormatNumber | undefined;
  };

/** The labels of a panel with actions. */
export type ActingLabels = PanelLabels & HeldCallActionLabels;

/** Where resolved labels read the host's texts. Functions read it at each call, so that they call the host's latest ones. */
export type LabelSource = {
  /** Label objects of the host, of unknown shape. The first one with a valid entry is used. */
  layers: readonly unknown[];
  /** Runs code of the host. An error is reported once for each path, and the result is then undefined. */
  readonly attempt: <T>(path: string, run: () => T) => T | undefined;
  /** The labels about acting, once something has asked for them. */
  acting?: ActingLabels;
};
