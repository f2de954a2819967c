import { type ReactNode, useEffect, useRef, useState } from "react";
import type { HeldCall } from "../gateway/HeldCall.js";
import type { HoldListLabels } from "./labels/HoldListLabels.js";
import { writtenNumber } from "./numbers.js";

type CallDetailsProps = { id: string; call: HeldCall; tail: string; labels: HoldListLabels };

/** The whole call ID, to read and to copy, and both numbers. */
export function CallDetails({ id, call, tail, labels }: CallDetailsProps): ReactNode {
  return (
    <dl className="hlp-details" id={id}>
      <dt>{labels.callId}</dt>
      <dd>
        <CopyableCallId callId={call.callId} tail={tail} labels={labels} />
      </dd>
      <dt>{labels.caller}</dt>
      <dd>
        <bdi>{writtenNumber(call.caller) || labels.noNumber}</bdi>
      </dd>
      <dt>{labels.called}</dt>
      <dd>
        <bdi>{writtenNumber(call.called) || labels.noNumber}</bdi>
      </dd>
      {call.skill !== "" && (
        <>
          <dt>{labels.skill}</dt>
          <dd>
            <bdi>{call.skill}</bdi>
          </dd>
        </>
      )}
    </dl>
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
