import type { AttentionThresholds, HoldListOrder } from "../index.js";

/** The settings of the demo's panel. */
export type PanelSettings = {
  readonly attention: AttentionThresholds;
  readonly order: HoldListOrder;
  readonly hasActions: boolean;
  /** Whether numbers are masked, in the panel and everywhere else in the demo. */
  readonly isMasked: boolean;
  readonly hasSound: boolean;
  readonly hasNotifications: boolean;
  /** Whether a second panel shows the list of another agent. */
  readonly isSupervisor: boolean;
};

/** The agent whose list the second panel shows. */
export const supervised = { agentId: "292", name: "Li Wei" };

/** ms for which a masked number is revealed on demand. */
export const revealFor = 5_000;

/** The panel's own defaults, but with actions. */
export const defaultSettings: PanelSettings = {
  attention: { long: 60_000, tooLong: 180_000 },
  order: "longest-first",
  hasActions: true,
  isMasked: false,
  hasSound: false,
  hasNotifications: false,
  isSupervisor: false,
};
