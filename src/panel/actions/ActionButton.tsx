import type { ReactNode } from "react";
import { PanelButton } from "../parts/PanelButton.js";
import { ActionIcon } from "./ActionIcon.js";
import type { ActionLabels } from "./actionLabels.js";
import type { HeldCallAction } from "./HeldCallAction.js";

/** The button's name among the controls of a row, whatever IDs a host gives its actions. */
export const controlOf = (actionId: string) => `action ${actionId}`;

type ActionButtonProps = {
  action: HeldCallAction;
  words: ActionLabels;
  /** The button's name, from what stands on it. */
  nameOf: (label: string) => string;
  isBusy: boolean;
  isMain: boolean;
  /** Why it cannot be pressed, shown on demand and read as its description; null where it can. */
  reason: string | null;
  onPress: () => void;
  onFocusLost: () => void;
};

/** An action's button. It is as wide as the longer of its two labels, so that it keeps its place while it is busy. */
export function ActionButton(props: ActionButtonProps): ReactNode {
  const { action, words, nameOf, isBusy, isMain, reason, onPress, onFocusLost } = props;
  return (
    <PanelButton
      className={`hlp-button hlp-action${isMain ? " hlp-button-main" : ""}`}
      data-hlp-control={controlOf(action.id)}
      data-busy={isBusy}
      aria-label={nameOf(isBusy ? words.busy : words.label)}
      aria-disabled={isBusy || reason !== null}
      title={reason ?? undefined}
      onClick={isBusy || reason !== null ? undefined : onPress}
      onFocusLost={onFocusLost}
    >
      <ActionIcon icon={action.icon} />
      <span className="hlp-action-label">
        <span data-hidden={isBusy || undefined}>{words.label}</span>
        <span data-hidden={!isBusy || undefined}>{words.busy}</span>
      </span>
    </PanelButton>
  );
}
