import { type SimulatedSession } from "./SimulatedSession.js";
import { type SimulatorState } from "./SimulatorState.js";

/** What a request's Guid is worth: `"overlap"` is a replaced one that is still accepted. */
export type GuidStanding = "current" | "overlap" | "stale" | "missing";

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
