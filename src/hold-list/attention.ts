import type { HeldCall } from "../gateway/HeldCall.js";

/** How much a held call asks for attention. */
export type AttentionLevel = "none" | "long" | "too-long";

/** From when on a call is held long, and too long: ms. `Infinity` for never. */
export type AttentionThresholds = { readonly long: number; readonly tooLong: number };

/** The thresholds of all calls, or of each, as by its skill or call type; the usual ones where it gives none. */
export type AttentionSetting = AttentionThresholds | ((call: HeldCall) => AttentionThresholds | undefined);

/** A minute, and three. */
export const usualThresholds: AttentionThresholds = { long: 60_000, tooLong: 180_000 };

/** The thresholds of a call; the usual ones where a host's function gives none or throws. */
export function thresholdsOf(call: HeldCall, setting: AttentionSetting): AttentionThresholds {
  if (typeof setting !== "function") return setting;
  try {
    return setting(call) ?? usualThresholds;
  } catch {
    return usualThresholds;
  }
}

/** The level after `heldFor` ms, and in how many ms the next one comes: Infinity where none does. */
export function attentionAfter(
  heldFor: number,
  { long, tooLong }: AttentionThresholds,
): { readonly level: AttentionLevel; readonly nextIn: number } {
  if (heldFor >= tooLong) return { level: "too-long", nextIn: Infinity };
  const level = heldFor >= long ? "long" : "none";
  const ahead = [long, tooLong].map((threshold) => threshold - heldFor).filter((wait) => wait > 0);
  return { level, nextIn: Math.min(...ahead, Infinity) };
}
