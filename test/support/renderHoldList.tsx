import { act, render } from "@testing-library/react";
import { StrictMode, useLayoutEffect } from "react";
import { vi } from "vitest";
import { createGateway } from "../../src/gateway/createGateway.js";
import { HoldListProvider, type HoldListProviderProps } from "../../src/HoldListProvider.js";
import type { HoldListContextValue } from "../../src/hold-list/HoldListContext.js";
import { useHoldListContext } from "../../src/hold-list/HoldListContext.js";
import { type HoldList, useHoldList } from "../../src/hold-list/useHoldList.js";
import { type AgentSessionStore, createAgentSession } from "../../src/session/createAgentSession.js";
import { systemClock } from "../../src/simulator/state/systemClock.js";
import { createSimulator } from "../../src/simulator/simulator.js";
import type { HoldListState } from "../../src/hold-list/HoldListState.js";
import type { Gateway } from "../../src/gateway/Gateway.js";

/** One request as it left. */
export type Asked = { at: number; guid: string | null; signal: AbortSignal };

/**
 * A simulated gateway with agent 101 signed in and one call on hold, and every request that is sent to it.
 * @param skew - ms by which its clock is ahead
 */
export function openGateway({ skew = 0 } = {}) {
  let drawn = 0; // Its own source: tests say what Math.random draws
  const random = () => (drawn = (drawn + 0.618034) % 1);
  const simulator = createSimulator({ random, clock: { ...systemClock, now: () => Date.now() + skew } });
  const guid = simulator.signIn("101");
  simulator.holdCall("101", { callId: "1-1", caller: "10086", called: "70943", skill: "voice" });
  const session = createAgentSession({ agentId: "101", guid });
  const asked: Asked[] = [];
  const gateway = createGateway({
    baseUrl: "https://gateway.invalid",
    fetch: (input, init) => {
      const guid = new Headers(init?.headers).get("Guid");
      asked.push({ at: Date.now(), guid, signal: init?.signal ?? new AbortController().signal });
      return simulator.fetch(input, init);
    },
  });
  return { simulator, session, gateway, asked };
}

/** What the tree is made of, beside the gateway and the session. */
export type TreeOptions = Partial<HoldListProviderProps> & {
  /** How many components use the hook. @default 1 */
  hooks?: number;
  strict?: boolean;
};

/** Renders the hook, and keeps the state of every committed render of the first one. */
export function renderHoldList(
  { gateway, session }: { gateway: Gateway; session: AgentSessionStore },
  options: TreeOptions = {},
) {
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

  const tree = ({ hooks = 1, strict = false, ...props }: TreeOptions) => {
    const provider = (
      <HoldListProvider gateway={gateway} session={session} {...props}>
        {Array.from({ length: hooks }, (_, index) => (
          <Reader key={index} first={index === 0} />
        ))}
      </HoldListProvider>
    );
    return strict ? <StrictMode>{provider}</StrictMode> : provider;
  };

  const { rerender, unmount, container } = render(tree(options));
  return {
    states,
    /** The states of every hook but the first. */
    others,
    container,
    unmount,
    /** Renders again, with other options. */
    set: (changed: TreeOptions) => rerender(tree({ ...options, ...changed })),
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

/** Lets time pass. In steps, since React commits what a timer sets only at the end of an `act`. */
export async function pass(time: number, step = 250): Promise<void> {
  for (let left = time; left > 0; left -= step) await act(() => vi.advanceTimersByTimeAsync(Math.min(left, step)));
}

/** Hides the page, or shows it. */
export function setVisibility(state: DocumentVisibilityState): void {
  vi.spyOn(document, "visibilityState", "get").mockReturnValue(state);
  act(() => void document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
}
