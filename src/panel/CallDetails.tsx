import { type ReactNode, useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import type { HeldCall } from "../gateway/HeldCall.js";
import { useHoldListContext } from "../hold-list/HoldListContext.js";
import { clockTime } from "./clockTime.js";
import type { HoldListLabels } from "./labels/HoldListLabels.js";
import { type MaskNumber, ShownNumber } from "./ShownNumber.js";

type CallDetailsProps = {
  id: string;
  call: HeldCall;
  tail: string;
  mask: MaskNumber | undefined;
  /** Shows the numbers without their mask for a while; undefined where there is none, or the host does not allow it. */
  onReveal: (() => void) | undefined;
  isRevealed: boolean;
  labels: HoldListLabels;
  /** What can be done beside reading. */
  children: ReactNode;
};

/** The whole call ID, to read and to copy, both numbers, the skill, and since when it is on hold. */
export function CallDetails(props: CallDetailsProps): ReactNode {
  const { id, call, tail, mask, onReveal, isRevealed, labels, children } = props;
  return (
    <dl className="hlp-details" id={id}>
      <dt>{labels.callId}</dt>
      <dd>
        <CopyableCallId callId={call.callId} tail={tail} labels={labels} />
      </dd>
      <dt>{labels.caller}</dt>
      <dd>
        <ShownNumber number={call.caller} mask={mask} labels={labels} />
        {onReveal !== undefined && (
          // It stays while the numbers show, and with it the focus.
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
      <dt>{labels.called}</dt>
      <dd>
        <ShownNumber number={call.called} mask={mask} labels={labels} />
      </dd>
      {call.skill !== "" && (
        <>
          <dt>{labels.skill}</dt>
          <dd>
            <bdi>{call.skill}</bdi>
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

/** Since when, and how well that is known: what the sign before the digits means. */
function HeldSinceDetail({ callId, labels, children }: HeldSinceDetailProps): ReactNode {
  const { watch } = useHoldListContext("HoldListPanel");
  const since = useStore(watch.store, (state) => state.since.get(callId));
  if (since === undefined) return null;
  return (
    <>
      <dt>{labels.onHold}</dt>
      <dd>
        {labels.heldSince(clockTime(watch.wallTime(since), labels.language), since.certainty)}
        {children}
      </dd>
    </>
  );
}

function CopyableCallId({ callId, tail, labels }: { callId: string; tail: string; labels: HoldListLabels }): ReactNode {
  const text = useRef<HTMLElement>(null);
  const [outcome, setOutcome] = useState<"copied" | "selected" | null>(null);
  useEffect(() => {
    if (outcome === null) return;
    const timer = setTimeout(() => setOutcome(null), 3_000);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(callId);
      setOutcome("copied");
    } catch {
      // No clipboard: an insecure page, or a permission refused. The agent can still press the keys.
      if (text.current !== null) getSelection()?.selectAllChildren(text.current);
      setOutcome("selected");
    }
  };
  return (
    <>
      <bdi className="hlp-whole-id" ref={text}>
        {callId}
      </bdi>
      <button
        type="button"
        className="hlp-button hlp-copy"
        data-hlp-control="copy"
        aria-label={labels.copyCallId(tail)}
        onClick={() => void copy()}
      >
        {labels.copy}
      </button>
      <span className="hlp-copied" role="status">
        {outcome === "copied" && labels.copied}
        {outcome === "selected" && labels.copyByHand}
      </span>
    </>
  );
}
