import { type RefObject, useEffect, useRef } from "react";
import { useIsomorphicLayoutEffect } from "../../hold-list/useIsomorphicLayoutEffect.js";

/** Calls `onLost` when the element is removed while it contains the focus, so that the caller can move the focus. */
export function useFocusLoss(ref: RefObject<HTMLElement | null>, onLost: () => void): void {
  const lost = useRef(onLost);
  useEffect(() => {
    lost.current = onLost;
  }, [onLost]);
  useIsomorphicLayoutEffect(() => {
    const element = ref.current;
    return () => {
      const focused = focusedIn(element);
      if (focused !== null && element?.contains(focused) === true) lost.current();
    };
  }, [ref]);
}

/** The focused element in the document or shadow root of an element. */
export function focusedIn(element: Element | null): Element | null {
  // Not `instanceof`: the classes of another window's document differ from those of this script.
  const root = element?.getRootNode() as Partial<DocumentOrShadowRoot> | undefined;
  return root?.activeElement ?? null;
}
