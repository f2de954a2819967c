import { type KeyboardEvent, type ReactNode, useCallback, useMemo } from "react";
import { type HeldCall, otherParty } from "../../gateway/HeldCall.js";
import type { Acknowledgements } from "../alerts/useAcknowledgements.js";
import { callIdSuffixes } from "../format/callIdSuffixes.js";
import type { HoldListOrder } from "../HoldListOrder.js";
import { ignoreRepeat } from "../parts/PanelButton.js";
import type { LostFocus } from "../parts/useFocusLoss.js";
import { drawnRows } from "./drawnRows.js";
import { HeldCallRow, type RowSettings } from "./HeldCallRow.js";
import { moveFocus } from "./moveFocus.js";
import type { ShownCall } from "./stableRows.js";
import { useMisclickGuard } from "./useMisclickGuard.js";
import { useShownCalls } from "./useShownCalls.js";

type HeldCallListProps = Omit<RowSettings, "onAcknowledge" | "onSnooze" | "onFocusLost"> & {
  /** Called when a control that has the focus is removed and no other row can take it. */
  onFocusLost: () => void;
  calls: readonly HeldCall[];
  order: HoldListOrder;
  /** Whether rows must keep their places. */
  isFrozen: boolean;
  acknowledgements: Acknowledgements;
};

/** A row for each held call, and for a few seconds one for each departed call. Renders nothing without rows. */
export function HeldCallList(props: HeldCallListProps): ReactNode {
  const { calls, order, isFrozen, acknowledgements, onFocusLost, ...rowSettings } = props;
  const { labels } = rowSettings;
  const shown = useShownCalls(calls, order, isFrozen);
  const guard = useMisclickGuard<HTMLUListElement>();
  const suffixes = useMemo(() => callIdSuffixes(shown.map(({ call }) => call.callId)), [shown]);
  const twins = useMemo(() => callsWithSameNumber(shown), [shown]);
  const onRowFocusLost = useCallback(
    (row: HTMLElement | null, lost: LostFocus) => moveFocus(row, lost, onFocusLost),
    [onFocusLost],
  );
  const { rows, hidden } = useMemo(() => drawnRows(shown), [shown]);
  if (rows.length === 0) return null;
  return (
    <>
      {/* VoiceOver ignores a list with `list-style: none` unless it has the role. The list handles arrow keys that bubble up from
          the buttons, since it knows the order of the rows. */}
      {/* eslint-disable-next-line jsx-a11y/no-redundant-roles, jsx-a11y/no-noninteractive-element-interactions */}
      <ul
        className="hlp-list"
        data-acting={rowSettings.acting === undefined ? undefined : ""}
        part="list"
        role="list"
        aria-label={labels.list[order]}
        onKeyDown={moveBetweenRows}
        {...guard}
      >
        {rows.map(({ call, left }) => (
          <HeldCallRow
            key={call.callId}
            call={call}
            left={left}
            suffix={suffixes.get(call.callId) ?? call.callId}
            isTwin={twins.has(call.callId)}
            onFocusLost={onRowFocusLost}
            acknowledgement={acknowledgements.byCallId.get(call.callId)}
            onAcknowledge={acknowledgements.acknowledge}
            onSnooze={acknowledgements.snooze}
            {...rowSettings}
          />
        ))}
      </ul>
      {hidden > 0 && <p className="hlp-line">{labels.notShown(hidden)}</p>}
    </>
  );
}

/** The IDs of the calls whose number another call has too. */
function callsWithSameNumber(shown: readonly ShownCall[]): ReadonlySet<string> {
  const first = new Map<string, string>();
  const twins = new Set<string>();
  for (const { call } of shown) {
    const other = first.get(otherParty(call));
    if (other === undefined) first.set(otherParty(call), call.callId);
    else twins.add(call.callId).add(other);
  }
  return twins;
}

/** Arrow up and down focus the same control of the next row that has it, Home and End that of the first and the last row. */
function moveBetweenRows(event: KeyboardEvent<HTMLUListElement>): void {
  const control = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-hlp-control]") : null;
  if (control === null) return;
  ignoreRepeat(event);
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  const controls = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-hlp-control]")];
  const same = controls.filter(({ dataset }) => dataset.hlpControl === control.dataset.hlpControl);
  const at = same.indexOf(control);
  const next = { ArrowDown: same[at + 1], ArrowUp: same[at - 1], Home: same[0], End: same.at(-1) }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
