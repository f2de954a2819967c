import { afterAll, beforeAll, expect, it } from "vitest";
import { page } from "vitest/browser";
import { appearanceOf, differencesOf } from "./appearance.js";
import { openStates, type OpenState, states } from "./states.js";

const sheets = import.meta.glob<string>("./hostile/*.css", { query: "?raw", import: "default", eager: true });
const stories = new Set([
  "Attention",
  "CallDetails",
  "ListInDoubt",
  "Code100006SessionRefused",
  "Empty",
  "UnreadableRow",
  "HostContent",
]);

let open: OpenState[];
beforeAll(async () => {
  await page.viewport(1200, 2_000);
  open = await openStates(states.filter(({ story }) => stories.has(story)));
});
afterAll(() => open?.forEach(({ close }) => close()));

/** Adds a host's sheet before or after the panel's and measures at once, so that no hold time changes in between. */
function measureUnder<T>(sheet: string, place: "prepend" | "append", measure: () => T): T {
  const style = document.createElement("style");
  style.textContent = sheet;
  document.head[place](style);
  try {
    finishTransitions();
    return measure();
  } finally {
    style.remove();
    finishTransitions();
  }
}

function finishTransitions(): void {
  document.body.getBoundingClientRect();
  for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
}

it.each(Object.entries(sheets))("looks the same under %s", (_, sheet) => {
  const found: string[] = [];
  for (const { story, host, panel } of open)
    for (const width of [300, 900]) {
      host.style.inlineSize = `${width}px`;
      const clean = appearanceOf(panel);
      for (const place of ["prepend", "append"] as const) {
        const differences = differencesOf(
          clean,
          measureUnder(sheet, place, () => appearanceOf(panel)),
        );
        found.push(...differences.map((difference) => `${story} ${width} ${place}: ${difference}`));
      }
    }
  expect(found).toEqual([]);
});
