import type { ReactNode } from "react";
import { PanelButton } from "../parts/PanelButton.js";
import { ActionIcon } from "./ActionIcon.js";
import type { ResolvedAction } from "./ResolvedAction.js";

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
  onFocusLost: () => void;
};

/** An action's button. It is as wide as the longer of its two labels, so that its width does not change when it becomes busy. */
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
      <span className="hlp-action-label">
        <span data-hidden={isBusy || undefined}>{label}</span>
        <span data-hidden={!isBusy || undefined}>{busy}</span>
      </span>
    </PanelButton>
  );
}
