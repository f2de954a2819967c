import { type SimulatedAgent } from "./SimulatedAgent.js";
import { type SimulatorState } from "./SimulatorState.js";
import { toWireEvent } from "./toWireEvent.js";

/**
 * Sends an event: to the agent's observers if there are any, otherwise to the queue that event polls read. Without a session
 * the event is dropped, as nobody is signed in who could receive it.
 */
export function sendEvent(
  { clock, settings }: SimulatorState,
  { agentId, session, observers }: SimulatedAgent,
  eventType: string,
  content: unknown,
  eventGenTime = clock.now(),
): void {
  if (session === null) return;
  const event = { eventType, content, eventGenTime };
  if (observers.size === 0) session.events.send(event);
  for (const observer of observers) observer({ workNo: agentId, eventList: [toWireEvent(settings, agentId, event)] });
}
