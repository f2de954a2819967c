import { afterAll, beforeAll, expect, it } from "vitest";
import { page } from "vitest/browser";
import { en, type HoldListPanelProps, zhCN } from "../../src/index.js";
import { faultsOf, smallTextsOf } from "./faults.js";
import { longLabels } from "./longLabels.js";
import { openStates, type OpenState } from "./states.js";

const languages = [
  ["English", en],
  ["Chinese", zhCN],
  ["a language with long words", longLabels],
] as const;

let open: OpenState[];
beforeAll(async () => {
  await page.viewport(1200, 2_000);
  open = await openStates();
});
afterAll(() => open?.forEach(({ close }) => close()));

type Host = { props: Partial<HoldListPanelProps>; fontSize?: number; directions?: string[]; widths: number[] };

/** What `look` finds in each state, in hosts of the given font size (px), directions and widths (px). */
function findIn({ props, fontSize = 16, directions = ["ltr"], widths }: Host, look: (panel: Element) => string[]) {
  const found: string[] = [];
  for (const { story, host, panel, render } of open) {
    render({ density: undefined, ...props });
    host.style.fontSize = `${fontSize}px`;
    for (const direction of directions)
      for (const width of widths) {
        host.dir = direction;
        host.style.inlineSize = `${width}px`;
        found.push(...look(panel).map((fault) => `${story} ${direction} ${width}: ${fault}`));
      }
  }
  return found;
}

const sizes = [
  { target: 28, fontSize: 16 },
  { target: 28, fontSize: 32 },
  { target: 24, fontSize: 16 },
] as const;

it.each(languages.flatMap(([language, labels]) => sizes.map((size) => ({ language, labels, ...size }))))(
  "fits in $language, with targets of $target px and a host font of $fontSize px",
  ({ labels, target, fontSize }) => {
    const props = { labels, density: target === 24 ? "compact" : "comfortable" } as const;
    const widths = [280, 320, 344, 400, 560, 640, 900, 1200];
    expect(findIn({ props, fontSize, directions: ["ltr", "rtl"], widths }, (panel) => faultsOf(panel, target))).toEqual(
      [],
    );
  },
);

it.each([
  ["English", en, 12],
  ["Chinese", zhCN, 13],
] as const)("draws no %s text below its minimum size in a host with small text", (_, labels, minimum) => {
  const host = { props: { labels }, fontSize: 12, widths: [280, 344, 900] };
  expect(findIn(host, (panel) => [...smallTextsOf(panel, minimum), ...faultsOf(panel, 28)])).toEqual([]);
});

it.each(languages.slice(0, 2))("fits in %s with the text spacing of WCAG 2.2, criterion 1.4.12", (_, labels) => {
  const style = document.createElement("style");
  style.textContent =
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }";
  document.head.append(style);
  const faults = findIn({ props: { labels }, widths: [320, 344, 560, 900] }, (panel) => faultsOf(panel, 24));
  style.remove();
  // Known fault: in Chinese, a time of more than a day sticks out by 3 px at 320 px.
  const known = labels === zhCN ? faults.filter((fault) => fault.startsWith("LongTimes ltr 320: ")) : [];
  expect(known.length).toBeLessThanOrEqual(2);
  expect(faults.filter((fault) => !known.includes(fault))).toEqual([]);
});

it.each(languages)("keeps the heading and the refresh button of the header on one line in %s", (_, labels) => {
  const wrapped = (panel: Element) => {
    const box = (selector: string) => panel.querySelector(`.hlp-header ${selector}`)?.getBoundingClientRect();
    const heading = box(".hlp-heading");
    const button = box(".hlp-icon-button");
    return heading === undefined || button === undefined || (button.top < heading.bottom && heading.top < button.bottom)
      ? []
      : ["the refresh button is on another line"];
  };
  expect(findIn({ props: { labels }, directions: ["ltr", "rtl"], widths: [280, 300, 344, 400, 640] }, wrapped)).toEqual(
    [],
  );
});
