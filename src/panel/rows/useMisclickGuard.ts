import { type DOMAttributes, type MouseEvent, type PointerEvent, useState } from "react";

/** What tells presses apart: to be spread on the list. */
type PressHandlers<E extends Element> = Pick<
  DOMAttributes<E>,
  "onPointerMoveCapture" | "onPointerLeave" | "onPointerDownCapture" | "onClickCapture"
>;

/**
 * Keeps from the rows what was not meant for them. The later clicks of a double click: the first may have put another row, or
 * another button, under the pointer. And a press on a row that came under a pointer that stood still, as where a line above it
 * appears or goes: the hand aimed at the row before.
 */
export function useMisclickGuard<E extends Element>(): PressHandlers<E> {
  const [handlers] = useState(createHandlers<E>);
  return handlers;
}

function createHandlers<E extends Element>(): PressHandlers<E> {
  const nowhere = { x: NaN, y: NaN, row: null as Element | null };
  let aim = nowhere;
  let isMeant = true;
  const aimOf = ({ clientX: x, clientY: y, target }: PointerEvent) => ({ x, y, row: rowOf(target) });
  const isStill = (now: { x: number; y: number }) => now.x === aim.x && now.y === aim.y;
  return {
    onPointerMoveCapture(event) {
      // A browser also tells of moves where only the page has moved.
      if (!event.nativeEvent.isTrusted || !isStill({ x: event.clientX, y: event.clientY })) aim = aimOf(event);
    },
    // Where it comes back to is aimed at anew, be it the same point.
    onPointerLeave: () => void (aim = nowhere),
    onPointerDownCapture(event) {
      const now = aimOf(event);
      isMeant = event.pointerType !== "mouse" || !isStill(now) || now.row === aim.row;
      aim = now; // pressed again, it is meant
    },
    onClickCapture(event: MouseEvent) {
      // Zero: of a key, or of a program.
      if (event.detail === 0 || (event.detail === 1 && isMeant)) return;
      if (event.target instanceof Element && event.target.closest(".hlp-slot") !== null) return; // the host's own
      event.preventDefault();
      event.stopPropagation();
    },
  };
}

function rowOf(target: EventTarget): Element | null {
  return target instanceof Element ? target.closest("li") : null;
}
