import type { ReactNode } from "react";
import { PanelButton } from "../parts/PanelButton.js";
import { ActionIcon } from "./ActionIcon.js";
import type { ResolvedAction } from "./ResolvedAction.js";
import type { LostFocus } from "../parts/useFocusLoss.js";

/** The control name of an action's button in a row. The prefix keeps a host's action IDs apart from other controls. */
export const controlOf = (actionId: string) => `action ${actionId}`;

type ActionButtonProps = {
  action: ResolvedAction;
  /** Makes the accessible name from the visible label. */
  nameFor: (label: string) => string;
  isBusy: boolean;
  isMain: boolean;
  /** Why the button is disabled, as its tooltip and description; null where it is enabled. */
  block: string | null;
  onPress: () => void;
  onFocusLost: (lost: LostFocus) => void;
};

/** An action's button. While it is busy, it keeps its label, under a turning ring, so that its width does not change. */
export function ActionButton(props: ActionButtonProps): ReactNode {
  const { action, nameFor, isBusy, isMain, block, onPress, onFocusLost } = props;
  const { label, busy } = action.labels;
  const isDisabled = isBusy || block !== null;
  return (
    <PanelButton
      className={`hlp-button hlp-action${isMain ? " hlp-button-main" : ""}`}
      data-hlp-control={controlOf(action.id)}
      data-busy={isBusy}
      aria-label={nameFor(isBusy ? busy : label)}
      aria-disabled={isDisabled}
      title={block ?? undefined}
      onClick={isDisabled ? undefined : onPress}
      onFocusLost={onFocusLost}
    >
      <ActionIcon icon={action.icon} />
      <span>{label}</span>
    </PanelButton>
  );
}
