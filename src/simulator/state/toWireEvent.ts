import { type WireEvent } from "./EventEnvelope.js";
import { type SimulatedEvent } from "./EventQueue.js";
import { type SimulatorSettings } from "./SimulatorSettings.js";

/** The event in the gateway's form. */
export function toWireEvent(
  settings: SimulatorSettings,
  workNo: string,
  { eventType, content, eventGenTime }: SimulatedEvent,
): WireEvent {
  const event = { eventType, workNo, content };
  return settings.eventGenTime ? { ...event, eventGenTime } : event;
}
