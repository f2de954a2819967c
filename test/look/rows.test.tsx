import { afterAll, beforeAll, expect, it } from "vitest";
import { page } from "vitest/browser";
import {
  connectAndLeave,
  enActions,
  en,
  type HoldListPanelProps,
  hangUp,
  retrieve,
  threeParty,
  zhCN,
  zhCNActions,
} from "../../src/index.js";
import type { Simulator } from "../../src/simulator/simulator.js";
import * as stories from "../../src/stories/HoldListPanel.stories.js";
import { faultsOf } from "./faults.js";
import { openStates, type OpenState } from "./states.js";

const hour = 3_600_000;
const calls: [callId: string, callType: number, number: string, skill: string, heldFor: number][] = [
  ["1501127996-2", 7, "13800138000", "After-sales", 1.26 * hour],
  ["1501127920-0", 0, "70941", "voice", 98_000],
  ["1501128311-5", 51, "40038", "", 9_000],
  ["1501128400-7", 0, "+441632960961", "Premium customers", 41_000],
  ["1501128401-8", 0, "+12025550144", "Complaints and retention", 254_000],
  ["1501128402-9", 99, "10086", "voice", 10 * hour],
  ["1501128403-1", 0, "10086", "售后", 2_000],
];
const gateway = {
  before: (simulator: Simulator, agentId: string) =>
    calls.forEach(([callId, callType, number, skill]) =>
      simulator.holdCall(agentId, {
        callId,
        callType,
        skill,
        caller: number,
        called: callType === 7 ? number : "10086",
      }),
    ),
  heldFor: Object.fromEntries(calls.map(([callId, , , , heldFor]) => [callId, heldFor])),
};
const file = { default: stories.default, Rows: { args: {}, parameters: { gateway } } };

const languages = [
  ["English", { ...en, ...enActions }],
  ["Chinese", { ...zhCN, ...zhCNActions }],
] as const;
const actions = [retrieve, threeParty, connectAndLeave, hangUp];
const names = ["Amara Okafor", "王芳"];
const renderCall: HoldListPanelProps["renderCall"] = ({ callId }) => names[Number(callId.at(-1)) % 2];
const kinds = languages.flatMap(([language, labels]) =>
  [undefined, actions].flatMap((acting) =>
    [undefined, renderCall].map((slot) => ({
      name: `${language}${acting ? ", actions" : ""}${slot ? ", slot" : ""}`,
      props: { labels, actions: acting, renderCall: slot },
    })),
  ),
);
const widths = Array.from({ length: (1_200 - 280) / 8 + 1 }, (_, step) => 280 + 8 * step);

let open: OpenState;
beforeAll(async () => {
  await page.viewport(1200, 1_000);
  [open] = (await openStates([{ from: file, story: "Rows", until: ".hlp-row" }])) as [OpenState];
});
afterAll(() => open?.close());

/** Text that is cut or broken, and numbers on two lines. */
function brokenTextsOf(panel: Element): string[] {
  const faults: string[] = [];
  for (const element of panel.querySelectorAll<HTMLElement>(
    ".hlp-number, .hlp-type > span, .hlp-skill > bdi, .hlp-level, .hlp-action, .hlp-digits",
  )) {
    const lines = element.getClientRects();
    const isSkill = element.matches(".hlp-skill > bdi");
    const box = element.getBoundingClientRect();
    const edge = element.closest(".hlp-type, .hlp-skill, .hlp-time")?.getBoundingClientRect();
    const isLeftOut = edge !== undefined && box.top >= edge.bottom - 1;
    if (isLeftOut) continue;
    if (box.height > 34 || lines.length > 1) faults.push(`${element.className} "${element.textContent}" is broken`);
    if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth < (isSkill ? 140 : Infinity))
      faults.push(`${element.className} "${element.textContent}" is cut to ${element.clientWidth} px`);
  }
  return faults;
}

it.each(kinds)(
  "draws rows of one height without a broken or cut word at each width: $name",
  async ({ name, props }) => {
    const { host, panel, render } = open;
    render(props);
    const found = new Map<string, number[]>();
    const heights = new Map<number, number[]>();
    for (const width of widths) {
      host.style.inlineSize = `${width}px`;
      const rows = [...panel.querySelectorAll(".hlp-row")].map((row) => Math.round(row.getBoundingClientRect().height));
      heights.set(width, [...new Set(rows)]);
      const faults = [...brokenTextsOf(panel), ...(width % 40 === 0 ? faultsOf(panel, 28) : [])];
      for (const fault of faults.map((one) => one.replace(/\d+:[\d:]+/, "0:00").replace(/: \d+ .*/, "")))
        found.set(fault, [...(found.get(fault) ?? []), width]);
      if (import.meta.env.PICTURES && [280, 320, 344, 400, 560, 640, 720, 904].includes(width))
        await page.screenshot({ element: host, path: `pictures/rows/${name}-${width}.png` });
    }
    const limits = { two: props.actions === undefined ? 64 : 72, slot: props.renderCall === undefined ? 0 : 21 };
    const uneven = [...heights].filter(([, all]) => all.length > 1 || (all[0] ?? 0) > limits.two + limits.slot);
    const ranges = [...found].map(([fault, at]): [string, string] => [
      fault,
      `${at.length}: ${at[0]} to ${at.at(-1)} px`,
    ]);
    expect({
      found: Object.fromEntries(ranges),
      uneven: Object.fromEntries(uneven.map(([width, all]) => [width, all.join(" ")])),
    }).toEqual({ found: {}, uneven: {} });
  },
);
