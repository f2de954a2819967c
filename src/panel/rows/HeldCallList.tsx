import { type KeyboardEvent, type ReactNode, useMemo } from "react";
import type { HeldCall } from "../../gateway/HeldCall.js";
import { callIdSuffixes } from "../format/callIdSuffixes.js";
import { HeldCallRow, type RowSettings } from "./HeldCallRow.js";
import { HostSlot } from "../parts/HostSlot.js";
import { ignoreRepeat } from "../parts/PanelButton.js";
import { useMisclickGuard } from "./useMisclickGuard.js";
import type { Acknowledgements } from "../alerts/useAcknowledgements.js";
import { useShownCalls } from "./useShownCalls.js";
import type { HoldListOrder } from "../HoldListOrder.js";

type HeldCallListProps = Omit<RowSettings, "onAcknowledge" | "onSnooze"> & {
  calls: readonly HeldCall[];
  /** Paths of rows that could not be read. */
  unreadable: readonly string[];
  /** The words where there are none; null where they are said elsewhere. */
  empty: string | null;
  order: HoldListOrder;
  /** Whether rows must keep their places. */
  underHand: boolean;
  acknowledgements: Acknowledgements;
  /** What the host has in place of the words. */
  renderEmpty: (() => ReactNode) | undefined;
};

const mostRows = 1_000;

/** A row for each held call, and for a moment of each that has left; or a line that says that there are none. */
export function HeldCallList(props: HeldCallListProps): ReactNode {
  const { calls, unreadable, empty, order, underHand, acknowledgements, renderEmpty, ...rowSettings } = props;
  const { labels } = rowSettings;
  const shown = useShownCalls(calls, order, underHand);
  const presses = useMisclickGuard<HTMLUListElement>();
  const suffixes = useMemo(() => callIdSuffixes(shown.map(({ call }) => call.callId)), [shown]);
  const hidden = shown.slice(mostRows).filter(({ left }) => left === null).length;
  return (
    <>
      {shown.length > 0 && (
        // `list-style: none` takes the list away from Safari's screen reader: the role gives it back.
        // The arrow keys are the buttons': they bubble up to the one place that knows their order.
        // eslint-disable-next-line jsx-a11y/no-redundant-roles, jsx-a11y/no-noninteractive-element-interactions
        <ul
          className="hlp-list"
          data-acting={rowSettings.acting === undefined ? undefined : ""}
          part="list"
          role="list"
          aria-label={labels.list[order]}
          onKeyDown={moveBetweenRows}
          {...presses}
        >
          {shown.slice(0, mostRows).map(({ call, left }) => (
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
      )}
      {calls.length === 0 && unreadable.length === 0 && empty !== null && (
        <EmptyLine words={empty} render={empty === labels.empty ? renderEmpty : undefined} />
      )}
      {hidden > 0 && <p className="hlp-line">{labels.notShown(hidden)}</p>}
      {unreadable.length > 0 && (
        <p className="hlp-line" data-line="unreadable">
          {labels.unreadable(unreadable.length)} <code className="hlp-code">{unreadable[0]}</code>
        </p>
      )}
    </>
  );
}

/** That there is nothing: the host's way of saying so, or the words. */
function EmptyLine({ words, render }: { words: string; render: (() => ReactNode) | undefined }): ReactNode {
  const line = <p className="hlp-line">{words}</p>;
  return render === undefined ? line : <HostSlot given={null} render={render} place="empty" fallback={line} />;
}

/** Arrow up and down go to the same control of the next row that has it, Home and End to the first and the last. */
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
