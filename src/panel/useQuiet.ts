import { useEffect, useMemo, useState } from "react";
import type { AttentionLevel } from "../hold-list/attention.js";

/** What an agent asked of a call that is held long: to be quiet until the next threshold, or for a while. */
export type Quiet =
  | { readonly kind: "acknowledged"; readonly level: AttentionLevel }
  /** Until `until`, ms since 1970. */
  | { readonly kind: "snoozed"; readonly until: number };

/** Which calls ask for attention aloud, and what the agent can do about it. */
export type Quieting = {
  readonly loud: ReadonlyMap<string, AttentionLevel>;
  readonly quiet: ReadonlyMap<string, Quiet>;
  readonly acknowledge: (callId: string) => void;
  readonly snooze: (callId: string) => void;
};

const snoozeFor = 60_000;

/** Keeps what the agent has acknowledged or snoozed apart from what still calls. */
export function useQuiet(levels: ReadonlyMap<string, AttentionLevel>): Quieting {
  const [asked, setAsked] = useState<ReadonlyMap<string, Quiet>>(new Map());
  const quiet = useMemo(() => stillQuiet(asked, levels), [asked, levels]);
  // What has ended must not come back with a call that does.
  if (quiet.size !== asked.size) setAsked(quiet);

  useEffect(() => {
    const until = Math.min(...[...quiet.values()].map((one) => (one.kind === "snoozed" ? one.until : Infinity)));
    if (until === Infinity) return;
    const timer = setTimeout(
      () => setAsked((before) => new Map([...before].filter(([, one]) => one.kind !== "snoozed" || one.until > until))),
      until - Date.now(),
    );
    return () => clearTimeout(timer);
  }, [quiet]);

  return useMemo(
    () => ({
      quiet,
      loud: new Map([...levels].filter(([callId]) => !quiet.has(callId))),
      acknowledge: (callId) => {
        const level = levels.get(callId);
        if (level !== undefined) setAsked(new Map([...quiet, [callId, { kind: "acknowledged", level }]]));
      },
      snooze: (callId) => setAsked(new Map([...quiet, [callId, { kind: "snoozed", until: Date.now() + snoozeFor }]])),
    }),
    [levels, quiet],
  );
}

/** Without what a further threshold has ended, and without calls that are gone. */
function stillQuiet(
  asked: ReadonlyMap<string, Quiet>,
  levels: ReadonlyMap<string, AttentionLevel>,
): ReadonlyMap<string, Quiet> {
  return new Map(
    [...asked].filter(([callId, one]) =>
      one.kind === "snoozed" ? levels.has(callId) : levels.get(callId) === one.level,
    ),
  );
}
