import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { AttentionLevel } from "../../hold-list/attention.js";
import { useIsomorphicLayoutEffect } from "../../hold-list/useIsomorphicLayoutEffect.js";

/** What an agent has asked for about a call that is held long. */
export type Acknowledgement =
  /** No reminder before the call crosses its next threshold. */
  | { readonly kind: "acknowledged"; readonly level: AttentionLevel }
  /** No reminder before `until`, ms on the clock of `performance.now()`, which no change of the machine's time moves. */
  | { readonly kind: "snoozed"; readonly until: number };

export type Acknowledgements = {
  /** Calls that are held long and are neither acknowledged nor snoozed. */
  readonly unacknowledged: ReadonlyMap<string, AttentionLevel>;
  readonly byCallId: ReadonlyMap<string, Acknowledgement>;
  /** The same function at each render, like `snooze`. */
  readonly acknowledge: (callId: string) => void;
  readonly snooze: (callId: string) => void;
};

const snoozeTime = 60_000; // ms

/** Keeps which calls the agent has acknowledged or snoozed. A call that leaves hold loses both. */
export function useAcknowledgements(levels: ReadonlyMap<string, AttentionLevel>): Acknowledgements {
  const [kept, setKept] = useState<ReadonlyMap<string, Acknowledgement>>(new Map());
  const byCallId = useMemo(() => filter(kept, (one, callId) => isValid(one, levels.get(callId))), [kept, levels]);
  // An acknowledgement that has ended must not come back with its call.
  if (byCallId !== kept) setKept(byCallId);

  const latestLevels = useRef(levels);
  useIsomorphicLayoutEffect(() => {
    latestLevels.current = levels;
  }, [levels]);

  useEffect(() => {
    const until = [...byCallId.values()].reduce(
      (earliest, one) => (one.kind === "snoozed" ? Math.min(earliest, one.until) : earliest),
      Infinity,
    );
    if (until === Infinity) return;
    const timer = setTimeout(
      () => setKept((before) => filter(before, (one) => one.kind !== "snoozed" || one.until > until)),
      until - performance.now(),
    );
    return () => clearTimeout(timer);
  }, [byCallId]);

  const acknowledge = useCallback((callId: string) => {
    const level = latestLevels.current.get(callId);
    if (level !== undefined) setKept((before) => new Map(before).set(callId, { kind: "acknowledged", level }));
  }, []);
  const snooze = useCallback((callId: string) => {
    const until = performance.now() + snoozeTime;
    setKept((before) => new Map(before).set(callId, { kind: "snoozed", until }));
  }, []);

  return useMemo(
    () => ({ byCallId, unacknowledged: filter(levels, (_, callId) => !byCallId.has(callId)), acknowledge, snooze }),
    [levels, byCallId, acknowledge, snooze],
  );
}

/** A snooze ends when the call leaves hold or falls below its thresholds, an acknowledgement at any other level. */
function isValid(acknowledgement: Acknowledgement, level: AttentionLevel | undefined): boolean {
  return acknowledgement.kind === "snoozed" ? level !== undefined : level === acknowledgement.level;
}

/** The same map if all entries stay. */
function filter<Value>(
  map: ReadonlyMap<string, Value>,
  stays: (value: Value, key: string) => boolean,
): ReadonlyMap<string, Value> {
  const kept = [...map].filter(([key, value]) => stays(value, key));
  return kept.length === map.size ? map : new Map(kept);
}
