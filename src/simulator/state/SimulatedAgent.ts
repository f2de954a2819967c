import { type SimulatedCall, type SimulatedHeldCall } from "./SimulatedCall.js";
import { type SimulatedSession } from "./SimulatedSession.js";

/** An agent and the calls at its phone. Calls outlive a sign-in: who signs in again finds them. */
export interface SimulatedAgent {
  readonly agentId: string;
  session: SimulatedSession | null;
  /** A session that the system ended: its Guid may still fetch the events that say so. */
  endedSession: SimulatedSession | null;
  currentCall: SimulatedCall | null;
  /** By call ID, in the order in which they were put on hold. */
  heldCalls: Map<string, SimulatedHeldCall>;
}

export function createAgent(agentId: string): SimulatedAgent {
  return { agentId, session: null, endedSession: null, currentCall: null, heldCalls: new Map() };
}
