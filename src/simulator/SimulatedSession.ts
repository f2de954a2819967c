import { createEventQueue, type EventQueue } from "./EventQueue.js";
import { createGuid } from "./createGuid.js";
import { type SimulatorState } from "./SimulatorState.js";

interface IssuedGuid {
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

/** What a request's Guid is worth: `"overlap"` is a replaced one that is still accepted. */
export type GuidStanding = "current" | "overlap" | "stale" | "missing";

// Older ones can only be stale.
const guidsKept = 20;

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

export function currentGuid({ guids }: SimulatedSession): IssuedGuid {
  return guids.at(-1) ?? guids[0];
}

/** Replaces the Guid at once and gives the new one. */
export function renewGuid(state: SimulatorState, session: SimulatedSession): string {
  const now = state.clock.now();
  const guid = createGuid(state.random, state.settings.node);
  currentGuid(session).replacedAt = now;
  session.guids.push({ guid, issuedAt: now, replacedAt: null });
  if (session.guids.length > guidsKept) session.guids.shift();
  session.renewalDue = false;
  return guid;
}

/**
 * A Guid is good until its validity has passed since its issue (dynamic authentication only), and a replaced one no longer
 * than the overlap since its replacement, whichever is earlier.
 */
export function guidStanding(
  { clock, settings }: SimulatorState,
  session: SimulatedSession,
  guid: string | null,
): GuidStanding {
  if (guid === null || guid === "") return "missing";
  const issued = session.guids.find((one) => one.guid === guid);
  if (issued === undefined) return "stale";
  const now = clock.now();
  if (settings.authentication === "dynamic" && now >= issued.issuedAt + settings.guidValidity) return "stale";
  if (issued.replacedAt === null) return "current";
  return settings.guidOverlap === null || now < issued.replacedAt + settings.guidOverlap ? "overlap" : "stale";
}
