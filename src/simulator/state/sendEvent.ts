import { type SimulatedAgent } from "./SimulatedAgent.js";
import { type SimulatorState } from "./SimulatorState.js";

/** Queues an event for the agent's session. Without a session the event is dropped, since no Guid could poll it. */
export function sendEvent(state: SimulatorState, agent: SimulatedAgent, eventType: string, content: unknown): void {
  agent.session?.events.send({ eventType, content, eventGenTime: state.clock.now() });
}
