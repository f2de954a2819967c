import { type FaultBook } from "./FaultBook.js";
import { type RequestLog } from "./RequestLog.js";
import { createAgent, type SimulatedAgent } from "./SimulatedAgent.js";
import { type SimulatorClock } from "./SimulatorClock.js";
import { type SimulatorSettings } from "./SimulatorSettings.js";

/** All that a simulator knows. Its parts get it as an argument; nothing is kept outside it. */
export interface SimulatorState {
  readonly clock: SimulatorClock;
  readonly random: () => number;
  readonly settings: SimulatorSettings;
  readonly agents: Map<string, SimulatedAgent>;
  readonly faults: FaultBook;
  readonly requests: RequestLog;
}

/** The agent of this ID, who is made known if need be. */
export function agentOf(state: SimulatorState, agentId: string): SimulatedAgent {
  const agent = state.agents.get(agentId) ?? createAgent(agentId);
  state.agents.set(agentId, agent);
  return agent;
}

/** Lays an event into the queue of the agent's session; without a session nobody could ever poll it. */
export function sendEvent(state: SimulatorState, agent: SimulatedAgent, eventType: string, content: unknown): void {
  agent.session?.events.send({ eventType, content, eventGenTime: state.clock.now() });
}
