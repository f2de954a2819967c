import { type EventEnvelope } from "./EventEnvelope.js";
import { type SimulatedCall, type SimulatedHeldCall } from "./SimulatedCall.js";
import { type SimulatedSession } from "./SimulatedSession.js";

/** An agent and the calls at its phone. Calls outlive the session: after the next sign-in they are still there. */
export interface SimulatedAgent {
  readonly agentId: string;
  session: SimulatedSession | null;
  /** A session that the system ended. Its Guid can still poll the remaining events. */
  endedSession: SimulatedSession | null;
  currentCall: SimulatedCall | null;
  /** By call ID, in the order in which the calls were put on hold. */
  heldCalls: Map<string, SimulatedHeldCall>;
  /** Receive the agent's events instead of the queue that event polls read. */
  readonly observers: Set<(envelope: EventEnvelope) => void>;
}
