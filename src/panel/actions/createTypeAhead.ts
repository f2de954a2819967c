import type { KeyboardEvent } from "react";

const pause = 500; // ms between two letters, after which the search starts again

/** Finds the next element whose text starts with the letters typed so far. Ignores keys with Ctrl, Alt or Meta. */
export function createTypeAhead() {
  let typed = "";
  let typedAt = -Infinity;
  return (event: KeyboardEvent, all: readonly HTMLElement[], at: number): HTMLElement | undefined => {
    const isLetter = [...event.key].length === 1 && event.key !== " ";
    if (!isLetter || event.ctrlKey || event.altKey || event.metaKey) return undefined;
    typed = event.timeStamp - typedAt > pause ? event.key : typed + event.key;
    typedAt = event.timeStamp;
    // The first letter moves on from the present element; further letters may keep it.
    const start = typed.length === 1 ? at + 1 : at;
    return [...all.slice(start), ...all.slice(0, start)].find((one) =>
      one.textContent.toLowerCase().startsWith(typed.toLowerCase()),
    );
  };
}
