import type { ReactNode } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { vi } from "vitest";
import type { StoryWorld } from "../../src/stories/StoryDesktop.js";
import type { HoldListPanelProps } from "../../src/index.js";
import * as callStories from "../../src/stories/HoldListPanel.stories.js";
import * as failureStories from "../../src/stories/Failures.stories.js";
import * as timeStories from "../../src/stories/HoldTimes.stories.js";
import * as actionStories from "../../src/stories/HeldCallActions.stories.js";
import "../../src/panel/HoldListPanel.css";

/** A state of the panel: the gateway and the props of a story, then clicks. Elements are named by selectors because labels vary. */
export type State = {
  story: string;
  /** The module of the story. @default those of the panel without actions */
  from?: object;
  /** Present once the story has reached its state. */
  until: string;
  /** Clicked after that, in order. */
  press?: readonly string[];
  /** Typed into the filter after that. */
  type?: string;
};

const panelStories = { ...failureStories, ...timeStories, ...callStories };

/** The parts of a story file that are used here. */
export type StoryFile = Record<string, { args?: object; parameters?: object }> & {
  default: {
    args?: object;
    loaders: [(context: object) => StoryWorld];
    render: (args: object, context: object) => ReactNode;
  };
};

/** All states under test. */
export const states: readonly State[] = [
  { story: "Attention", until: '[data-attention="too-long"]' },
  { story: "NearlyLong", until: ".hlp-row" },
  { story: "CallDetails", until: ".hlp-row", press: [".hlp-call-id"] },
  { story: "Masked", until: '[data-attention="too-long"]', press: [".hlp-call-id"] },
  { story: "ListInDoubt", until: '[data-notice="doubt"]' },
  { story: "Code100006SessionRefused", until: '[data-notice="stopped"] .hlp-button-main' },
  { story: "Empty", until: '[data-state="ready"]' },
  { story: "EmptyInDoubt", until: '[data-notice="doubt"]' },
  { story: "SignedOut", until: '[data-state="signed-out"]' },
  { story: "Loading", until: ".hlp-skeleton" },
  { story: "Http502", until: '[data-state="error"] .hlp-button' },
  { story: "UnreadableRow", until: '[data-line="unreadable"]' },
  { story: "UnknownRetcode", until: ".hlp-notice .hlp-code" },
  { story: "LongTimes", until: ".hlp-row" },
  { story: "LongNumbersAndSkills", until: ".hlp-row", press: [".hlp-call-id"] },
  { story: "Filter", until: ".hlp-filter", type: "0013 11" },
  { story: "HostContent", until: ".hlp-slot:not(:empty)" },
  { story: "SoundAndNotifications", until: '[data-attention="too-long"]' },
  { from: actionStories, story: "LongWaits", until: '[data-attention="too-long"] .hlp-action' },
  { from: actionStories, story: "Busy", until: ".hlp-action", press: [".hlp-action", '.hlp-action[data-busy="true"]'] },
  { from: actionStories, story: "Refused", until: ".hlp-action", press: [".hlp-action"] },
  { from: actionStories, story: "Menu", until: ".hlp-action", press: ['[data-hlp-control="menu"]'] },
  {
    from: actionStories,
    story: "Confirm",
    until: ".hlp-action",
    press: ['[data-hlp-control="menu"]', ".hlp-menu-item:last-child"],
  },
];

/** A rendered state, in a column of its own that sets all inherited properties. */
export type OpenState = State & {
  /** The column. */
  readonly host: HTMLElement;
  readonly panel: HTMLElement;
  /** Renders synchronously with other props. */
  readonly render: (props: Partial<HoldListPanelProps>) => void;
  readonly close: () => void;
};

/** Opens states in parallel, because some take seconds. Their columns share one position on the page. */
export function openStates(wanted: readonly State[] = states): Promise<OpenState[]> {
  return Promise.all(wanted.map(openState));
}

async function openState(state: State): Promise<OpenState> {
  const host = document.body.appendChild(document.createElement("div"));
  // Inline styles win over the sheets under test.
  host.style.cssText =
    "all: initial; position: absolute; inset: 0 auto auto 0; display: block; inline-size: 344px; color-scheme: light;" +
    'background: #ffffff; color: #1b1f27; font: 16px/1.5 system-ui, "Noto Sans", "Noto Sans CJK SC", sans-serif;';
  const { default: meta, [state.story]: story } = (state.from ?? panelStories) as StoryFile;
  if (story === undefined) throw new Error(`There is no story ${state.story}.`);
  const parameters = { ...story.parameters, style: { all: "unset", display: "block" } };
  const loaded = meta.loaders[0]({ parameters });
  const root = createRoot(host);
  const render = (props: Partial<HoldListPanelProps>) => {
    const args = { ...meta.args, ...story.args, ...props };
    flushSync(() => root.render(meta.render(args, { loaded, parameters })));
  };
  render({});
  const find = (selector: string) => {
    const found = host.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`${state.story}: found no ${selector}.`);
    return found;
  };
  await vi.waitFor(() => find(state.until), { timeout: 15_000 });
  for (const selector of state.press ?? []) {
    await vi.waitFor(() => find(selector));
    flushSync(() => find(selector).click());
  }
  if (state.type !== undefined) {
    const field = find(".hlp-filter-input");
    // React notices only a value that the element's own setter wrote.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, state.type);
    flushSync(() => field.dispatchEvent(new Event("input", { bubbles: true })));
  }
  const close = () => {
    root.unmount();
    host.remove();
  };
  return { ...state, host, panel: find(".hlp-panel"), render, close };
}
