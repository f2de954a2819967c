import { type RefObject, useEffect, useState } from "react";
import { focusedIn } from "../parts/useFocusLoss.js";
import { useIsomorphicLayoutEffect } from "../../hold-list/useIsomorphicLayoutEffect.js";

/**
 * How a line below a row stands: in full; `brief`, in the place of the row's own words, while its height would push away what the
 * hand is on; `blank`, with its height only, while its going would.
 */
export type OutcomePlacement = "none" | "full" | "brief" | "blank";

const moves = ["pointerover", "pointerout", "focusin", "focusout"];

/** Shows a line and takes it away without moving a row below it under the pointer or the focus. @param inRow - anything in the row */
export function useOutcomePlacement(isWanted: boolean, inRow: RefObject<Element | null>): OutcomePlacement {
  const [place, setPlace] = useState<OutcomePlacement>("none");

  useIsomorphicLayoutEffect(() => {
    // Asked only where something comes or goes: it looks at the whole list.
    const mayMove = () => !isHandBelow(inRow.current);
    setPlace((before) => {
      if (isWanted) return before === "full" || before === "blank" || mayMove() ? "full" : "brief";
      return before === "full" && !mayMove() ? "blank" : "none";
    });
  }, [isWanted, inRow]);

  const isHeldBack = place === "brief" || place === "blank";
  useEffect(() => {
    if (!isHeldBack) return;
    // After the event: what has the focus, or is under the pointer, is known then.
    let frame = 0;
    const look = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        if (!isHandBelow(inRow.current)) setPlace(isWanted ? "full" : "none");
      });
    };
    for (const move of moves) document.addEventListener(move, look);
    return () => {
      cancelAnimationFrame(frame);
      for (const move of moves) document.removeEventListener(move, look);
    };
  }, [isHeldBack, isWanted, inRow]);

  return place;
}

/** Whether the pointer or the focus is on a row below. */
function isHandBelow(element: Element | null): boolean {
  const row = element?.closest("li") ?? null;
  const focused = focusedIn(row);
  const isBelow = (other: Element | null | undefined) =>
    row !== null && other != null && (row.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const list = row?.parentElement;
  return (
    isBelow(list?.querySelector("li:hover")) || (list?.contains(focused) === true && isBelow(focused?.closest("li")))
  );
}
