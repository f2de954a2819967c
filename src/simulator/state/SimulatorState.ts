import { type FaultBook } from "./FaultBook.js";
import { type RequestLog } from "./RequestLog.js";
import { type SimulatedAgent } from "./SimulatedAgent.js";
import { type SimulatorClock } from "./SimulatorClock.js";
import { type SimulatorSettings } from "./SimulatorSettings.js";

/** The whole state of one simulator. It is passed to every function that needs it; there are no module variables. */
export interface SimulatorState {
  readonly clock: SimulatorClock;
  readonly random: () => number;
  readonly settings: SimulatorSettings;
  readonly agents: Map<string, SimulatedAgent>;
  readonly faults: FaultBook;
  readonly requests: RequestLog;
}
