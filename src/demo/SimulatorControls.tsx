import type { ReactNode } from "react";
import { useStore } from "zustand";
import type { MaskNumber } from "../index.js";
import { CallControls } from "./CallControls.js";
import type { AgentDesktop } from "./createAgentDesktop.js";
import type { SimulatorRemote } from "./createSimulatorRemote.js";
import { FaultControls } from "./FaultControls.js";
import { RequestList } from "./RequestList.js";
import { SessionControls } from "./SessionControls.js";
import { useSimulatorView } from "./useSimulatorView.js";
import type { DemoWords } from "./words/DemoWords.js";

type SimulatorControlsProps = {
  simulator: SimulatorRemote;
  desktop: AgentDesktop;
  isSignedIn: boolean;
  mask: MaskNumber | undefined;
  words: DemoWords;
  /** After the calls, which come first. */
  children: ReactNode;
};

/** What can be done to the simulated gateway, and what it was asked. */
export function SimulatorControls(props: SimulatorControlsProps): ReactNode {
  const { simulator, desktop, isSignedIn, mask, words, children } = props;
  const agentId = useStore(desktop, (state) => state.agentId);
  const state = useSimulatorView(simulator, agentId);
  const controls = { simulator, state, agentId, words };
  return (
    <>
      <p className="demo-problem" role="status">
        {state.failed && words.simulatorGone}
      </p>
      <CallControls {...controls} mask={mask} />
      {children}
      <SessionControls {...controls} isSignedIn={isSignedIn} />
      <FaultControls {...controls} />
      <RequestList requests={state.view?.requests ?? []} words={words} />
    </>
  );
}
