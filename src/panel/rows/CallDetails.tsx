import { Fragment, type ReactNode, useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import { type HeldCall, otherParty } from "../../gateway/HeldCall.js";
import { useHoldListContext } from "../../hold-list/HoldListContext.js";
import { clockTime } from "../format/clockTime.js";
import type { HoldListLabels } from "../labels/HoldListLabels.js";
import type { MaskNumber } from "../format/maskNumber.js";
import { ShownNumber } from "../format/ShownNumber.js";
import { withoutBidiControls } from "../format/withoutBidiControls.js";

type CallDetailsProps = {
  id: string;
  call: HeldCall;
  suffix: string;
  mask: MaskNumber | undefined;
  /** Shows the numbers without their mask for a while; undefined where there is no mask or the host does not allow it. */
  onReveal: (() => void) | undefined;
  isRevealed: boolean;
  labels: HoldListLabels;
  /** Buttons of this call. */
  children: ReactNode;
};

/** The details of a call: its whole call ID with a copy button, both numbers, the skill, and the begin of the hold. */
export function CallDetails(props: CallDetailsProps): ReactNode {
  const { id, call, suffix, mask, onReveal, isRevealed, labels, children } = props;
  const partySide = otherParty(call) === call.caller ? "caller" : "called";
  return (
    <dl className="hlp-details" id={id}>
      <dt>{labels.callId}</dt>
      <dd>
        <CopyableCallId callId={call.callId} suffix={suffix} labels={labels} />
      </dd>
      {(["caller", "called"] as const).map((side) => (
        <Fragment key={side}>
          <dt>{labels[side]}</dt>
          <dd>
            <ShownNumber number={call[side]} mask={mask} labels={labels} />
            {onReveal !== undefined && side === partySide && (
              // Disabled and not removed while the numbers are shown, so that it keeps the focus.
              <button
                type="button"
                className="hlp-button hlp-copy"
                data-hlp-control="reveal"
                aria-disabled={isRevealed}
                onClick={isRevealed ? undefined : onReveal}
              >
                {labels.reveal}
              </button>
            )}
          </dd>
        </Fragment>
      ))}
      {call.skill !== "" && (
        <>
          <dt>{labels.skill}</dt>
          <dd>
            <bdi>{withoutBidiControls(call.skill)}</bdi>
          </dd>
        </>
      )}
      <HeldSinceDetail callId={call.callId} labels={labels}>
        {children}
      </HeldSinceDetail>
    </dl>
  );
}

type HeldSinceDetailProps = { callId: string; labels: HoldListLabels; children: ReactNode };

/** The begin of the hold and how it is known, which explains the sign before the timer's digits. */
function HeldSinceDetail({ callId, labels, children }: HeldSinceDetailProps): ReactNode {
  const { tracker } = useHoldListContext("HoldListPanel");
  const since = useStore(tracker.store, (state) => state.since.get(callId));
  if (since === undefined) return null;
  return (
    <>
      <dt className="hlp-hidden">{labels.onHold}</dt>
      <dd className="hlp-since">
        <span className="hlp-since-text">
          {labels.heldSince(clockTime(tracker.wallTime(since), labels.language), since.certainty)}
        </span>
        {children}
      </dd>
    </>
  );
}

function CopyableCallId({
  callId,
  suffix,
  labels,
}: {
  callId: string;
  suffix: string;
  labels: HoldListLabels;
}): ReactNode {
  const text = useRef<HTMLElement>(null);
  const [outcome, setOutcome] = useState<"copied" | "selected" | null>(null);
  useEffect(() => {
    if (outcome === null) return;
    const timer = setTimeout(() => setOutcome(null), 3_000);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async () => {
    const page = text.current?.ownerDocument; // a host may show the panel in another window
    try {
      await (page?.defaultView ?? window).navigator.clipboard.writeText(callId);
      setOutcome("copied");
    } catch {
      // The clipboard is missing on an insecure page or was refused. The text is selected, so that the agent can press Ctrl+C.
      if (text.current !== null) page?.getSelection()?.selectAllChildren(text.current);
      setOutcome("selected");
    }
  };
  return (
    <>
      <bdi className="hlp-whole-id" translate="no" ref={text}>
        {withoutBidiControls(callId)}
      </bdi>
      <button
        type="button"
        className="hlp-button hlp-copy"
        data-hlp-control="copy"
        aria-label={labels.copyCallId(suffix)}
        onClick={() => void copy()}
      >
        <span className="hlp-copied">
          <span data-hidden={outcome !== null || undefined}>{labels.copy}</span>
          <span data-hidden={outcome !== "copied" || undefined}>{labels.copied}</span>
        </span>
      </button>
      <span className={outcome === "selected" ? undefined : "hlp-hidden"} role="status">
        {outcome === "copied" && <span>{labels.copied}</span>}
        {outcome === "selected" && <span>{labels.copyByHand}</span>}
      </span>
    </>
  );
}
