import { type FocusEvent, type HTMLAttributes, type RefCallback, useCallback, useState } from "react";

/** What tells of the hand: to be spread on the element. */
export type HandHandlers<E extends Element> = Pick<
  HTMLAttributes<E>,
  "onPointerEnter" | "onPointerLeave" | "onFocus" | "onBlur"
> & { ref: RefCallback<E> };

/** Whether the pointer is over an element or the focus in it. */
export function useUnderHand<E extends Element>(): [underHand: boolean, handlers: HandHandlers<E>] {
  const [pointer, setPointer] = useState(false);
  const [focus, setFocus] = useState(false);
  // An element that goes takes no leave.
  const ref = useCallback((element: E | null) => {
    if (element !== null) return;
    setPointer(false);
    setFocus(false);
  }, []);
  return [
    pointer || focus,
    {
      ref,
      onPointerEnter: () => setPointer(true),
      onPointerLeave: () => setPointer(false),
      onFocus: () => setFocus(true),
      onBlur: (event: FocusEvent<E>) => setFocus(event.currentTarget.contains(event.relatedTarget)),
    },
  ];
}
