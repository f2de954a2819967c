import { type HTMLAttributes, type RefCallback, useCallback, useRef, useState } from "react";

/** What tells of the hand: to be spread on the element. */
export type HandHandlers<E extends Element> = Pick<HTMLAttributes<E>, "onPointerEnter" | "onPointerLeave"> & {
  ref: RefCallback<E>;
};

/** Whether the pointer is over an element or the focus in it. */
export function useHoverOrFocusWithin<E extends Element>(): [underHand: boolean, handlers: HandHandlers<E>] {
  const [pointer, setPointer] = useState(false);
  const [focus, setFocus] = useState(false);
  const stop = useRef(() => {});
  const ref = useCallback((element: E | null) => {
    stop.current();
    stop.current = () => {};
    // An element that goes takes no leave.
    if (element === null) {
      setPointer(false);
      setFocus(false);
      return;
    }
    // Not React's onBlur: React is deaf while it changes the page, which is when a control that goes hands its focus on.
    const enter = () => setFocus(true);
    const leave = (event: Event) => {
      const next = event instanceof FocusEvent ? event.relatedTarget : null;
      setFocus(next instanceof Node && element.contains(next));
    };
    element.addEventListener("focusin", enter);
    element.addEventListener("focusout", leave);
    stop.current = () => {
      element.removeEventListener("focusin", enter);
      element.removeEventListener("focusout", leave);
    };
  }, []);
  return [pointer || focus, { ref, onPointerEnter: () => setPointer(true), onPointerLeave: () => setPointer(false) }];
}
