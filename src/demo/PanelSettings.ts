import type { AttentionThresholds, HoldListOrder } from "../index.js";

/** How the demo has its panel. */
export type PanelSettings = {
  readonly attention: AttentionThresholds;
  readonly order: HoldListOrder;
  /** Whether numbers are masked: in the panel, and wherever else the demo shows one. */
  readonly masks: boolean;
  readonly sound: boolean;
  readonly notifications: boolean;
  /** Whether the agent can act on calls. */
  readonly acts: boolean;
  /** Whether a second panel reads the list of another agent. */
  readonly supervises: boolean;
};

/** Whose list the second panel reads. */
export const supervised = { agentId: "292", name: "Li Wei" };

/** For how many ms a masked number is shown on demand. */
export const revealFor = 5_000;

/** As the panel is without settings, but for its actions. */
export const usualSettings: PanelSettings = {
  attention: { long: 60_000, tooLong: 180_000 },
  order: "longest-first",
  masks: false,
  sound: false,
  notifications: false,
  acts: true,
  supervises: false,
};
