import { type EventQueue } from "./EventQueue.js";

/** A Guid of a session. Times are milliseconds since 1970. */
export interface IssuedGuid {
  guid: string;
  issuedAt: number;
  replacedAt: number | null;
}

/** One sign-in of an agent. Times are milliseconds since 1970. */
export interface SimulatedSession {
  /** Oldest first; the last one is current. */
  guids: [IssuedGuid, ...IssuedGuid[]];
  /** Whether the next answer to an event poll or handshake renews the Guid, whatever its age. */
  renewalDue: boolean;
  signedInAt: number;
  /** The last event poll or handshake. */
  lastSignOfLife: number;
  events: EventQueue;
}
