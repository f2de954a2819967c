import { type CSSProperties, type ReactNode, useState } from "react";
import {
  createAgentSession,
  createGateway,
  HoldListPanel,
  type HoldListPanelProps,
  HoldListProvider,
} from "../src/index.js";
import { createSimulator, type Simulator } from "../src/simulator/simulator.js";

/** The agent of every story. */
export const agentId = "291";

/** A gateway's address that never leaves the page: the simulator answers. */
export const simulatedUrl = "https://gateway.invalid";

/** How a story's gateway behaves. */
export type StoryGateway = {
  /** Arranges calls and faults before the panel asks. */
  before?: (simulator: Simulator) => void;
  /** Goes on after the first answer has left: what was fine at first, and then was not. */
  afterFirstAnswer?: (simulator: Simulator) => void;
  /** Whether nobody is signed in. */
  signedOut?: boolean;
  /** Milliseconds, as of `createGateway`. */
  timeout?: number;
};

/** A simulator as a story's loader makes it, anew for each run. */
export function arrangeSimulator({ before }: StoryGateway = {}): Simulator {
  const simulator = createSimulator();
  before?.(simulator);
  return simulator;
}

type StoryDesktopProps = {
  simulator: Simulator;
  gateway: StoryGateway;
  panel: HoldListPanelProps;
  style?: CSSProperties;
};

/** A column of an agent's desktop, with the panel in it and a simulated gateway behind. */
export function StoryDesktop({ simulator, gateway, panel, style }: StoryDesktopProps): ReactNode {
  const [desktop] = useState(() => {
    let isFirst = true;
    return {
      session: createAgentSession(gateway.signedOut === true ? null : { agentId, guid: simulator.signIn(agentId) }),
      gateway: createGateway({
        baseUrl: simulatedUrl,
        timeout: gateway.timeout,
        fetch: async (input, init) => {
          const response = await simulator.fetch(input, init);
          if (isFirst) gateway.afterFirstAnswer?.(simulator);
          isFirst = false;
          return response;
        },
      }),
    };
  });
  return (
    <div style={{ maxInlineSize: 344, ...style }}>
      <HoldListProvider {...desktop} pollInterval={1_000}>
        <HoldListPanel {...panel} />
      </HoldListProvider>
    </div>
  );
}
