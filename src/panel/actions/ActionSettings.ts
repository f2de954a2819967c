import type { HeldCall } from "../../gateway/HeldCall.js";
import type { CallActionReport } from "../../hold-list/CallActionReport.js";
import type { ListCondition } from "../../hold-list/listCondition.js";
import type { ActingLabels } from "../labels/PanelLabels.js";
import type { ResolvedAction } from "./ResolvedAction.js";

/** What all actions of a panel have in common. Keeps its identity until its content changes, so that rows do not render for it. */
export type ActionSettings = {
  readonly list: readonly ResolvedAction[];
  readonly labels: ActingLabels;
  readonly condition: ListCondition;
  /** Whether the agent has a current call, where the host says so; undefined for what the events tell. */
  readonly hasCurrentCall: boolean | undefined;
  /** All held calls, for `isFor`; empty where no action has one. */
  readonly held: readonly HeldCall[];
  readonly onReport: (call: HeldCall, report: CallActionReport) => void;
};
