import type { SimulatorRemote } from "./createSimulatorRemote.js";
import type { SimulatorState } from "./useSimulatorView.js";

/** The props of each group of controls that acts on the simulator. */
export type ControlsProps = {
  simulator: SimulatorRemote;
  state: SimulatorState;
  /** The agent whose calls and session are controlled. */
  agentId: string;
};
