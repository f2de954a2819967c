import type { ReactNode } from "react";
import type { MaskNumber } from "../index.js";
import { CallControls } from "./CallControls.js";
import type { SimulatorRemote } from "./createSimulatorRemote.js";
import { FaultControls } from "./FaultControls.js";
import { RequestList } from "./RequestList.js";
import { SessionControls } from "./SessionControls.js";
import type { SimulatorState } from "./useSimulatorView.js";

type SimulatorControlsProps = {
  simulator: SimulatorRemote;
  state: SimulatorState;
  agentId: string;
  isSignedIn: boolean;
  mask: MaskNumber | undefined;
  /** Shown after the controls of the calls. */
  children: ReactNode;
};

/** The controls of the simulated gateway, and its request log. */
export function SimulatorControls({
  simulator,
  state,
  agentId,
  isSignedIn,
  mask,
  children,
}: SimulatorControlsProps): ReactNode {
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
