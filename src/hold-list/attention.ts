import type { HeldCall } from "../gateway/HeldCall.js";
import { callHost } from "../session/callHost.js";

/** How much a held call asks for attention. */
export type AttentionLevel = "none" | "long" | "too-long";

/** How long a call is held before it counts as held long, and as held too long: ms. `Infinity` for never. */
export type AttentionThresholds = { readonly long: number; readonly tooLong: number };

/** Thresholds for all calls, or a function of the call, as by its skill or call type. Without a result the defaults hold. */
export type AttentionSetting = AttentionThresholds | ((call: HeldCall) => AttentionThresholds | undefined);

/** 1 minute and 3 minutes. */
export const defaultThresholds: AttentionThresholds = { long: 60_000, tooLong: 180_000 };

/**
 * The thresholds of each call: the defaults where a host's function throws or gives anything but two numbers. The function is
 * called once for each call.
 */
export function createThresholds(setting: AttentionSetting): (call: HeldCall) => AttentionThresholds {
  const known = new WeakMap<HeldCall, AttentionThresholds>();
  return (call) => {
    const thresholds = known.get(call) ?? thresholdsOf(call, setting);
    known.set(call, thresholds);
    return thresholds;
  };
}

function thresholdsOf(call: HeldCall, setting: AttentionSetting): AttentionThresholds {
  const given: unknown = typeof setting === "function" ? callHost(() => setting(call)) : setting;
  return isThresholds(given) ? given : defaultThresholds;
}

function isThresholds(value: unknown): value is AttentionThresholds {
  if (typeof value !== "object" || value === null) return false;
  const { long, tooLong } = value as { long?: unknown; tooLong?: unknown };
  return typeof long === "number" && typeof tooLong === "number" && !Number.isNaN(long + tooLong);
}

/** The level after `heldFor` ms, and in how many ms the next level follows: `Infinity` where none does. */
export function attentionAfter(
  heldFor: number,
  { long, tooLong }: AttentionThresholds,
): { readonly level: AttentionLevel; readonly nextIn: number } {
  if (heldFor >= tooLong) return { level: "too-long", nextIn: Infinity };
  const level = heldFor >= long ? "long" : "none";
  const ahead = [long, tooLong].map((threshold) => threshold - heldFor).filter((wait) => wait > 0);
  return { level, nextIn: Math.min(...ahead, Infinity) };
}

/** The wait for a call's next level. All in ms. */
export type LevelWait = { readonly endsIn: number; readonly length: number };

/** The wait after `heldFor` ms; null where no level follows. */
export function levelWait(heldFor: number, thresholds: AttentionThresholds): LevelWait | null {
  const { level, nextIn } = attentionAfter(heldFor, thresholds);
  if (nextIn === Infinity) return null;
  return { endsIn: nextIn, length: heldFor + nextIn - (level === "long" ? thresholds.long : 0) };
}

/** The attention levels of a list at one moment. */
export type ListAttention = {
  /** Calls that are held long or too long. */
  readonly levels: ReadonlyMap<string, AttentionLevel>;
  /** Calls whose level has risen since `before`. */
  readonly risen: readonly HeldCall[];
  /** In how many ms the next level follows. */
  readonly nextIn: number;
};

/** Compares each call with its thresholds. `heldFor` gives ms, undefined where nothing is known. */
export function listAttention(
  calls: readonly HeldCall[],
  heldFor: (callId: string) => number | undefined,
  thresholdsOf: (call: HeldCall) => AttentionThresholds,
  before: ReadonlyMap<string, AttentionLevel>,
): ListAttention {
  const levels = new Map<string, AttentionLevel>();
  const risen: HeldCall[] = [];
  let nextIn = Infinity;
  for (const call of calls) {
    const held = heldFor(call.callId);
    if (held === undefined) continue;
    const attention = attentionAfter(held, thresholdsOf(call));
    nextIn = Math.min(nextIn, attention.nextIn);
    if (attention.level === "none") continue;
    levels.set(call.callId, attention.level);
    const former = before.get(call.callId);
    if (former !== attention.level && former !== "too-long") risen.push(call);
  }
  return { levels, risen, nextIn };
}
