const gap = 4; // px

/**
 * Shows a popover in the top layer below an element, aligned with its end, or above it if there is no room below. The popover
 * follows the element while the page scrolls. A browser without popovers leaves it in the flow. Returns a cleanup function.
 */
export function placePopover(popover: HTMLElement, anchor: Element): () => void {
  if (!isShown(popover)) return () => {};
  const place = () => {
    const box = anchor.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = popover;
    const { clientWidth, clientHeight } = document.documentElement;
    const isBelow = box.bottom + gap + height <= clientHeight || box.top < height + gap;
    const isLeftToRight = getComputedStyle(anchor).direction === "ltr";
    const left = isLeftToRight ? box.right - width : box.left;
    popover.style.top = `${isBelow ? box.bottom + gap : box.top - gap - height}px`;
    popover.style.left = `${Math.max(gap, Math.min(left, clientWidth - width - gap))}px`;
  };
  place();
  window.addEventListener("scroll", place, { capture: true, passive: true });
  window.addEventListener("resize", place);
  return () => {
    window.removeEventListener("scroll", place, { capture: true });
    window.removeEventListener("resize", place);
  };
}

/** Shows the popover. False where the browser knows no popovers or fails to show one: then it must not stay hidden. */
function isShown(popover: HTMLElement): boolean {
  try {
    popover.showPopover();
    return true;
  } catch {
    popover.removeAttribute("popover");
    return false;
  }
}
