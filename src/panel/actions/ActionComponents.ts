import type { ComponentType, ReactNode } from "react";
import type { HeldCall } from "../../gateway/HeldCall.js";
import type { HoldListContext } from "../../hold-list/HoldListContext.js";
import type { LeftCall } from "../../hold-list/LeftCall.js";
import type { Announcer } from "../announcements/createAnnouncer.js";
import type { MaskNumber } from "../format/maskNumber.js";
import type { PanelLabels } from "../labels/PanelLabels.js";
import type { ActionSettings } from "./ActionSettings.js";
import type { HeldCallActionDefinition } from "./HeldCallActionDefinition.js";
import type { LostFocus } from "../parts/useFocusLoss.js";

export type RowActionsProps = {
  call: HeldCall;
  /** Set once the call is no longer on hold. */
  left: LeftCall | null;
  suffix: string;
  mask: MaskNumber | undefined;
  settings: ActionSettings;
  /** Called when a control that has the focus is removed. */
  onFocusLost: (lost: LostFocus) => void;
  /** Keeps the row drawn, wherever the list is scrolled, while it has a state of its own. */
  onPin: (callId: string, isPinned: boolean) => void;
  /** The row's second line. An outcome takes its place. */
  children: ReactNode;
};

export type DepartureReasonProps = {
  left: LeftCall;
  settings: ActionSettings;
  /** The reason that an event gave. */
  children: string;
};

export type ActionAnnouncementsProps = {
  calls: readonly HeldCall[];
  mask: MaskNumber | undefined;
  settings: ActionSettings;
  announcer: Announcer;
  /** Receives the function that retrieves the longest held call, and null at the unmount. */
  onRetrieveLongest: (retrieve: (() => boolean) | null) => void;
};

/**
 * The parts of a panel that only actions need. Each action carries them, and the panel imports only their types. The bundle of a
 * panel without actions therefore contains none of their code.
 */
export type ActionComponents = {
  /** The context that the components read. A copy of the package has its own. */
  readonly context: typeof HoldListContext;
  /** A call's second line with its buttons, or the outcome of its last action. */
  readonly RowActions: ComponentType<RowActionsProps>;
  /** Why a call is no longer on hold: the agent's action, if one ended the hold, else the reason of the event. */
  readonly DepartureReason: ComponentType<DepartureReasonProps>;
  /** Announces actions to screen readers. Renders nothing. */
  readonly ActionAnnouncements: (props: ActionAnnouncementsProps) => ReactNode;
  /** Adds default texts about acting to the panel's labels, and gives each action its texts. */
  readonly resolveActions: (
    list: readonly HeldCallActionDefinition[],
    labels: PanelLabels,
  ) => Pick<ActionSettings, "list" | "labels">;
};
