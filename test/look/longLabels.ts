import { en, type HoldListLabels } from "../../src/index.js";

/** English labels with doubled vowels ("Uup too daatee"): a third longer, as in many other languages. */
export const longLabels = lengthen(en) as HoldListLabels;

function lengthen(value: unknown): unknown {
  if (typeof value === "string") return value.replace(/[aeiou]/gi, "$&$&");
  if (typeof value === "function")
    return (...args: unknown[]): unknown => lengthen((value as (...given: unknown[]) => unknown)(...args));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, label]) => [key, key === "language" ? label : lengthen(label)]),
  );
}
