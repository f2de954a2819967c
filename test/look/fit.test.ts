import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { page } from "vitest/browser";
import { en, zhCN } from "../../src/index.js";
import { faultsOf } from "./faults.js";
import { openStates, type OpenState } from "./states.js";
import { longWords } from "./words.js";

const widths = [280, 320, 344, 400, 560, 640, 900, 1200];

let open: OpenState[];
beforeAll(async () => {
  await page.viewport(1200, 2_000);
  open = await openStates();
});
afterAll(() => open?.forEach(({ close }) => close()));

describe.each([
  ["comfortable", 28],
  ["compact", 24],
] as const)("the panel, %s", (density, target) => {
  it.each([
    ["English", en, 1],
    ["English at twice the text", en, 2],
    ["Chinese", zhCN, 1],
    ["Chinese at twice the text", zhCN, 2],
    ["a language of long words", longWords, 1],
    ["a language of long words at twice the text", longWords, 2],
  ])("fits from 280 to 1200 px, in both directions, in %s", (_, labels, text) => {
    const faults: string[] = [];
    for (const { story, host, panel, render } of open) {
      render({ labels, density });
      host.style.fontSize = `${16 * text}px`;
      for (const direction of ["ltr", "rtl"])
        for (const width of widths) {
          host.dir = direction;
          host.style.inlineSize = `${width}px`;
          faults.push(...faultsOf(panel, target).map((fault) => `${story} ${direction} ${width}: ${fault}`));
        }
    }
    expect(faults).toEqual([]);
  });
});
