import { type CSSProperties, type ReactNode, useEffect, useState } from "react";
import {
  createAgentSession,
  createGateway,
  HoldListPanel,
  type HoldListPanelProps,
  HoldListProvider,
  type Supervised,
} from "../index.js";
import { createSimulator, type Simulator } from "../simulator/simulator.js";

let agents = 290;

/** The base URL of the simulated gateway. No request leaves the page. */
export const simulatedUrl = "https://gateway.invalid";

/** How a story's gateway behaves. */
export type StoryGateway = {
  /** Sets up calls and faults before the first request. */
  before?: (simulator: Simulator, agentId: string) => void;
  /** Changes calls or faults after the first answer. */
  afterFirstAnswer?: (simulator: Simulator, agentId: string) => void;
  /** Whether no agent is signed in. @default false */
  signedOut?: boolean;
  /** The `timeout` of `createGateway`, in ms. */
  timeout?: number;
  /** The agent whose list a supervisor reads. */
  supervised?: Supervised;
  /** Milliseconds between polls. @default 1_000 */
  pollInterval?: number;
  /** How long calls have been on hold, in ms by call ID, as told by the host. */
  heldFor?: Readonly<Record<string, number>>;
};

/** Created by a story's loader for each run: a simulated gateway, and an agent without stored hold times. */
export type StoryWorld = { readonly simulator: Simulator; readonly agentId: string };

export function createStoryWorld({ before }: StoryGateway = {}): StoryWorld {
  const world = { simulator: createSimulator(), agentId: String(++agents) };
  sessionStorage.clear();
  before?.(world.simulator, world.agentId);
  return world;
}

type StoryDesktopProps = {
  world: StoryWorld;
  gateway: StoryGateway;
  panel: HoldListPanelProps;
  style?: CSSProperties;
};

/** A column of an agent's desktop with the panel, connected to a simulated gateway. */
export function StoryDesktop({ world, gateway, panel, style }: StoryDesktopProps): ReactNode {
  const [desktop] = useState(() => {
    const { simulator, agentId } = world;
    let isFirst = true;
    return {
      session: createAgentSession(gateway.signedOut === true ? null : { agentId, guid: simulator.signIn(agentId) }),
      gateway: createGateway({
        baseUrl: simulatedUrl,
        timeout: gateway.timeout,
        fetch: async (input, init) => {
          const response = await simulator.fetch(input, init);
          if (isFirst) gateway.afterFirstAnswer?.(simulator, agentId);
          isFirst = false;
          return response;
        },
      }),
    };
  });
  useEffect(() => {
    for (const [callId, heldFor] of Object.entries(gateway.heldFor ?? {}))
      desktop.session.getState().setHeldSince(callId, Date.now() - heldFor);
  }, [desktop, gateway]);
  return (
    <div style={{ maxInlineSize: 344, ...style }}>
      {/* Each story has a simulator of its own. */}
      <HoldListProvider
        {...desktop}
        pollInterval={gateway.pollInterval ?? 1_000}
        supervised={gateway.supervised}
        shareBetweenTabs={false}
      >
        <HoldListPanel {...panel} />
      </HoldListProvider>
    </div>
  );
}
