import { type HTMLAttributes, type RefCallback, useCallback, useRef, useState } from "react";

/** Props to spread on the element. */
export type InteractionProps<E extends Element> = Pick<HTMLAttributes<E>, "onPointerEnter" | "onPointerLeave"> & {
  ref: RefCallback<E>;
};

/** Whether an element is hovered or contains the focus. */
export function useHoverOrFocusWithin<E extends Element>(): [isInUse: boolean, props: InteractionProps<E>] {
  const [pointer, setPointer] = useState(false);
  const [focus, setFocus] = useState(false);
  const stop = useRef(() => {});
  const ref = useCallback((element: E | null) => {
    stop.current();
    stop.current = () => {};
    // A removed element fires no pointerleave.
    if (element === null) {
      setPointer(false);
      setFocus(false);
      return;
    }
    // Not React's onBlur: React does not dispatch blur while it commits, which is when a removed control passes its focus on.
    const enter = () => setFocus(true);
    // Not `instanceof`: in a window that a host opened, elements are of another realm.
    const leave = (event: Event) => setFocus(element.contains((event as FocusEvent).relatedTarget as Node | null));
    element.addEventListener("focusin", enter);
    element.addEventListener("focusout", leave);
    stop.current = () => {
      element.removeEventListener("focusin", enter);
      element.removeEventListener("focusout", leave);
    };
  }, []);
  return [pointer || focus, { ref, onPointerEnter: () => setPointer(true), onPointerLeave: () => setPointer(false) }];
}
