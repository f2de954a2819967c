import { isObject } from "../../gateway/isObject.js";
import type { SavedTimeline } from "./createTimeline.js";
import type { HeldSince } from "./HeldSince.js";

/** What survives a reload, and what tabs tell each other: call IDs and times. No numbers, no Guid. */
export type HoldTimes = {
  readonly timeline: SavedTimeline;
  readonly held: ReadonlyMap<string, HeldSince>;
  /** The earliest possible begin of a call's present hold. */
  readonly earliest: ReadonlyMap<string, number>;
  /** When the last answered request left. */
  readonly checkedAt: number;
};

const keyOf = (scope: string) => `hold-list-panel:hold-times:${scope}`;
const kinds = ["exact", "at-least", "probable"] as const;
const latestDate = 8.64e15;

/**
 * Names the stored times of a list.
 * @param supervised - ID of the agent whose list a supervisor reads; null for the agent's own
 */
export function storageScope(agentId: string, supervised: string | null): string {
  return supervised === null ? agentId : `${agentId} of ${supervised}`;
}

/** Stores hold times. A storage that is full or forbidden costs precision only. */
export function saveHoldTimes(storage: Storage | null, scope: string, times: HoldTimes): void {
  if (succeeds(() => storage?.setItem(keyOf(scope), serialized(times)))) return;
  // A full storage would keep former times, of calls that may be gone.
  succeeds(() => storage?.removeItem(keyOf(scope)));
}

/** The stored hold times, or null where there are none or they cannot be read. */
export function loadHoldTimes(storage: Storage | null, scope: string): HoldTimes | null {
  try {
    return parseHoldTimes(JSON.parse(storage?.getItem(keyOf(scope)) ?? "null"));
  } catch {
    return null;
  }
}

/** Removes the stored times of an agent's own list and of all lists that the agent supervised. */
export function removeHoldTimes(storage: Storage | null, agentId: string): void {
  succeeds(() => {
    const keys = Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? "");
    for (const key of keys)
      if (key === keyOf(agentId) || key.startsWith(keyOf(storageScope(agentId, "")))) storage?.removeItem(key);
  });
}

function succeeds(work: () => void): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}

function serialized(times: HoldTimes): string {
  return JSON.stringify(plainHoldTimes(times));
}

/** Hold times without maps. */
export function plainHoldTimes({ timeline, held, earliest, checkedAt }: HoldTimes): unknown {
  return { timeline, held: [...held], earliest: [...earliest], checkedAt };
}

/** Parses the result of {@link plainHoldTimes}; null where it cannot be read. */
export function parseHoldTimes(value: unknown): HoldTimes | null {
  if (!isObject(value) || !isObject(value.timeline)) return null;
  const { now, wall, monotonic, low, high } = value.timeline;
  if (!isTime(now) || !isTime(wall) || !isTime(monotonic)) return null;
  if (!isBound(low) || !isBound(high)) return null;
  const isPast = (time: unknown): time is number => isTime(time) && time <= now;
  const doubt = parseDoubt(value.timeline.doubt, isPast);
  if (doubt === undefined) return null;

  const held = parseEntries(value.held, (since) => parseSince(since, isPast));
  const earliest = parseEntries(value.earliest, (time) => (isPast(time) ? time : null));
  if (held === null || earliest === null || !isPast(value.checkedAt)) return null;
  return { timeline: { now, wall, monotonic, doubt, low, high }, held, earliest, checkedAt: value.checkedAt };
}

/** Undefined where it cannot be read. */
function parseDoubt(value: unknown, isPast: (time: unknown) => time is number): SavedTimeline["doubt"] | undefined {
  if (value === null) return null;
  return isObject(value) && isPast(value.at) && isTime(value.by) ? { at: value.at, by: value.by } : undefined;
}

/** Entries by call ID; null where one of them cannot be read, since then none can be trusted. */
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

/** Whether a date can be made of it. */
function isTime(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value <= latestDate;
}

function isBound(value: unknown): value is number | null {
  return value === null || (typeof value === "number" && Math.abs(value) <= latestDate);
}
