import { type EventEnvelope } from "../state/EventEnvelope.js";
import { type SimulatedAgent } from "../state/SimulatedAgent.js";
import { type SimulatorState } from "../state/SimulatorState.js";
import { toWireEvent } from "../state/toWireEvent.js";

/** Registers an observer of the agent's events, passes it the events that wait, and returns its unsubscribe function. */
export function observeEvents(
  { settings }: SimulatorState,
  { agentId, session, observers }: SimulatedAgent,
  onEvents: (envelope: EventEnvelope) => void,
): () => void {
  // A function of its own for each registration, so that one observer can register twice.
  const observer = (envelope: EventEnvelope) => onEvents(envelope);
  observers.add(observer);
  const eventList = [];
  for (let event = session?.events.take(); event !== undefined; event = session?.events.take())
    eventList.push(toWireEvent(settings, agentId, event));
  if (eventList.length > 0) observer({ workNo: agentId, eventList });
  return () => void observers.delete(observer);
}
