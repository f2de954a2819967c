import { createEventQueue, type EventQueue } from "./EventQueue.js";
import { createGuid } from "./createGuid.js";
import { type SimulatorState } from "./SimulatorState.js";

/** A Guid of a session, and when (ms since 1970) it came and went. */
export interface IssuedGuid {
  guid: string;
  issuedAt: number;
  replacedAt: number | null;
}

/** One sign-in of an agent. */
export interface SimulatedSession {
  /** Oldest first; the last one is current. */
  guids: [IssuedGuid, ...IssuedGuid[]];
  /** Whether the next answer to an event poll brings a new Guid, whatever the age of the present one. */
  renewalDue: boolean;
  signedInAt: number;
  lastEventPoll: number;
  events: EventQueue;
}

export function createSession({ clock, random, settings }: SimulatorState): SimulatedSession {
  const now = clock.now();
  return {
    guids: [{ guid: createGuid(random, settings.node), issuedAt: now, replacedAt: null }],
    renewalDue: false,
    signedInAt: now,
    lastEventPoll: now,
    events: createEventQueue(clock),
  };
}
