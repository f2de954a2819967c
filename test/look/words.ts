import { en, type HoldListLabels } from "../../src/index.js";

/** English in words a third longer than English, as many a language has them: "Uup too daatee". */
export const longWords = lengthened(en) as HoldListLabels;

function lengthened(value: unknown): unknown {
  if (typeof value === "string") return value.replace(/[aeiou]/gi, "$&$&");
  if (typeof value === "function")
    return (...args: unknown[]): unknown => lengthened((value as (...given: unknown[]) => unknown)(...args));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, key === "language" ? one : lengthened(one)]),
  );
}
