import { act, render, type RenderResult } from "@testing-library/react";
import { type ReactNode, StrictMode } from "react";
import {
  type AgentSessionStore,
  createAgentSession,
  createGateway,
  type Gateway,
  HoldListProvider,
  type HoldListProviderProps,
} from "../../src/index.js";
import { systemClock } from "../../src/simulator/state/systemClock.js";
import { createSimulator, type Simulator } from "../../src/simulator/simulator.js";

/** A request as it left the desktop. */
export type SentRequest = { readonly at: number; readonly guid: string | null; readonly signal: AbortSignal };

/** An agent desktop without its page: a simulated gateway, and an agent session over it. */
export type Desktop = {
  readonly simulator: Simulator;
  readonly session: AgentSessionStore;
  readonly gateway: Gateway;
  /** Every request sent to the gateway, oldest first. */
  readonly requests: SentRequest[];
};

/** The settings of {@link createDesktop}. */
export type DesktopOptions = {
  /** @default "291" */
  agentId?: string;
  /** Prepares calls and faults before the first request. */
  before?: ((simulator: Simulator) => void) | undefined;
  /** Starts without a sign-in. @default false */
  signedOut?: boolean | undefined;
  /** Milliseconds by which the gateway's clock is ahead. @default 0 */
  skew?: number;
};

/** Creates a simulated gateway with one agent signed in. */
export function createDesktop({ agentId = "291", before, signedOut = false, skew = 0 }: DesktopOptions = {}): Desktop {
  // Each desktop has a sequence of its own, since tests fix `Math.random`.
  let last = 0;
  const random = () => (last = (last + 0.618034) % 1);
  const simulator = createSimulator({ random, clock: { ...systemClock, now: () => Date.now() + skew } });
  before?.(simulator);
  const session = createAgentSession(signedOut ? null : { agentId, guid: simulator.signIn(agentId) });
  const requests: SentRequest[] = [];
  const gateway = createGateway({
    baseUrl: "https://gateway.invalid",
    fetch: (input, init) => {
      const guid = new Headers(init?.headers).get("Guid");
      requests.push({ at: Date.now(), guid, signal: init?.signal ?? new AbortController().signal });
      return simulator.fetch(input, init);
    },
  });
  return { simulator, session, gateway, requests };
}

/** The settings of the provider, without its children. */
export type ProviderSettings = Partial<Omit<HoldListProviderProps, "children">>;

/** A rendered page. */
export type RenderedDesktop = RenderResult & {
  /** Renders other content, or the provider with other settings. What is left out stays as it was at first. */
  update: (content?: ReactNode, settings?: ProviderSettings) => void;
};

/** Renders content inside a provider over a desktop's gateway and session. */
export function renderDesktop(
  { gateway, session }: Pick<Desktop, "gateway" | "session">,
  first: ReactNode,
  { provider = {}, strict = false }: { provider?: ProviderSettings | undefined; strict?: boolean | undefined } = {},
): RenderedDesktop {
  const page = (content: ReactNode = first, settings: ProviderSettings = {}) => (
    // Each desktop has a simulator of its own.
    <HoldListProvider gateway={gateway} session={session} shareBetweenTabs={false} {...provider} {...settings}>
      {content}
    </HoldListProvider>
  );
  const result = render(page(), { reactStrictMode: strict, wrapper: strict ? StrictMode : undefined });
  return { ...result, update: (content, settings) => result.rerender(page(content, settings)) };
}

/** Passes on an event as the host's event poll delivers it. */
export function sendEvent(session: AgentSessionStore, eventType: string, content: unknown): void {
  const workNo = session.getState().session?.agentId;
  const event = { eventType, workNo, eventGenTime: Date.now(), content };
  act(() => session.getState().applyAgentEvent({ message: "", retcode: "0", event }));
}
