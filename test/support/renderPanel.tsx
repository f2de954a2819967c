import { act, render, type RenderResult, screen } from "@testing-library/react";
import { type UserEvent, userEvent } from "@testing-library/user-event";
import { type ReactNode, StrictMode } from "react";
import { vi } from "vitest";
import {
  type AgentSessionStore,
  createAgentSession,
  createGateway,
  HoldListPanel,
  type HoldListPanelProps,
  HoldListProvider,
  type HoldListProviderProps,
} from "../../src/index.js";
import { createSimulator, type Simulator } from "../../src/simulator/simulator.js";

export const agentId = "291";

// The simulator draws its Guids from it, while the panel's own draws are fixed: polls come every 2 s exactly.
const { random } = Math;

/** Moves time in steps, since React renders at the end of each: one step would pass over what comes and goes within it. */
export async function move(ms: number): Promise<void> {
  let left = ms;
  do {
    const step = Math.min(left, 250);
    await act(() => vi.advanceTimersByTimeAsync(step));
    left -= step;
  } while (left > 0);
}

/** Hides the page, or shows it. */
export function setVisibility(state: DocumentVisibilityState): void {
  vi.spyOn(document, "visibilityState", "get").mockReturnValue(state);
  act(() => void document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
}

/** Writes down what the live regions say from now on, each as a screen reader would: when the region's text changes. */
export function listen(): string[] {
  const said: string[] = [];
  for (const region of [screen.getByRole("status"), screen.getByRole("alert")])
    new MutationObserver(() => {
      if (region.textContent !== "") said.push(`${region.role}: ${region.textContent}`);
    }).observe(region, { childList: true, characterData: true, subtree: true });
  return said;
}

/** For tests that last, of something else. */
export const noAttention = { attention: { long: Infinity, tooLong: Infinity } };

type Desktop = {
  /** Arranges calls and faults before the panel asks. */
  before?: (simulator: Simulator) => void;
  props?: HoldListPanelProps;
  /** Settings of the provider. */
  provider?: Partial<HoldListProviderProps>;
  signedOut?: boolean;
  strict?: boolean;
  /** The host's page around the panel, or several panels. */
  page?: (panel: ReactNode) => ReactNode;
};

type Shown = RenderResult & {
  simulator: Simulator;
  session: AgentSessionStore;
  user: UserEvent;
  /** Gives the panel other props. */
  show: (props: HoldListPanelProps) => void;
  /** Gives the provider other settings. */
  provide: (settings: Partial<HoldListProviderProps>) => void;
};

/** A panel over a simulated gateway of its own, after the first answer. It is 10:42:07, and time stands still. */
export async function renderPanel({
  before,
  props = {},
  provider,
  signedOut,
  strict,
  page,
}: Desktop = {}): Promise<Shown> {
  vi.useFakeTimers({ now: new Date(2026, 2, 5, 10, 42, 7) });
  vi.spyOn(Math, "random").mockReturnValue(0.5);
  sessionStorage.clear();
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
  const simulator = createSimulator({ random });
  before?.(simulator);
  const session = createAgentSession(signedOut === true ? null : { agentId, guid: simulator.signIn(agentId) });
  const gateway = createGateway({ baseUrl: "https://gateway.invalid", fetch: simulator.fetch });
  const desktop = (panelProps: HoldListPanelProps, settings: Partial<HoldListProviderProps> = {}) => {
    const panel = <HoldListPanel {...panelProps} />;
    return (
      <HoldListProvider gateway={gateway} session={session} {...provider} {...settings}>
        {page === undefined ? panel : page(panel)}
      </HoldListProvider>
    );
  };
  const result = render(desktop(props), {
    reactStrictMode: strict === true,
    wrapper: strict === true ? StrictMode : undefined,
  });
  await move(0);
  return {
    ...result,
    simulator,
    session,
    user,
    show: (next) => result.rerender(desktop(next)),
    provide: (settings) => result.rerender(desktop(props, settings)),
  };
}

/** Three calls: outgoing to a customer, incoming from another, and from a colleague. */
export function holdThree(simulator: Simulator): void {
  simulator.holdCall(agentId, {
    callId: "1501127996-2",
    callType: 7,
    caller: "10086",
    called: "13800138000",
    skill: "After-sales",
  });
  simulator.holdCall(agentId, {
    callId: "1501127920-0",
    callType: 0,
    caller: "70941",
    called: "10086",
    skill: "voice",
  });
  simulator.holdCall(agentId, { callId: "1501128311-5", callType: 51, caller: "40038", called: "291", skill: "" });
}
