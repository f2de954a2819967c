import { type GuidStanding } from "./GuidStanding.js";
import { type SimulatedSession } from "./SimulatedSession.js";
import { type SimulatorState } from "./SimulatorState.js";

/**
 * Checks a Guid against a session. With dynamic authentication a Guid expires `guidValidity` after its issue. A replaced
 * Guid also expires `guidOverlap` after its replacement; the earlier time applies.
 */
export function checkGuid(
  { clock, settings }: SimulatorState,
  session: SimulatedSession,
  guid: string | null,
): GuidStanding {
  if (guid === null || guid === "") return "missing";
  const issued = session.guids.find((known) => known.guid === guid);
  if (issued === undefined) return "stale";
  const now = clock.now();
  if (settings.authentication === "dynamic" && now >= issued.issuedAt + settings.guidValidity) return "stale";
  if (issued.replacedAt === null) return "current";
  return settings.guidOverlap === null || now < issued.replacedAt + settings.guidOverlap ? "overlap" : "stale";
}
