/** The validity of a request's Guid. `"overlap"`: it has been replaced but is still accepted. */
export type GuidStanding = "current" | "overlap" | "stale" | "missing";
