import { useState } from "react";
import type { HeldCall } from "../../gateway/HeldCall.js";

type NumberText = (number: string) => string;

/**
 * A host's function that turns numbers into text, such as a mask. It keeps its identity while a new one gives the same text for
 * every number: hosts pass functions inline, and a new function alone must not render every row.
 *
 * @param apply - calls a function so that it cannot throw
 */
export function useStableText(
  given: NumberText | undefined,
  calls: readonly HeldCall[],
  apply: (number: string, text: NumberText) => string,
): NumberText | undefined {
  const [stable, setStable] = useState<{ given: NumberText | undefined }>({ given });
  const { given: kept } = stable;
  if (given === kept) return given;
  if (given !== undefined && kept !== undefined) {
    const isSame = (number: string) => number === "" || apply(number, given) === apply(number, kept);
    if (calls.every(({ caller, called }) => isSame(caller) && isSame(called))) return kept;
  }
  setStable({ given });
  return given;
}
