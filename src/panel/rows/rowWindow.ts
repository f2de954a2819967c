/** Lists of up to this many rows are drawn whole. */
const drawnWhole = 40;
/** Rows that are drawn beyond each edge of the view. */
const overscan = 16;
/** The window moves when a row so close to its edge comes into view. It is less than `overscan`, or the window would not settle. */
const margin = 8;

/** The rows that are drawn: from the index `from` up to, but without, `to`. */
export type RowWindow = { readonly from: number; readonly to: number };

/** One child of the list: a drawn row, or the place of `count` rows that are not drawn. */
export type Segment = { readonly kind: "row" | "gap"; readonly index: number; readonly count: number };

export const initialWindow: RowWindow = { from: 0, to: drawnWhole };

export const isWindowed = (rows: number) => rows > drawnWhole;

/**
 * The children of a list, in order.
 * @param pinned - indices of rows that are drawn wherever the window is
 */
export function segmentsOf(rows: number, { from, to }: RowWindow, pinned: readonly number[]): readonly Segment[] {
  const drawn = new Set(pinned.filter((index) => index >= 0 && index < rows));
  // A list that became shorter than its window shows its end.
  const start = from < rows ? from : Math.max(0, rows - overscan);
  for (let index = start; index < Math.min(to, rows); index++) drawn.add(index);
  const segments: Segment[] = [];
  let next = 0;
  for (const index of [...drawn].sort((a, b) => a - b)) {
    if (index > next) segments.push({ kind: "gap", index: next, count: index - next });
    segments.push({ kind: "row", index, count: 1 });
    next = index + 1;
  }
  if (next < rows) segments.push({ kind: "gap", index: next, count: rows - next });
  return segments;
}

/** The window for the rows `first` to `last` in view. The same one while they are far enough from its edges. */
export function windowFor(before: RowWindow, rows: number, first: number, last: number): RowWindow {
  const isAboveEdge = before.from > 0 && first - margin < before.from;
  const isBelowEdge = before.to < rows && last + margin >= before.to;
  if (!isAboveEdge && !isBelowEdge) return before;
  return windowAround(first, last);
}

/** The window around some rows. */
export const windowAround = (first: number, last = first): RowWindow => ({
  from: Math.max(0, first - overscan),
  to: last + 1 + overscan,
});

/** Whether the window must move when this child comes into view. */
export function isAtEdge({ kind, index }: Segment, rows: number, { from, to }: RowWindow): boolean {
  if (kind === "gap") return true;
  return (from > 0 && index >= from && index < from + margin) || (to < rows && index >= to - margin && index < to);
}
