import { useEffect, useMemo, useState } from "react";
import type { AttentionLevel } from "../../hold-list/attention.js";

/** What an agent asked of a call that is held long: to be acknowledgement until the next threshold, or for a while. */
export type Acknowledgement =
  | { readonly kind: "acknowledged"; readonly level: AttentionLevel }
  /** Until `until`, ms since 1970. */
  | { readonly kind: "snoozed"; readonly until: number };

/** Which calls ask for attention aloud, and what the agent can do about it. */
export type Acknowledgements = {
  readonly unacknowledged: ReadonlyMap<string, AttentionLevel>;
  readonly byCallId: ReadonlyMap<string, Acknowledgement>;
  readonly acknowledge: (callId: string) => void;
  readonly snooze: (callId: string) => void;
};

const snoozeFor = 60_000;

/** Keeps what the agent has acknowledged or snoozed apart from what still calls. */
export function useAcknowledgements(levels: ReadonlyMap<string, AttentionLevel>): Acknowledgements {
  const [asked, setAsked] = useState<ReadonlyMap<string, Acknowledgement>>(new Map());
  const acknowledgement = useMemo(() => withoutEnded(asked, levels), [asked, levels]);
  // What has ended must not come back with a call that does.
  if (acknowledgement.size !== asked.size) setAsked(acknowledgement);

  useEffect(() => {
    const until = Math.min(
      ...[...acknowledgement.values()].map((one) => (one.kind === "snoozed" ? one.until : Infinity)),
    );
    if (until === Infinity) return;
    const timer = setTimeout(
      () => setAsked((before) => new Map([...before].filter(([, one]) => one.kind !== "snoozed" || one.until > until))),
      until - Date.now(),
    );
    return () => clearTimeout(timer);
  }, [acknowledgement]);

  return useMemo(
    () => ({
      byCallId: acknowledgement,
      unacknowledged: new Map([...levels].filter(([callId]) => !acknowledgement.has(callId))),
      acknowledge: (callId) => {
        const level = levels.get(callId);
        if (level !== undefined) setAsked(new Map([...acknowledgement, [callId, { kind: "acknowledged", level }]]));
      },
      snooze: (callId) =>
        setAsked(new Map([...acknowledgement, [callId, { kind: "snoozed", until: Date.now() + snoozeFor }]])),
    }),
    [levels, acknowledgement],
  );
}

/** Without what a further threshold has ended, and without calls that are gone. */
function withoutEnded(
  asked: ReadonlyMap<string, Acknowledgement>,
  levels: ReadonlyMap<string, AttentionLevel>,
): ReadonlyMap<string, Acknowledgement> {
  return new Map(
    [...asked].filter(([callId, one]) =>
      one.kind === "snoozed" ? levels.has(callId) : levels.get(callId) === one.level,
    ),
  );
}
