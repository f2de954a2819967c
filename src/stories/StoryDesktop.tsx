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

/** A gateway's address that never leaves the page: the simulator answers. */
export const simulatedUrl = "https://gateway.invalid";

/** How a story's gateway behaves. */
export type StoryGateway = {
  /** Arranges calls and faults before the panel asks. */
  before?: (simulator: Simulator, agentId: string) => void;
  /** Goes on after the first answer has left: what was fine at first, and then was not. */
  afterFirstAnswer?: (simulator: Simulator, agentId: string) => void;
  /** Whether nobody is signed in. */
  signedOut?: boolean;
  /** Milliseconds, as of `createGateway`. */
  timeout?: number;
  /** Whose list a supervisor reads. */
  supervised?: Supervised;
  /** Milliseconds between polls. */
  pollInterval?: number;
  /** For how many ms calls have been held already, as a host may know it. */
  heldFor?: Readonly<Record<string, number>>;
};

/** What a story's loader makes, anew for each run: a gateway, and an agent of whom nothing is remembered. */
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

/** A column of an agent's desktop, with the panel in it and a simulated gateway behind. */
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
      <HoldListProvider {...desktop} pollInterval={gateway.pollInterval ?? 1_000} supervised={gateway.supervised}>
        <HoldListPanel {...panel} />
      </HoldListProvider>
    </div>
  );
}
