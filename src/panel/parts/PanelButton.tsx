import { type ComponentPropsWithoutRef, type KeyboardEvent, type ReactNode, useRef } from "react";
import { useFocusLoss } from "./useFocusLoss.js";

type PanelButtonProps = ComponentPropsWithoutRef<"button"> & {
  /** Called when the button goes with the focus on it. */
  onFocusLost: () => void;
};

/** A button that does not take the focus away with it, and that a key held down presses once. */
export function PanelButton({ onFocusLost, ...rest }: PanelButtonProps): ReactNode {
  const button = useRef<HTMLButtonElement>(null);
  useFocusLoss(button, onFocusLost);
  return <button type="button" part="button" ref={button} onKeyDown={ignoreRepeat} {...rest} />;
}

/** A browser presses a button again and again while Enter is held on it. */
export function ignoreRepeat(event: KeyboardEvent): void {
  if (event.repeat && event.key === "Enter") event.preventDefault();
}
