import { type DOMAttributes, type MouseEvent, type PointerEvent, useState } from "react";

/** Handlers to spread on the list. */
type GuardHandlers<E extends Element> = Pick<
  DOMAttributes<E>,
  "onPointerMoveCapture" | "onPointerLeave" | "onPointerDownCapture" | "onClickCapture"
>;

/**
 * Suppresses clicks that were meant for another row: the later clicks of a double click, since the first one may have moved
 * another row or button under the pointer, and a press on a row that moved under a resting pointer.
 */
export function useMisclickGuard<E extends Element>(): GuardHandlers<E> {
  const [handlers] = useState(createHandlers<E>);
  return handlers;
}

function createHandlers<E extends Element>(): GuardHandlers<E> {
  const noTarget = { x: NaN, y: NaN, row: null as Element | null };
  let target = noTarget;
  let isIntended = true;
  const targetOf = ({ clientX: x, clientY: y, target: element }: PointerEvent) => ({ x, y, row: rowOf(element) });
  const isStill = (now: { x: number; y: number }) => now.x === target.x && now.y === target.y;
  return {
    onPointerMoveCapture(event) {
      // Browsers also fire pointermove when only the page moved under the pointer.
      if (!event.nativeEvent.isTrusted || !isStill({ x: event.clientX, y: event.clientY })) target = targetOf(event);
    },
    // A pointer that comes back chooses its row again, even at the same point.
    onPointerLeave: () => void (target = noTarget),
    onPointerDownCapture(event) {
      const now = targetOf(event);
      isIntended = event.pointerType !== "mouse" || !isStill(now) || now.row === target.row;
      target = now; // a second press is intended
    },
    onClickCapture(event: MouseEvent) {
      // `detail` is 0 for a click by keyboard or script.
      if (event.detail === 0 || (event.detail === 1 && isIntended)) return;
      if (event.target instanceof Element && event.target.closest(".hlp-slot") !== null) return; // the host's content
      event.preventDefault();
      event.stopPropagation();
    },
  };
}

function rowOf(target: EventTarget): Element | null {
  return target instanceof Element ? target.closest("li") : null;
}
