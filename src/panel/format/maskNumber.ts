import { type HeldCall, otherParty } from "../../gateway/HeldCall.js";
import type { HoldListLabels } from "../labels/HoldListLabels.js";
import { withoutBidiControls } from "./withoutBidiControls.js";
import { formatNumber, type FormatNumber, formatted, spokenNumber } from "./numbers.js";

/** Returns what may be shown of a number. The whole number is hidden when it throws or returns no string. */
export type MaskNumber = (number: string) => string;

const hidden = "••••";

/**
 * Hides all but the last four digits: `•••• 8000`. Spaces and punctuation do not count. Of a SIP address, its user part counts. What
 * has four digits or fewer, or a letter, is hidden completely.
 */
export function maskNumber(number: string): string {
  const user = number
    .trim()
    .replace(/^(sips?|tel):/i, "")
    .replace(/[@;].*$/s, "");
  const digits = user.replace(/[^\p{Nd}*#]/gu, "");
  return digits.length > 4 && !/\p{L}/u.test(user) ? `${hidden} ${digits.slice(-4)}` : hidden;
}

/** Applies the host's mask, if there is one. An empty number stays "". */
export function masked(number: string, mask: MaskNumber | undefined): string {
  if (mask === undefined || number === "") return number;
  try {
    const shown: unknown = mask(number);
    return typeof shown === "string" ? shown : hidden;
  } catch {
    return hidden;
  }
}

/** The labels, and how numbers are shown, where that is not the default. */
export type NumberLabels = HoldListLabels & { readonly formatNumber?: FormatNumber | undefined };

/** A number as visible text. */
export function writtenNumber(number: string, mask: MaskNumber | undefined, labels: NumberLabels): string {
  if (number === "") return labels.noNumber;
  return withoutBidiControls(
    mask === undefined ? formatted(number, labels.formatNumber ?? formatNumber) : masked(number, mask),
  );
}

/** The other party's number as visible text inside a sentence. */
export function numberToShow(call: HeldCall, mask: MaskNumber | undefined, labels: NumberLabels): string {
  return writtenNumber(otherParty(call), mask, labels);
}

/** The other party's number in an accessible name, where a screen reader would read a mask's bullets aloud. */
export function numberInWords(call: HeldCall, mask: MaskNumber | undefined, labels: NumberLabels): string {
  const shown = numberToShow(call, mask, labels);
  return mask === undefined || otherParty(call) === "" ? shown : labels.numberEnding(spokenNumber(shown));
}
