import { type ComponentPropsWithoutRef, type KeyboardEvent, type ReactNode, useRef } from "react";
import { type LostFocus, useFocusLoss } from "./useFocusLoss.js";

type PanelButtonProps = ComponentPropsWithoutRef<"button"> & {
  /** Called when the button is removed while it has the focus. */
  onFocusLost: (lost: LostFocus) => void;
};

/** A button that reports the loss of focus when it is removed, and that a held Enter key presses once. */
export function PanelButton({ onFocusLost, ...rest }: PanelButtonProps): ReactNode {
  const button = useRef<HTMLButtonElement>(null);
  useFocusLoss(button, onFocusLost);
  return <button type="button" part="button" ref={button} onKeyDown={ignoreRepeat} {...rest} />;
}

/** A browser clicks a button repeatedly while Enter is held down on it. */
export function ignoreRepeat(event: KeyboardEvent): void {
  if (event.repeat && event.key === "Enter") event.preventDefault();
}
