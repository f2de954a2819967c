import type { HeldSince } from "./HeldSince.js";

/** The ID of the call that was put on hold first, as far as that is known; null without any. */
export function longestHeld(since: ReadonlyMap<string, HeldSince>): string | null {
  let longest: [callId: string, since: HeldSince] | undefined;
  for (const entry of since) if (longest === undefined || entry[1].at < longest[1].at) longest = entry;
  return longest?.[0] ?? null;
}
