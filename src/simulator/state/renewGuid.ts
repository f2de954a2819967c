import { createGuid } from "./createGuid.js";
import { type IssuedGuid, type SimulatedSession } from "./SimulatedSession.js";
import { type SimulatorState } from "./SimulatorState.js";

// Older ones can only be stale.
const guidsKept = 20;

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
