import { type SimulatedAgent } from "./SimulatedAgent.js";
import { createSession, type SimulatedSession } from "./SimulatedSession.js";
import { sendEvent, type SimulatorState } from "./SimulatorState.js";

/** Ends the agent's session; polls that wait for its events are refused at once. */
export function endSession(agent: SimulatedAgent): void {
  const ended = agent.session;
  agent.session = null;
  agent.endedSession = null;
  ended?.events.wake();
}

/** Signs the agent out as the system does it: AgentOther_ShutdownService is the last event that its Guid can poll. */
export function shutDownSession(state: SimulatorState, agent: SimulatedAgent): void {
  const ended = agent.session;
  if (ended === null) return;
  sendEvent(state, agent, "AgentOther_ShutdownService", { loginTime: ended.signedInAt });
  endSession(agent);
  agent.endedSession = ended;
}

/** A new session in place of a former one, if there is one. */
export function startSession(state: SimulatorState, agent: SimulatedAgent): SimulatedSession {
  endSession(agent);
  agent.session = createSession(state);
  return agent.session;
}

/** The agent's session, unless it ends here since no event was polled for too long. */
export function liveSession({ clock, settings }: SimulatorState, agent: SimulatedAgent): SimulatedSession | null {
  const { session } = agent;
  if (session !== null && settings.signedInTimeout !== null)
    if (clock.now() - session.lastEventPoll >= settings.signedInTimeout) endSession(agent);
  return agent.session;
}
