import { type DOMAttributes, type MouseEvent, type PointerEvent, useState } from "react";

/** Handlers to spread on the list. */
type GuardHandlers<E extends Element> = Pick<
  DOMAttributes<E>,
  "onPointerMoveCapture" | "onPointerLeave" | "onPointerDownCapture" | "onClickCapture"
>;

/**
 * Suppresses clicks that were meant for another control: the later clicks of a double click, since the first one may have moved
 * another one under the pointer, and a press on a row, button or menu item that came to lie under a resting pointer.
 */
export function useMisclickGuard<E extends Element>(): GuardHandlers<E> {
  const [handlers] = useState(createHandlers<E>);
  return handlers;
}

function createHandlers<E extends Element>(): GuardHandlers<E> {
  const noTarget = { x: NaN, y: NaN, control: null as Element | null };
  let target = noTarget;
  let isIntended = true;
  const targetOf = ({ clientX: x, clientY: y, target: element }: PointerEvent) => ({
    x,
    y,
    control: controlOf(element),
  });
  const isStill = (now: { x: number; y: number }) => now.x === target.x && now.y === target.y;
  return {
    onPointerMoveCapture(event) {
      // Browsers also fire pointermove when only the page moved under the pointer.
      if (!event.nativeEvent.isTrusted || !isStill({ x: event.clientX, y: event.clientY })) target = targetOf(event);
    },
    // A pointer that comes back chooses its control again, even at the same point.
    onPointerLeave: () => void (target = noTarget),
    onPointerDownCapture(event) {
      const now = targetOf(event);
      isIntended = event.pointerType !== "mouse" || !isStill(now) || now.control === target.control;
      target = now; // a second press is intended
    },
    onClickCapture(event: MouseEvent) {
      // `detail` is 0 for a click by keyboard or script.
      if (event.detail === 0 || (event.detail === 1 && isIntended)) return;
      if (isElement(event.target) && event.target.closest(".hlp-slot") !== null) return; // the host's content
      event.preventDefault();
      event.stopPropagation();
    },
  };
}

function controlOf(target: EventTarget): Element | null {
  return isElement(target) ? target.closest("button, li") : null;
}

/** Not by `instanceof`: in a window that a host opened, elements are of another realm. */
function isElement(target: EventTarget): target is Element {
  return "closest" in target;
}
