import { useLayoutEffect } from "react";
import { type HoldListContextValue, useHoldListContext } from "../../src/hold-list/HoldListContext.js";
import type { HoldListState } from "../../src/hold-list/HoldListState.js";
import { type HoldList, useHoldList } from "../../src/hold-list/useHoldList.js";
import { passTime } from "./clock.js";
import { createDesktop, type Desktop, type ProviderSettings, renderDesktop, type SentRequest } from "./desktop.js";

export { setVisibility } from "./setVisibility.js";

export type Asked = SentRequest;

/**
 * A desktop with agent 101 signed in and one call on hold.
 * @param skew - ms by which the gateway's clock is ahead
 */
export function openGateway({ skew = 0 } = {}): Desktop & { asked: Asked[] } {
  const desktop = createDesktop({
    agentId: "101",
    skew,
    before: (simulator) =>
      void simulator.holdCall("101", { callId: "1-1", caller: "10086", called: "70943", skill: "voice" }),
  });
  return { ...desktop, asked: desktop.requests };
}

/** The provider's settings, and what is rendered inside it. */
export type TreeOptions = ProviderSettings & {
  /** The number of components that use the hook. @default 1 */
  hooks?: number;
  strict?: boolean;
};

/** Renders the hook, and records the state of every committed render of the first one. */
export function renderHoldList(desktop: Pick<Desktop, "gateway" | "session">, options: TreeOptions = {}) {
  const states: HoldListState[] = [];
  const others: HoldListState[] = [];
  let list: HoldList | undefined;
  let parts: HoldListContextValue | undefined;

  function Reader({ first }: { first: boolean }) {
    const { refresh, ...state } = useHoldList();
    const context = useHoldListContext("Reader");
    useLayoutEffect(() => {
      (first ? states : others).push(state);
      if (first) list = { ...state, refresh };
      parts = context;
    });
    return null;
  }

  const { hooks = 1, strict, ...provider } = options;
  const readers = (count: number) =>
    Array.from({ length: count }, (_, index) => <Reader key={index} first={index === 0} />);
  const { update, unmount, container } = renderDesktop(desktop, readers(hooks), { provider, strict });
  return {
    states,
    /** The states of every hook except the first. */
    others,
    container,
    unmount,
    /** Renders again with other options. */
    set: ({ hooks: count = hooks, ...settings }: Omit<TreeOptions, "strict">) => update(readers(count), settings),
    last: () => states.at(-1),
    /** The last state, which must be a list. */
    ready: () => {
      const state = states.at(-1);
      if (state?.status !== "ready") throw new Error(`Expected a list, not ${JSON.stringify(state)}.`);
      return state;
    },
    /** What the provider owns. */
    parts: () => {
      if (parts === undefined) throw new Error("Nothing was rendered.");
      return parts;
    },
    refresh: () => list?.refresh() ?? Promise.reject(new Error("Nothing was rendered.")),
  };
}

/** {@link passTime}. The second parameter is a step of former days, and has no effect. */
export const pass: (ms: number, step?: number) => Promise<void> = passTime;
