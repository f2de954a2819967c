import { createEventQueue } from "./createEventQueue.js";
import { createGuid } from "./createGuid.js";
import { sendEvent } from "./sendEvent.js";
import { type SimulatedAgent } from "./SimulatedAgent.js";
import { type SimulatedSession } from "./SimulatedSession.js";
import { type SimulatorState } from "./SimulatorState.js";

/** Starts a session and ends the previous one, if there is one. */
export function startSession({ clock, random, settings }: SimulatorState, agent: SimulatedAgent): SimulatedSession {
  endSession(agent);
  const now = clock.now();
  agent.session = {
    guids: [{ guid: createGuid(random, settings.node), issuedAt: now, replacedAt: null }],
    renewalDue: false,
    signedInAt: now,
    lastSignOfLife: now,
    events: createEventQueue(clock),
  };
  return agent.session;
}

/** Ends the agent's session. Event polls in progress are refused at once. */
export function endSession(agent: SimulatedAgent): void {
  const ended = agent.session;
  agent.session = null;
  agent.endedSession = null;
  ended?.events.wake();
}

/** Signs the agent out as the system does: AgentOther_ShutdownService is the last event that its Guid can poll. */
export function shutDownSession(state: SimulatorState, agent: SimulatedAgent): void {
  const ended = agent.session;
  if (ended === null) return;
  sendEvent(state, agent, "AgentOther_ShutdownService", { loginTime: String(ended.signedInAt) });
  endSession(agent);
  agent.endedSession = ended;
}

/** The agent's session. Ends it first if it gave no sign of life for `signedInTimeout`. */
export function liveSession({ clock, settings }: SimulatorState, agent: SimulatedAgent): SimulatedSession | null {
  const { session } = agent;
  if (session !== null && settings.signedInTimeout !== null)
    if (clock.now() - session.lastSignOfLife >= settings.signedInTimeout) endSession(agent);
  return agent.session;
}
