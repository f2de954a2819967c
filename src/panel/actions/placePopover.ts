const gap = 4; // px

/**
 * Puts a popover into the top layer, under an element and flush with its end, or over it where there is no room below. It stays
 * there while the page scrolls. Where the browser knows no popovers it stands in the flow. The function given back ends it.
 */
export function placePopover(popover: HTMLElement, anchor: Element): () => void {
  if (typeof popover.showPopover !== "function") return () => {};
  popover.showPopover();
  const place = () => {
    const beside = anchor.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = popover;
    const { clientWidth, clientHeight } = document.documentElement;
    const isBelow = beside.bottom + gap + height <= clientHeight || beside.top < height + gap;
    const isLeftToRight = getComputedStyle(anchor).direction === "ltr";
    const left = isLeftToRight ? beside.right - width : beside.left;
    popover.style.top = `${isBelow ? beside.bottom + gap : beside.top - gap - height}px`;
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
