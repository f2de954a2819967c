import type { ReactNode } from "react";
import { useStore } from "zustand";
import type { MaskNumber } from "../index.js";
import type { AgentDesktop } from "./AgentDesktop.js";
import { CallControls } from "./CallControls.js";
import type { SimulatorRemote } from "./createSimulatorRemote.js";
import { FaultControls } from "./FaultControls.js";
import { RequestList } from "./RequestList.js";
import { SessionControls } from "./SessionControls.js";
import { useSimulatorView } from "./useSimulatorView.js";

type SimulatorControlsProps = {
  simulator: SimulatorRemote;
  desktop: AgentDesktop;
  isSignedIn: boolean;
  mask: MaskNumber | undefined;
  /** Shown after the controls of the calls. */
  children: ReactNode;
};

/** The controls of the simulated gateway, and its request log. */
export function SimulatorControls({
  simulator,
  desktop,
  isSignedIn,
  mask,
  children,
}: SimulatorControlsProps): ReactNode {
  const agentId = useStore(desktop, (state) => state.agentId);
  const state = useSimulatorView(simulator, agentId);
  const controls = { simulator, state, agentId };
  return (
    <>
      <p className="demo-problem" role="status">
        {state.failed && "The simulator cannot be reached."}
      </p>
      <CallControls {...controls} mask={mask} />
      {children}
      <SessionControls {...controls} isSignedIn={isSignedIn} />
      <FaultControls {...controls} />
      <RequestList requests={state.view?.requests ?? []} />
    </>
  );
}
