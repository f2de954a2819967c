import type { SimulatorRemote } from "./createSimulatorRemote.js";
import type { SimulatorState } from "./useSimulatorView.js";
import type { DemoWords } from "./words/DemoWords.js";

/** What each group of the drawer's controls is given. */
export type ControlsProps = {
  simulator: SimulatorRemote;
  state: SimulatorState;
  /** Whose calls and sign-in are meant. */
  agentId: string;
  words: DemoWords;
};
