const shapeProperties = "display visibility opacity transform fill stroke stroke-width animation transition".split(" ");
const boxProperties = [
  "position float clear filter box-shadow cursor content-visibility",
  "box-sizing padding-top padding-right padding-bottom padding-left overflow-x",
  "border-top border-right border-bottom border-left border-top-left-radius background-color background-image outline",
  "color font-family font-size font-weight font-style font-variant-numeric letter-spacing line-height text-align text-indent",
  "text-transform text-decoration text-shadow text-overflow white-space word-break hyphens list-style",
].flatMap((line) => line.split(" "));

/** The box of each element, in px from the panel's corner, and its computed style. */
export type Appearance = Map<string, { box: readonly number[]; style: Record<string, string> }>;

/** The current appearance of the panel, without host content. */
export function appearanceOf(panel: Element): Appearance {
  const { left, top } = panel.getBoundingClientRect();
  const appearance: Appearance = new Map();
  [panel, ...panel.querySelectorAll("*")].forEach((element, index) => {
    if (element.matches(".hlp-slot *")) return;
    const box = element.getBoundingClientRect();
    const computed = getComputedStyle(element);
    const names = element.matches("svg *") ? shapeProperties : [...shapeProperties, ...boxProperties];
    const style = Object.fromEntries(names.map((name) => [name, computed.getPropertyValue(name)]));
    for (const pseudo of ["::before", "::after"]) style[pseudo] = getComputedStyle(element, pseudo).content;
    if (element === panel) delete style.transition; // a host may animate the whole panel
    const name = `${index} ${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""}`;
    const isRendered = element.getClientRects().length > 0;
    appearance.set(name, { box: isRendered ? [box.left - left, box.top - top, box.width, box.height] : [], style });
  });
  return appearance;
}

/** How two appearances of one panel differ. Boxes may differ by 1 px of rounding. */
export function differencesOf(before: Appearance, after: Appearance): string[] {
  return [...before].flatMap(([name, { box, style }]) => {
    const now = after.get(name);
    if (now === undefined) return [`${name} is gone`];
    const restyled = Object.keys(style)
      .filter((property) => style[property] !== now.style[property])
      .map((property) => `${name}: ${property} ${style[property]} -> ${now.style[property]}`);
    const hasMoved = box.length !== now.box.length || box.some((side, at) => Math.abs(side - (now.box[at] ?? 0)) > 1);
    const moved = `${name}: ${box.map(Math.round).join(" ")} -> ${now.box.map(Math.round).join(" ")}`;
    return hasMoved ? [...restyled, moved] : restyled;
  });
}
