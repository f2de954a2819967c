import { type RefObject, useEffect, useRef } from "react";
import { useIsomorphicLayoutEffect } from "../../hold-list/useIsomorphicLayoutEffect.js";

/** A control that was removed while it had the focus. */
export type LostFocus = {
  /** Which control of its row it was. */
  readonly control: string | undefined;
  /** Whether the focus was shown. The browser shows it where the agent uses the keyboard, and not after a press of the mouse. */
  readonly isVisible: boolean;
};

/** Calls `onLost` when the element is removed while it contains the focus, so that the caller can move the focus. */
export function useFocusLoss(ref: RefObject<HTMLElement | null>, onLost: (lost: LostFocus) => void): void {
  const lost = useRef(onLost);
  useEffect(() => {
    lost.current = onLost;
  }, [onLost]);
  useIsomorphicLayoutEffect(() => {
    const element = ref.current;
    return () => {
      const focused = focusedIn(element);
      if (focused === null || element?.contains(focused) !== true) return;
      const control = focused.closest<HTMLElement>("[data-hlp-control]")?.dataset.hlpControl;
      lost.current({ control, isVisible: focused.matches(":focus-visible") });
    };
  }, [ref]);
}

/** The focused element in the document or shadow root of an element. */
export function focusedIn(element: Element | null): Element | null {
  // Not `instanceof`: the classes of another window's document differ from those of this script.
  const root = element?.getRootNode() as Partial<DocumentOrShadowRoot> | undefined;
  return root?.activeElement ?? null;
}
