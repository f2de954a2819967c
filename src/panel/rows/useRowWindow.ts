import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useIsomorphicLayoutEffect } from "../../hold-list/useIsomorphicLayoutEffect.js";
import {
  initialWindow,
  isAtEdge,
  isWindowed,
  type RowWindow,
  type Segment,
  segmentsOf,
  windowAround,
  windowFor,
} from "./rowWindow.js";

/** What a list draws of its rows. */
export type DrawnRows = {
  /** Receives the list. */
  readonly list: RefObject<HTMLUListElement | null>;
  readonly segments: readonly Segment[];
  /** Whether some rows may not be drawn. */
  readonly isPartial: boolean;
  /** The height of a row, px; 0 while it is unknown. */
  readonly rowHeight: number;
  /** Draws a row before the next frame. */
  readonly draw: (index: number) => void;
};

/**
 * Draws only the rows near the view when there are many. An IntersectionObserver moves the window, so that nothing runs while
 * nothing comes into view, whichever element scrolls. A browser without one draws all rows.
 */
export function useRowWindow(rows: number, pinned: readonly number[]): DrawnRows {
  const list = useRef<HTMLUListElement>(null);
  const [drawn, setDrawn] = useState<RowWindow>(initialWindow);
  const [rowHeight, setRowHeight] = useState(0);
  const isPartial = isWindowed(rows) && typeof IntersectionObserver === "function";
  const segments = useMemo(
    () => segmentsOf(rows, isPartial ? drawn : { from: 0, to: rows }, pinned),
    [rows, isPartial, drawn, pinned],
  );
  const latest = useRef({ segments, rows });
  useIsomorphicLayoutEffect(() => {
    latest.current = { segments, rows };
  }, [segments, rows]);

  const update = useCallback(() => {
    const element = list.current;
    if (element === null) return;
    const { segments, rows } = latest.current;
    const boxes = [...element.children].map((child) => child.getBoundingClientRect());
    const heights = boxes.filter((_, at) => segments[at]?.kind === "row").map(({ height }) => height);
    const height = Math.min(...heights); // details make a row taller
    if (!(height > 0) || boxes.length !== segments.length) return; // not shown
    setRowHeight(height);
    const { top, bottom } = element.getBoundingClientRect();
    const viewTop = Math.max(0, top);
    const viewBottom = Math.max(viewTop, Math.min(element.ownerDocument.documentElement.clientHeight, bottom));
    const rowAt = (y: number) => {
      const found = boxes.findIndex((box) => y < box.bottom);
      const at = found === -1 ? boxes.length - 1 : found;
      const { index, count } = segments[at] ?? { index: 0, count: 1 };
      const within = Math.floor((y - (boxes[at]?.top ?? 0)) / height);
      return index + Math.max(0, Math.min(count - 1, within));
    };
    setDrawn((before) => windowFor(before, rows, rowAt(viewTop), rowAt(viewBottom)));
  }, []);

  // Before the first paint, for the height of the rows.
  useIsomorphicLayoutEffect(() => {
    if (isPartial) update();
  }, [isPartial, update]);

  useEffect(() => {
    const element = list.current;
    if (!isPartial || element === null) return;
    const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && update(), {
      rootMargin: "200px 0px",
    });
    segments.forEach((segment, at) => {
      const child = element.children[at];
      if (child !== undefined && isAtEdge(segment, rows, drawn)) observer.observe(child);
    });
    return () => observer.disconnect();
  }, [isPartial, segments, rows, drawn, update]);

  const draw = useCallback((index: number) => setDrawn(windowAround(index)), []);
  return { list, segments, isPartial, rowHeight, draw };
}
