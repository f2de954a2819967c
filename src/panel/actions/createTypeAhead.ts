import type { KeyboardEvent } from "react";

const pause = 500; // ms, after which a letter begins anew

/** Finds the next element whose words begin with what was typed in a row. */
export function createTypeAhead() {
  let typed = "";
  let typedAt = -Infinity;
  return (event: KeyboardEvent, all: readonly HTMLElement[], at: number): HTMLElement | undefined => {
    const isLetter = [...event.key].length === 1 && event.key !== " ";
    if (!isLetter || event.ctrlKey || event.altKey || event.metaKey) return undefined;
    typed = event.timeStamp - typedAt > pause ? event.key : typed + event.key;
    typedAt = event.timeStamp;
    // A single letter goes on from where it is, more of them may stay there.
    const start = typed.length === 1 ? at + 1 : at;
    return [...all.slice(start), ...all.slice(0, start)].find((one) =>
      one.textContent.toLowerCase().startsWith(typed.toLowerCase()),
    );
  };
}
