import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { AttentionLevel } from "../../hold-list/attention.js";
import { isObject } from "../../gateway/isObject.js";
import type { Tabs } from "../../hold-list/tabs/createTabs.js";
import { useTabTopic } from "../../hold-list/tabs/useTabTopic.js";
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

/** Keeps which calls the agent has acknowledged or snoozed, in any tab. A call that leaves hold loses both. */
export function useAcknowledgements(levels: ReadonlyMap<string, AttentionLevel>, tabs: Tabs): Acknowledgements {
  const [kept, setKept] = useState<ReadonlyMap<string, Acknowledgement>>(new Map());
  const byCallId = useMemo(() => filter(kept, (one, callId) => isValid(one, levels.get(callId))), [kept, levels]);
  // An acknowledgement that has ended must not come back with its call.
  if (byCallId !== kept) setKept(byCallId);

  const publish = useTabTopic(tabs, "acknowledgements", {
    receive: (data) => setKept((before) => new Map([...before, ...parseAcknowledgements(data)])),
    onJoined: () => publish(plainAcknowledgements(byCallId)),
  });
  const keep = useCallback(
    (callId: string, acknowledgement: Acknowledgement) => {
      setKept((before) => new Map(before).set(callId, acknowledgement));
      publish(plainAcknowledgements(new Map([[callId, acknowledgement]])));
    },
    [publish],
  );

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

  const acknowledge = useCallback(
    (callId: string) => {
      const level = latestLevels.current.get(callId);
      if (level !== undefined) keep(callId, { kind: "acknowledged", level });
    },
    [keep],
  );
  const snooze = useCallback(
    (callId: string) => keep(callId, { kind: "snoozed", until: performance.now() + snoozeTime }),
    [keep],
  );

  return useMemo(
    () => ({ byCallId, unacknowledged: filter(levels, (_, callId) => !byCallId.has(callId)), acknowledge, snooze }),
    [levels, byCallId, acknowledge, snooze],
  );
}

/** Entries for other tabs, whose `performance.now()` differs: `until` becomes ms since 1970. */
function plainAcknowledgements(acknowledgements: ReadonlyMap<string, Acknowledgement>): unknown {
  return [...acknowledgements].map(([callId, one]) => [
    callId,
    one.kind === "snoozed" ? { ...one, until: Date.now() + one.until - performance.now() } : one,
  ]);
}

/** Parses the entries of another tab, without those that cannot be read. */
function parseAcknowledgements(data: unknown): [string, Acknowledgement][] {
  return (Array.isArray(data) ? data : []).flatMap((entry: unknown): [string, Acknowledgement][] => {
    const [callId, one] = Array.isArray(entry) ? (entry as unknown[]) : [];
    if (typeof callId !== "string" || !isObject(one)) return [];
    const { kind, level, until } = one;
    if (kind === "acknowledged" && (level === "long" || level === "too-long")) return [[callId, { kind, level }]];
    if (kind !== "snoozed" || typeof until !== "number") return [];
    const left = Math.min(until - Date.now(), snoozeTime);
    return left > 0 ? [[callId, { kind, until: performance.now() + left }]] : [];
  });
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
