import type { HeldSince } from "./HeldSince.js";

const known = new WeakMap<ReadonlyMap<string, HeldSince>, string | undefined>();

/** The ID of the call that was put on hold first, as far as that is known. Found once for each map: every row asks. */
export function longestHeld(since: ReadonlyMap<string, HeldSince>): string | undefined {
  if (!known.has(since)) known.set(since, find(since));
  return known.get(since);
}

function find(since: ReadonlyMap<string, HeldSince>): string | undefined {
  let longest: [callId: string, since: HeldSince] | undefined;
  for (const entry of since) if (longest === undefined || entry[1].at < longest[1].at) longest = entry;
  return longest?.[0];
}
