/** Only the skill may be cut: the details have it whole. */
const mayBeCut = ".hlp-skill, .hlp-skill *";
const controls = "button, a[href], input, select, summary, [role='menuitem']";

/** What an agent could not read or press in the panel as it stands now. `target` is the least side of a control, in px. */
export function faultsOf(panel: Element, target: number): string[] {
  const faults: string[] = [];
  const shell = panel.getBoundingClientRect();
  const roomOf = (element: Element) =>
    layerOf(element)?.getBoundingClientRect() ?? element.closest(".hlp-row")?.getBoundingClientRect() ?? shell;
  const seen = [...panel.querySelectorAll("*")].filter(isSeen);

  for (const element of seen) {
    const box = element.getBoundingClientRect();
    const room = roomOf(element);
    if (!isWithin(box, room) && !element.matches(mayBeCut))
      faults.push(`${nameOf(element)} sticks out: ${px(box)} of ${px(room)}`);
    if (element.scrollWidth > element.clientWidth + 1 && isCutting(element) && !element.matches(mayBeCut))
      faults.push(`${nameOf(element)} is cut`);
  }

  const texts = seen.filter((element) => !element.matches(mayBeCut)).flatMap(linesOf);
  for (const { element, box } of texts)
    if (!isWithin(box, roomOf(element))) faults.push(`the text of ${nameOf(element)} sticks out`);
  for (const [one, other] of pairs(texts))
    if (one.element !== other.element && areLevel(one.element, other.element) && overlap(one.box, other.box))
      faults.push(`${nameOf(one.element)} is written over ${nameOf(other.element)}`);

  const pressable = seen.filter((element) => element.matches(controls));
  for (const control of pressable) {
    const box = control.getBoundingClientRect();
    if (Math.min(box.width, box.height) < target - 0.1) faults.push(`${nameOf(control)} is too small: ${px(box)}`);
    for (const { element, box: text } of texts)
      if (!control.contains(element) && areLevel(control, element) && overlap(text, box))
        faults.push(`${nameOf(control)} lies over ${nameOf(element)}`);
  }
  for (const [one, other] of pairs(pressable))
    if (areLevel(one, other) && overlap(one.getBoundingClientRect(), other.getBoundingClientRect()))
      faults.push(`${nameOf(one)} and ${nameOf(other)} overlap`);
  return faults;
}

type Box = Pick<DOMRect, "left" | "right" | "top" | "bottom">;

/** Not seen: what is clipped to one px for screen readers. */
function isSeen(element: Element): boolean {
  for (let at: Element | null = element; at !== null && !at.matches(".hlp-panel"); at = at.parentElement)
    if (getComputedStyle(at).clipPath !== "none") return false;
  return element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
}

/** A menu, which lies over the rest by intention. */
const layerOf = (element: Element) => element.closest(":popover-open");
const areLevel = (one: Element, other: Element) => layerOf(one) === layerOf(other);

/** The lines of an element's own text. Without the room above and below the letters, which lines share. */
function linesOf(element: Element): { element: Element; box: Box }[] {
  return [...element.childNodes]
    .filter((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== "")
    .flatMap((node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return [...range.getClientRects()];
    })
    .map(({ left, right, top, bottom, height }) => ({
      element,
      box: { left, right, top: top + height / 4, bottom: bottom - height / 4 },
    }));
}

const isCutting = (element: Element) => getComputedStyle(element).overflowX !== "visible";
const isWithin = (box: Box, room: Box) =>
  box.left >= room.left - 1 && box.right <= room.right + 1 && box.top >= room.top - 1 && box.bottom <= room.bottom + 1;
const overlap = (a: Box, b: Box) =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5;
const pairs = <T>(all: readonly T[]): [T, T][] =>
  all.flatMap((one, at) => all.slice(at + 1).map((other): [T, T] => [one, other]));
const px = ({ left, right, top, bottom }: Box) => [left, right, top, bottom].map(Math.round).join(" ");
const nameOf = (element: Element) =>
  `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""} "${element.textContent.slice(0, 20)}"`;
