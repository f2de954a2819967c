import type { SavedTimeline } from "./createTimeline.js";
import type { HeldSince } from "./HeldSince.js";

/** What outlives a reload: call IDs and times. No numbers, no Guid. */
export type HoldTimes = {
  readonly timeline: SavedTimeline;
  readonly held: ReadonlyMap<string, HeldSince>;
  /** Before when the present hold of a call cannot have begun. */
  readonly earliest: ReadonlyMap<string, number>;
  readonly watchedAt: number;
};

const keyOf = (agentId: string) => `hold-list-panel:hold-times:${agentId}`;
const kinds = ["exact", "at-least", "probable"] as const;
const latestDate = 8.64e15;

/** Stores hold times, or drops them where they are null. A storage that is full or forbidden costs precision only. */
export function saveHoldTimes(storage: Storage | null, agentId: string, times: HoldTimes | null): void {
  if (times !== null && tried(() => storage?.setItem(keyOf(agentId), serialized(times)))) return;
  // Also where the storage is full: it would keep former times, of calls that may be gone.
  tried(() => storage?.removeItem(keyOf(agentId)));
}

/** The stored hold times, or null where there are none, or rubbish. */
export function loadHoldTimes(storage: Storage | null, agentId: string): HoldTimes | null {
  try {
    return parseHoldTimes(JSON.parse(storage?.getItem(keyOf(agentId)) ?? "null"));
  } catch {
    return null;
  }
}

function tried(work: () => void): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}

function serialized({ timeline, held, earliest, watchedAt }: HoldTimes): string {
  return JSON.stringify({ timeline, held: [...held], earliest: [...earliest], watchedAt });
}

function parseHoldTimes(value: unknown): HoldTimes | null {
  if (!isObject(value) || !isObject(value.timeline)) return null;
  const { now, wall, low, high } = value.timeline;
  if (!isTime(now) || !isTime(wall) || !isBound(low) || !isBound(high)) return null;
  const isPast = (time: unknown): time is number => isTime(time) && time <= now;

  const held = parseEntries(value.held, (since) => parseSince(since, isPast));
  const earliest = parseEntries(value.earliest, (time) => (isPast(time) ? time : null));
  if (held === null || earliest === null || !isPast(value.watchedAt)) return null;
  return { timeline: { now, wall, low, high }, held, earliest, watchedAt: value.watchedAt };
}

/** Entries of call IDs; null where one of them cannot be read, since then all are rubbish. */
function parseEntries<T>(value: unknown, parse: (value: unknown) => T | null): Map<string, T> | null {
  if (!Array.isArray(value)) return null;
  const entries = new Map<string, T>();
  for (const entry of value as unknown[]) {
    const [callId, content] = Array.isArray(entry) ? (entry as unknown[]) : [];
    const parsed = parse(content);
    if (typeof callId !== "string" || parsed === null) return null;
    entries.set(callId, parsed);
  }
  return entries;
}

function parseSince(value: unknown, isPast: (time: unknown) => time is number): HeldSince | null {
  if (!isObject(value) || !isPast(value.at) || !isObject(value.certainty)) return null;
  const { at } = value;
  const { kind, gap } = value.certainty;
  if (kind === "observed") return isTime(gap) ? { at, certainty: { kind, gap } } : null;
  const plain = kinds.find((known) => known === kind);
  return plain === undefined ? null : { at, certainty: { kind: plain } };
}

/** Whether it is a number that a date can be made of. */
function isTime(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value <= latestDate;
}

function isBound(value: unknown): value is number | null {
  return value === null || (typeof value === "number" && Math.abs(value) <= latestDate);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
