import { type FocusEvent, type KeyboardEvent, type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import { type HeldCall, otherParty } from "../../gateway/HeldCall.js";
import { useIsomorphicLayoutEffect } from "../../hold-list/useIsomorphicLayoutEffect.js";
import type { Acknowledgements } from "../alerts/useAcknowledgements.js";
import { callIdSuffixes } from "../format/callIdSuffixes.js";
import type { HoldListOrder } from "../HoldListOrder.js";
import { ignoreRepeat } from "../parts/PanelButton.js";
import { type LostFocus, useFocusLoss } from "../parts/useFocusLoss.js";
import { HeldCallRow, type RowSettings } from "./HeldCallRow.js";
import { KeptFocus } from "./KeptFocus.js";
import { moveFocus } from "./moveFocus.js";
import type { ShownCall } from "./stableRows.js";
import { useMisclickGuard } from "./useMisclickGuard.js";
import { useRowWindow } from "./useRowWindow.js";
import { useShownCalls } from "./useShownCalls.js";

type HeldCallListProps = Omit<RowSettings, "onAcknowledge" | "onSnooze" | "onFocusLost" | "onToggle" | "onPin"> & {
  calls: readonly HeldCall[];
  order: HoldListOrder;
  /** Whether rows must keep their places. */
  isFrozen: boolean;
  acknowledgements: Acknowledgements;
  /** Whether a call is shown; undefined where all are. */
  matches: ((call: HeldCall) => boolean) | undefined;
  /** Called when a control that has the focus is removed and no other row can take it. */
  onFocusLost: () => void;
};

/** A row for each held call, and for a few seconds one for each departed call. Renders nothing without rows. */
export function HeldCallList({ calls, order, isFrozen, matches, ...props }: HeldCallListProps): ReactNode {
  const all = useShownCalls(calls, order, isFrozen);
  const shown = useMemo(() => (matches === undefined ? all : all.filter(({ call }) => matches(call))), [all, matches]);
  return shown.length === 0 ? null : <Rows all={all} shown={shown} order={order} {...props} />;
}

type RowsProps = Omit<HeldCallListProps, "calls" | "isFrozen" | "matches"> & {
  all: readonly ShownCall[];
  /** Those that the filter leaves. */
  shown: readonly ShownCall[];
};

function Rows({ all, shown, order, acknowledgements, onFocusLost, ...rowSettings }: RowsProps): ReactNode {
  const guard = useMisclickGuard<HTMLUListElement>();
  // Of all calls, so that the filter changes no row that it leaves.
  const suffixes = useMemo(() => callIdSuffixes(all.map(({ call }) => call.callId)), [all]);
  const twins = useMemo(() => callsWithSameNumber(all), [all]);
  const { open, toggle } = useOpenRows(all);
  const [confirming, setConfirming] = useState<ReadonlySet<string>>(new Set());
  const onPin = useCallback(
    (callId: string, isPinned: boolean) => setConfirming((before) => withMember(before, callId, isPinned)),
    [],
  );
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const pinned = useMemo(
    () => pinnedRows(shown, new Set([...open, ...confirming]), focusedId),
    [shown, open, confirming, focusedId],
  );
  const { list, segments, isPartial, rowHeight, draw } = useRowWindow(shown.length, pinned);
  // The list goes with all its rows, so that none can take the focus.
  useFocusLoss(list, ({ isVisible }) => isVisible && onFocusLost());
  const onRowFocusLost = useCallback(
    (row: HTMLElement | null, lost: LostFocus) => moveFocus(row, lost, onFocusLost),
    [onFocusLost],
  );

  const focusIn = (index: number, control: string | undefined) => {
    const row = list.current?.children[segments.findIndex((one) => one.kind === "row" && one.index === index)];
    if (row === undefined) return false;
    const controls = controlsOf(row);
    const same = controls.find(({ dataset }) => dataset.hlpControl === control);
    (same ?? controls[0])?.focus();
    return true;
  };
  const wanted = useRef<{ index: number; control: string | undefined }>(null);
  useIsomorphicLayoutEffect(() => {
    if (wanted.current !== null && focusIn(wanted.current.index, wanted.current.control)) wanted.current = null;
  });

  /** Arrow up and down focus the same control of the next row that has it, Home and End that of the first and the last row. */
  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>) => {
    const control = controlAt(event.target);
    if (control === null) return;
    ignoreRepeat(event);
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const at = segmentAt(event.currentTarget, control);
    const { index } = segments[at] ?? { index: 0 };
    const name = control.dataset.hlpControl;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined && event.key !== "Home" && event.key !== "End") return;
    // Past rows that do not have the control, as far as rows are drawn.
    const rows = step === undefined ? [] : drawnBeyond(at, step);
    const found = rows.find((one) => controlsOf(one).some(({ dataset }) => dataset.hlpControl === name));
    const next =
      step === undefined
        ? event.key === "Home"
          ? 0
          : shown.length - 1
        : found === undefined
          ? index + step * (rows.length + 1)
          : (segments[segmentAt(event.currentTarget, found)]?.index ?? index);
    if (next < 0 || next >= shown.length) return;
    event.preventDefault();
    if (focusIn(next, name)) return;
    wanted.current = { index: next, control: name };
    draw(next);
  };
  /** The rows that follow a child without a gap, in one direction. */
  const drawnBeyond = (at: number, step: number): Element[] => {
    const rows: Element[] = [];
    for (let next = at + step; segments[next]?.kind === "row"; next += step) {
      const row = list.current?.children[next];
      if (row !== undefined) rows.push(row);
    }
    return rows;
  };
  const onFocus = ({ target, currentTarget }: FocusEvent<HTMLUListElement>) => {
    if (!isPartial) return;
    const segment = segments[segmentAt(currentTarget, target)];
    if (segment?.kind === "row") setFocusedId(shown[segment.index]?.call.callId ?? null);
  };

  return (
    <KeptFocus list={list}>
      {/* VoiceOver ignores a list with `list-style: none` unless it has the role. The list handles arrow keys that bubble up from the
          buttons, since it knows the order of the rows. */}
      {/* eslint-disable-next-line jsx-a11y/no-redundant-roles, jsx-a11y/no-noninteractive-element-interactions */}
      <ul
        className="hlp-list"
        data-acting={rowSettings.acting === undefined ? undefined : ""}
        part="list"
        role="list"
        ref={list}
        aria-label={rowSettings.labels.list[order]}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        {...guard}
      >
        {segments.map(({ kind, index, count }) => {
          const row = shown[index];
          if (kind === "gap" || row === undefined) {
            const height = rowHeight === 0 ? `${count * 5}em` : `${count * rowHeight}px`;
            return <li key={`gap ${index}`} role="presentation" style={{ blockSize: height }} />;
          }
          const { call, left } = row;
          return (
            <HeldCallRow
              key={call.callId}
              call={call}
              left={left}
              suffix={suffixes.get(call.callId) ?? call.callId}
              isTwin={twins.has(call.callId)}
              isOpen={open.has(call.callId)}
              position={isPartial ? index + 1 : undefined}
              count={isPartial ? shown.length : undefined}
              onToggle={toggle}
              onPin={onPin}
              onFocusLost={onRowFocusLost}
              acknowledgement={acknowledgements.byCallId.get(call.callId)}
              onAcknowledge={acknowledgements.acknowledge}
              onSnooze={acknowledgements.snooze}
              {...rowSettings}
            />
          );
        })}
      </ul>
    </KeptFocus>
  );
}

/** Which rows show their details. A call that leaves the list loses it. */
function useOpenRows(all: readonly ShownCall[]): { open: ReadonlySet<string>; toggle: (callId: string) => void } {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  if (open.size > 0) {
    const stay = new Set(all.map(({ call }) => call.callId).filter((callId) => open.has(callId)));
    if (stay.size < open.size) setOpen(stay);
  }
  const toggle = useCallback((callId: string) => {
    setOpen((before) => withMember(before, callId, !before.has(callId)));
  }, []);
  return { open, toggle };
}

function withMember(ids: ReadonlySet<string>, callId: string, isMember: boolean): ReadonlySet<string> {
  const after = new Set(ids);
  if (isMember) after.add(callId);
  else after.delete(callId);
  return after;
}

const noRows: readonly number[] = [];

/** The rows that are drawn also out of view: those with details or a confirmation, and around the one that had the focus last, so that Tab finds its neighbours. */
function pinnedRows(
  shown: readonly ShownCall[],
  kept: ReadonlySet<string>,
  focusedId: string | null,
): readonly number[] {
  if (kept.size === 0 && focusedId === null) return noRows;
  return shown.flatMap(({ call: { callId } }, index) => {
    if (callId === focusedId) return [index - 1, index, index + 1];
    return kept.has(callId) ? [index] : [];
  });
}

/** The IDs of the calls whose number another call has too. */
function callsWithSameNumber(all: readonly ShownCall[]): ReadonlySet<string> {
  const first = new Map<string, string>();
  const twins = new Set<string>();
  for (const { call } of all) {
    const other = first.get(otherParty(call));
    if (other === undefined) first.set(otherParty(call), call.callId);
    else twins.add(call.callId).add(other);
  }
  return twins;
}

const controlsOf = (row: Element) => [...row.querySelectorAll<HTMLElement>("[data-hlp-control]")];

/** The place of an element's row among the list's children. */
function segmentAt(list: Element, inside: Element): number {
  return [...list.children].findIndex((child) => child.contains(inside));
}

/** Not by `instanceof`: in a window that a host opened, elements are of another realm. */
function controlAt(target: EventTarget): HTMLElement | null {
  return "closest" in target ? (target as Element).closest<HTMLElement>("[data-hlp-control]") : null;
}
