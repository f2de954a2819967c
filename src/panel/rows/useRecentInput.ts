import { type RefCallback, useCallback, useRef, useState } from "react";

const settleAfter = 1_000; // ms

/**
 * Whether the pointer moved over an element, or a key was pressed inside it, less than a second ago, or the pointer is still down.
 * A pointer or a focus that only rests there does not count.
 */
export function useRecentInput<E extends HTMLElement>(): [isRecent: boolean, ref: RefCallback<E>] {
  const [isRecent, setIsRecent] = useState(false);
  const stop = useRef(() => {});
  const ref = useCallback((element: E | null) => {
    stop.current();
    stop.current = element === null ? () => {} : observeInput(element, setIsRecent);
    if (element === null) setIsRecent(false);
  }, []);
  return [isRecent, ref];
}

function observeInput(element: HTMLElement, onChange: (isRecent: boolean) => void): () => void {
  let last = 0;
  let isDown = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let [x, y] = [NaN, NaN];

  // One timer, however often the pointer moves.
  const settle = () => {
    const rest = last + settleAfter - performance.now();
    timer = rest > 0 || isDown ? setTimeout(settle, Math.max(rest, 100)) : undefined;
    if (timer === undefined) onChange(false);
  };
  const note = () => {
    last = performance.now();
    if (timer !== undefined) return;
    timer = setTimeout(settle, settleAfter);
    onChange(true);
  };
  const end = () => {
    clearTimeout(timer);
    timer = undefined;
    onChange(false);
  };
  const onMove = (event: PointerEvent) => {
    // Browsers also fire pointermove when only the page moved under the pointer.
    if (event.isTrusted && event.screenX === x && event.screenY === y) return;
    [x, y] = [event.screenX, event.screenY];
    note();
  };
  let stopWaiting = () => {};
  const onDown = () => {
    stopWaiting();
    isDown = true;
    // On the way down from the window the panel is in now, so that nothing of the host's stops the event before.
    const view = element.ownerDocument.defaultView ?? window;
    const ends = ["pointerup", "pointercancel"];
    ends.forEach((name) => view.addEventListener(name, onUp, { capture: true }));
    stopWaiting = () => ends.forEach((name) => view.removeEventListener(name, onUp, { capture: true }));
    note();
  };
  const onUp = () => {
    stopWaiting();
    last = performance.now();
    isDown = false;
  };
  const onLeave = () => {
    if (!isDown) end();
  };
  element.addEventListener("pointermove", onMove);
  element.addEventListener("pointerdown", onDown);
  element.addEventListener("pointerleave", onLeave);
  element.addEventListener("keydown", note);
  return () => {
    clearTimeout(timer);
    stopWaiting();
    element.removeEventListener("pointermove", onMove);
    element.removeEventListener("pointerdown", onDown);
    element.removeEventListener("pointerleave", onLeave);
    element.removeEventListener("keydown", note);
  };
}
