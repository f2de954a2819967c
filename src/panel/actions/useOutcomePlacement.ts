import { type RefObject, useEffect, useState } from "react";
import { focusedIn } from "../parts/useFocusLoss.js";
import { useIsomorphicLayoutEffect } from "../../hold-list/useIsomorphicLayoutEffect.js";

/**
 * Where an outcome line is shown. "full": below the row. "inline": in place of the row's call type and ID, since its height would
 * move a row that is hovered or focused. "reserved": it is invisible and keeps its height, since its removal would move such a row.
 */
export type OutcomePlacement = "none" | "full" | "inline" | "reserved";

const moves = ["pointerover", "pointerout", "focusin", "focusout"];

/** Shows and removes a line without moving a row below it that is hovered or focused. @param inRow - any element of the row */
export function useOutcomePlacement(isShown: boolean, inRow: RefObject<Element | null>): OutcomePlacement {
  const [placement, setPlacement] = useState<OutcomePlacement>("none");

  useIsomorphicLayoutEffect(() => {
    // A function, since it queries the whole list: only called when a line comes or goes.
    const mayMoveRows = () => !isRowBelowInUse(inRow.current);
    setPlacement((before) => {
      if (isShown) return before === "full" || before === "reserved" || mayMoveRows() ? "full" : "inline";
      return before === "full" && !mayMoveRows() ? "reserved" : "none";
    });
  }, [isShown, inRow]);

  const isPending = placement === "inline" || placement === "reserved";
  useEffect(() => {
    if (!isPending) return;
    // In the next frame: then the new hover and focus states are known.
    let frame = 0;
    const update = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        if (!isRowBelowInUse(inRow.current)) setPlacement(isShown ? "full" : "none");
      });
    };
    for (const move of moves) document.addEventListener(move, update);
    return () => {
      cancelAnimationFrame(frame);
      for (const move of moves) document.removeEventListener(move, update);
    };
  }, [isPending, isShown, inRow]);

  return placement;
}

/** Whether a row below is hovered or has the focus. */
function isRowBelowInUse(element: Element | null): boolean {
  const row = element?.closest("li") ?? null;
  const focused = focusedIn(row);
  const isBelow = (other: Element | null | undefined) =>
    row !== null && other != null && (row.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const list = row?.parentElement;
  return (
    isBelow(list?.querySelector("li:hover")) || (list?.contains(focused) === true && isBelow(focused?.closest("li")))
  );
}
