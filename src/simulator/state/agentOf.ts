import { type SimulatedAgent } from "./SimulatedAgent.js";
import { type SimulatorState } from "./SimulatorState.js";

/** The agent with this ID. It is created on first use. */
export function agentOf({ agents }: SimulatorState, agentId: string): SimulatedAgent {
  const known = agents.get(agentId);
  if (known !== undefined) return known;
  const agent: SimulatedAgent = {
    agentId,
    session: null,
    endedSession: null,
    currentCall: null,
    heldCalls: new Map(),
    observers: new Set(),
  };
  agents.set(agentId, agent);
  return agent;
}
