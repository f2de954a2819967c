/** Elements whose text may be left out or truncated. Their tooltip or the details have the whole text. */
const truncatable =
  ".hlp-skill, .hlp-skill *, .hlp-type, .hlp-type *, .hlp-time, .hlp-level, .hlp-outcome-text, .hlp-outcome-text *, .hlp-number[title], .hlp-number[title] *";
const controls = "button, a[href], input, select, summary, [role='menuitem']";

/**
 * Finds layout faults: elements and text outside their container, clipped text, overlaps and controls that are too small.
 *
 * @param target The minimum width and height of a control, in px.
 */
export function faultsOf(panel: Element, target: number): string[] {
  const faults: string[] = [];
  const panelBox = panel.getBoundingClientRect();
  const containerOf = (element: Element) =>
    (layerOf(element) ?? element.closest(".hlp-row"))?.getBoundingClientRect() ?? panelBox;
  const visible = visibleIn(panel);
  const isTruncatable = (element: Element) => element.matches(truncatable);

  for (const element of visible.filter((one) => !isTruncatable(one))) {
    const box = element.getBoundingClientRect();
    const container = containerOf(element);
    if (!isWithin(box, container)) faults.push(`${nameOf(element)} sticks out: ${px(box)} of ${px(container)}`);
    if (element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== "visible")
      faults.push(`${nameOf(element)} is clipped`);
  }

  const lines = visible.filter((element) => !isTruncatable(element)).flatMap(textLinesOf);
  for (const { element, box } of lines)
    if (!isWithin(box, containerOf(element))) faults.push(`the text of ${nameOf(element)} sticks out`);
  for (const [one, other] of pairsOf(lines))
    if (one.element !== other.element && overlap(one.box, other.box) && shareLayer(one.element, other.element))
      faults.push(`the texts of ${nameOf(one.element)} and ${nameOf(other.element)} overlap`);

  const visibleControls = visible
    .filter((element) => element.matches(controls))
    .map((element) => ({ element, box: element.getBoundingClientRect() }));
  for (const { element: control, box } of visibleControls) {
    if (Math.min(box.width, box.height) < target - 0.1) faults.push(`${nameOf(control)} is too small: ${px(box)}`);
    for (const { element, box: text } of lines)
      if (overlap(text, box) && !control.contains(element) && shareLayer(control, element))
        faults.push(`${nameOf(control)} covers the text of ${nameOf(element)}`);
  }
  for (const [one, other] of pairsOf(visibleControls))
    if (overlap(one.box, other.box) && shareLayer(one.element, other.element))
      faults.push(`${nameOf(one.element)} and ${nameOf(other.element)} overlap`);
  return faults;
}

/** The visible texts of the panel's own elements with a font size below `minimum`, in px. Excludes host content. */
export function smallTextsOf(panel: Element, minimum: number): string[] {
  return visibleIn(panel)
    .filter((element) => element.closest(".hlp-slot") === null && textLinesOf(element).length > 0)
    .map((element) => [element, parseFloat(getComputedStyle(element).fontSize)] as const)
    .filter(([, size]) => size < minimum - 0.01)
    .map(([element, size]) => `${nameOf(element)} is ${size} px`);
}

type Box = Pick<DOMRect, "left" | "right" | "top" | "bottom">;

/** Excludes texts for screen readers, which are clipped. */
function visibleIn(parent: Element): Element[] {
  return [...parent.children].flatMap((element) => {
    const { clipPath, display } = getComputedStyle(element);
    if (clipPath !== "none" || display === "none") return [];
    const isVisible = element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
    return isVisible ? [element, ...visibleIn(element)] : visibleIn(element);
  });
}

/** A menu covers the rows on purpose. */
const layerOf = (element: Element) => element.closest(":popover-open");
const shareLayer = (one: Element, other: Element) => layerOf(one) === layerOf(other);

/** The lines of an element's own text. A quarter is cut above and below, because line boxes overlap there. */
function textLinesOf(element: Element): { element: Element; box: Box }[] {
  return [...element.childNodes]
    .filter((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== "")
    .flatMap((node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return [...range.getClientRects()];
    })
    .map(({ left, right, top, bottom, height }) => ({
      element,
      box: clipped(element, { left, right, top: top + height / 4, bottom: bottom - height / 4 }),
    }))
    .filter(({ box }) => box.right > box.left && box.bottom > box.top);
}

/** The part of a box that the element's ancestors in its row do not clip. */
function clipped(element: Element, box: Box): Box {
  const { left, right, top, bottom } = box;
  let part = { left, right, top, bottom };
  for (let at: Element | null = element; at !== null && !at.matches(".hlp-row"); at = at.parentElement) {
    if (getComputedStyle(at).overflowX !== "hidden") continue;
    const edge = at.getBoundingClientRect();
    part = {
      left: Math.max(part.left, edge.left),
      right: Math.min(part.right, edge.right),
      top: Math.max(part.top, edge.top),
      bottom: Math.min(part.bottom, edge.bottom),
    };
  }
  return part;
}

const isWithin = (box: Box, container: Box) =>
  box.left >= container.left - 1 &&
  box.right <= container.right + 1 &&
  box.top >= container.top - 1 &&
  box.bottom <= container.bottom + 1;
const overlap = (a: Box, b: Box) =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5;
const pairsOf = <T>(all: readonly T[]): [T, T][] =>
  all.flatMap((one, index) => all.slice(index + 1).map((other): [T, T] => [one, other]));
const px = ({ left, right, top, bottom }: Box) => [left, right, top, bottom].map(Math.round).join(" ");
const nameOf = (element: Element) =>
  `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""} "${element.textContent.slice(0, 20)}"`;
