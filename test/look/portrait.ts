const drawn = "display visibility opacity transform fill stroke stroke-width animation transition".split(" ");
const properties = [
  "position float clear filter box-shadow cursor content-visibility",
  "box-sizing padding-top padding-right padding-bottom padding-left overflow-x",
  "border-top border-right border-bottom border-left border-top-left-radius background-color background-image outline",
  "color font-family font-size font-weight font-style font-variant-numeric letter-spacing line-height text-align text-indent",
  "text-transform text-decoration text-shadow text-overflow white-space word-break hyphens list-style",
].flatMap((line) => line.split(" "));

/** Each element of the panel: where it is, in px of the panel, and what it is like. */
export type Portrait = Map<string, { box: readonly number[]; style: Record<string, string> }>;

/** The panel as it stands now. A host's content of a row is the host's. */
export function portraitOf(panel: Element): Portrait {
  const { left, top } = panel.getBoundingClientRect();
  const portrait: Portrait = new Map();
  [panel, ...panel.querySelectorAll("*")].forEach((element, index) => {
    if (element.matches(".hlp-slot *")) return;
    const box = element.getBoundingClientRect();
    const computed = getComputedStyle(element);
    const telling = element.matches("svg *") ? drawn : [...drawn, ...properties];
    const style = Object.fromEntries(telling.map((name) => [name, computed.getPropertyValue(name)]));
    for (const pseudo of ["::before", "::after"]) style[pseudo] = getComputedStyle(element, pseudo).content;
    // How the panel itself comes and goes is the host's.
    if (element === panel) delete style.transition;
    const name = `${index} ${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""}`;
    const isDrawn = element.getClientRects().length > 0;
    portrait.set(name, { box: isDrawn ? [box.left - left, box.top - top, box.width, box.height] : [], style });
  });
  return portrait;
}

/** In what two portraits of one panel differ. A px is the browser's rounding. */
export function differences(before: Portrait, after: Portrait): string[] {
  return [...before].flatMap(([name, { box, style }]) => {
    const now = after.get(name);
    if (now === undefined) return [`${name} is gone`];
    const found = Object.keys(style).filter((property) => style[property] !== now.style[property]);
    const told = found.map((property) => `${name}: ${property} ${style[property]} -> ${now.style[property]}`);
    const moved = box.length !== now.box.length || box.some((side, at) => Math.abs(side - (now.box[at] ?? 0)) > 1);
    return moved
      ? [...told, `${name}: ${box.map(Math.round).join(" ")} -> ${now.box.map(Math.round).join(" ")}`]
      : told;
  });
}
