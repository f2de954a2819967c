const gap = 4; // px

/**
 * Shows an element below another one, aligned with its end, or above it if there is no room below. The element follows the other
 * one while the page scrolls, and is placed again when its size changes. It is in the top layer where the browser has popovers, else
 * above the page. Returns a cleanup function.
 */
export function placePopover(popover: HTMLElement, anchor: Element): () => void {
  const view = anchor.ownerDocument.defaultView;
  popover.toggleAttribute("data-fixed", !isInTopLayer(popover));
  const place = () => {
    const box = anchor.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = popover;
    const { clientWidth, clientHeight } = anchor.ownerDocument.documentElement;
    const isBelow = box.bottom + gap + height <= clientHeight || box.top < height + gap;
    const isLeftToRight = view?.getComputedStyle(anchor).direction !== "rtl";
    const left = Math.max(gap, Math.min(isLeftToRight ? box.right - width : box.left, clientWidth - width - gap));
    const top = isBelow ? box.bottom + gap : box.top - gap - height;
    move(popover, left, top);
    // Outside of the top layer, an ancestor may be the containing block of fixed elements.
    const at = popover.getBoundingClientRect();
    if (popover.hasAttribute("data-fixed")) move(popover, 2 * left - at.left, 2 * top - at.top);
  };
  place();
  view?.addEventListener("scroll", place, { capture: true, passive: true });
  view?.addEventListener("resize", place);
  const observer = view?.ResizeObserver && new view.ResizeObserver(place);
  observer?.observe(popover);
  return () => {
    observer?.disconnect();
    view?.removeEventListener("scroll", place, { capture: true });
    view?.removeEventListener("resize", place);
  };
}

function move({ style }: HTMLElement, left: number, top: number): void {
  style.left = `${left}px`;
  style.top = `${top}px`;
}

/** Shows the element in the top layer. False where the browser knows no popovers or fails to show one. */
function isInTopLayer(popover: HTMLElement): boolean {
  if (typeof popover.showPopover !== "function") return false;
  try {
    popover.setAttribute("popover", "manual");
    popover.showPopover();
    return true;
  } catch {
    popover.removeAttribute("popover"); // or it would stay hidden
    return false;
  }
}
