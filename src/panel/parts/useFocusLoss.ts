import { type RefObject, useEffect, useRef } from "react";
import { useIsomorphicLayoutEffect } from "./useIsomorphicLayoutEffect.js";

/** Calls `onLost` when the element leaves the page with the focus inside it, so that the focus can go somewhere that stays. */
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

/** What has the focus where an element is: in a shadow root the document sees only its host. */
export function focusedIn(element: Element | null): Element | null {
  const root = element?.getRootNode();
  return root instanceof Document || root instanceof ShadowRoot ? root.activeElement : null;
}
