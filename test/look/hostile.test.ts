import { afterAll, beforeAll, expect, it } from "vitest";
import { page } from "vitest/browser";
import { openStates, type OpenState, states } from "./states.js";
import { differences, portraitOf } from "./portrait.js";

const sheets = import.meta.glob<string>("./hostile/*.css", { query: "?raw", import: "default", eager: true });
const shown = [
  "Attention",
  "CallDetails",
  "ListInDoubt",
  "Code100006SessionRefused",
  "Empty",
  "UnreadableRow",
  "HostContent",
];

let open: OpenState[];
beforeAll(async () => {
  await page.viewport(1200, 2_000);
  open = await openStates(states.filter(({ story }) => shown.includes(story)));
});
afterAll(() => open?.forEach(({ close }) => close()));

/** Adds a sheet of a host's before ours or after it, as bundlers do, and runs without a pause: no second passes. */
function under<T>(sheet: string, place: "prepend" | "append", look: () => T): T {
  const style = document.createElement("style");
  style.textContent = sheet;
  document.head[place](style);
  try {
    document.body.getBoundingClientRect();
    // A transition shows the former values at first.
    for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
    return look();
  } finally {
    style.remove();
    document.body.getBoundingClientRect();
    for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
  }
}

it.each(Object.entries(sheets))("keeps its look under %s", (_, sheet) => {
  const found: string[] = [];
  for (const { story, host, panel } of open)
    for (const width of [300, 900]) {
      host.style.inlineSize = `${width}px`;
      const clean = portraitOf(panel);
      for (const place of ["prepend", "append"] as const)
        found.push(
          ...differences(
            clean,
            under(sheet, place, () => portraitOf(panel)),
          ).map((one) => `${story} ${width} ${place}: ${one}`),
        );
    }
  expect(found).toEqual([]);
});
