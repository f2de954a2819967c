import { createGuid } from "./createGuid.js";
import { type IssuedGuid, type SimulatedSession } from "./SimulatedSession.js";
import { type SimulatorState } from "./SimulatorState.js";

/** A Guid that is no longer in the list is stale, as one that was never issued. */
const maxGuids = 20;

export function currentGuid({ guids }: SimulatedSession): IssuedGuid {
  return guids.at(-1) ?? guids[0];
}

/** Replaces the session's Guid and returns the new one. */
export function renewGuid(state: SimulatorState, session: SimulatedSession): string {
  const now = state.clock.now();
  const guid = createGuid(state.random, state.settings.node);
  currentGuid(session).replacedAt = now;
  session.guids.push({ guid, issuedAt: now, replacedAt: null });
  if (session.guids.length > maxGuids) session.guids.shift();
  session.renewalDue = false;
  return guid;
}
