import { type KeyboardEvent, type ReactNode, useMemo } from "react";
import type { HeldCall } from "../../gateway/HeldCall.js";
import type { Acknowledgements } from "../alerts/useAcknowledgements.js";
import { callIdSuffixes } from "../format/callIdSuffixes.js";
import type { HoldListOrder } from "../HoldListOrder.js";
import { ignoreRepeat } from "../parts/PanelButton.js";
import { drawnRows } from "./drawnRows.js";
import { HeldCallRow, type RowSettings } from "./HeldCallRow.js";
import { useMisclickGuard } from "./useMisclickGuard.js";
import { useShownCalls } from "./useShownCalls.js";

type HeldCallListProps = Omit<RowSettings, "onAcknowledge" | "onSnooze"> & {
  calls: readonly HeldCall[];
  order: HoldListOrder;
  /** Whether rows must keep their places. */
  isFrozen: boolean;
  acknowledgements: Acknowledgements;
};

/** A row for each held call, and for a few seconds one for each departed call. Renders nothing without rows. */
export function HeldCallList(props: HeldCallListProps): ReactNode {
  const { calls, order, isFrozen, acknowledgements, ...rowSettings } = props;
  const { labels } = rowSettings;
  const shown = useShownCalls(calls, order, isFrozen);
  const guard = useMisclickGuard<HTMLUListElement>();
  const suffixes = useMemo(() => callIdSuffixes(shown.map(({ call }) => call.callId)), [shown]);
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
