import type { ComponentType, ReactNode } from "react";
import type { HeldCall } from "../../gateway/HeldCall.js";
import type { ListCondition } from "../../hold-list/listCondition.js";
import type { Announcer } from "../announcements/createAnnouncer.js";
import type { PanelLabels } from "../labels/PanelLabels.js";
import type { MaskNumber } from "../format/maskNumber.js";
import type { HeldCallAction } from "./HeldCallAction.js";
import type { LeftCall } from "../../hold-list/LeftCall.js";
import type { CallActionReport } from "../../hold-list/CallActionReport.js";

/** What the panel's actions have in common. The same object as long as nothing of it changes. */
export type ActionSettings = {
  readonly list: readonly HeldCallAction[];
  readonly condition: ListCondition;
  /** Whether there is a current call, where the host says so. */
  readonly hasCurrentCall: boolean | undefined;
  /** All that is on hold; empty where no action looks at it. */
  readonly held: readonly HeldCall[];
  readonly onReport: (call: HeldCall, report: CallActionReport) => void;
};

/** The row of an action. */
export type RowActionsProps = {
  call: HeldCall;
  left: LeftCall | null;
  suffix: string;
  mask: MaskNumber | undefined;
  labels: PanelLabels;
  settings: ActionSettings;
  onFocusLost: () => void;
};

export type DepartureReasonProps = Pick<RowActionsProps, "labels" | "settings"> & {
  left: LeftCall;
  /** Why it left, as far as an event told it. */
  children: string;
};

export type ActionAnnouncementsProps = Pick<RowActionsProps, "labels" | "mask" | "settings"> & {
  calls: readonly HeldCall[];
  announcer: Announcer;
  /** Given the function that retrieves the call that waits longest; null when it is gone. */
  onRetrieveLongest: (retrieve: (() => boolean) | null) => void;
};

/**
 * What a panel needs to show actions. Each action brings it along, so that a panel without any carries none of it: the panel
 * itself imports only these types.
 */
export type ActionComponents = {
  /** A call's buttons, and what they came to. */
  readonly RowActions: ComponentType<RowActionsProps>;
  /** Why a call is no longer on hold, where an action of the agent's took it off. */
  readonly DepartureReason: ComponentType<DepartureReasonProps>;
  /** What is heard of actions. */
  readonly ActionAnnouncements: (props: ActionAnnouncementsProps) => ReactNode;
};
