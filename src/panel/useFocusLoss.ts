import { type RefObject, useEffect, useRef } from "react";
import { useBrowserLayoutEffect } from "./useBrowserLayoutEffect.js";

/** Calls `onLost` when the element leaves the page with the focus inside it, so that the focus can go somewhere that stays. */
export function useFocusLoss(ref: RefObject<HTMLElement | null>, onLost: () => void): void {
  const lost = useRef(onLost);
  useEffect(() => {
    lost.current = onLost;
  }, [onLost]);
  useBrowserLayoutEffect(() => {
    const element = ref.current;
    return () => {
      // The root may be a shadow root, whose document sees only its host.
      const root = element?.getRootNode();
      const focused = root instanceof Document || root instanceof ShadowRoot ? root.activeElement : null;
      if (focused !== null && element?.contains(focused) === true) lost.current();
    };
  }, [ref]);
}
