/**
 * A text field of an answer: gateways send the same field as a string or as a number. Null for a blank, a number that JSON cannot
 * hold exactly (such as a caller above 2^53), and every other type.
 */
export function wireText(value: unknown): string | null {
  if (typeof value === "string") return value.trim() === "" ? null : value;
  return Number.isSafeInteger(value) ? String(value) : null;
}

/** A whole-number field of an answer, sent as a number or as decimal digits. Null for everything else. */
export function wireInteger(value: unknown): number | null {
  const number = typeof value === "string" && /^\s*-?\d+\s*$/.test(value) ? Number(value) : value;
  return typeof number === "number" && Number.isSafeInteger(number) ? number : null;
}
