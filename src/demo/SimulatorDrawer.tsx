import { type ReactNode, useId } from "react";
import { useStore } from "zustand";
import { CallControls } from "./CallControls.js";
import type { AgentDesktop } from "./createAgentDesktop.js";
import type { SimulatorRemote } from "./createSimulatorRemote.js";
import { FaultControls } from "./FaultControls.js";
import { RequestList } from "./RequestList.js";
import { SessionControls } from "./SessionControls.js";
import { useSimulatorView } from "./useSimulatorView.js";
import type { DemoWords } from "./words/DemoWords.js";

type SimulatorDrawerProps = {
  simulator: SimulatorRemote;
  desktop: AgentDesktop;
  isSignedIn: boolean;
  words: DemoWords;
};

/** What can be done to the simulated gateway, and what it was asked. */
export function SimulatorDrawer({ simulator, desktop, isSignedIn, words }: SimulatorDrawerProps): ReactNode {
  const agentId = useStore(desktop, (state) => state.agentId);
  const state = useSimulatorView(simulator, agentId);
  const headingId = useId();
  const controls = { simulator, state, agentId, words };
  return (
    <aside className="demo-drawer" aria-labelledby={headingId}>
      <h2 className="demo-heading demo-pane-head" id={headingId}>
        {words.simulator}
      </h2>
      <p className="demo-problem" role="status">
        {state.failed && words.simulatorGone}
      </p>
      <CallControls {...controls} />
      <SessionControls {...controls} isSignedIn={isSignedIn} />
      <FaultControls {...controls} />
      <RequestList requests={state.view?.requests ?? []} words={words} />
    </aside>
  );
}
