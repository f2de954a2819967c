import { type ReactNode, useRef } from "react";
import { CheckIcon, DoubtIcon, LockIcon } from "./icons.js";
import type { HoldListLabels } from "./labels/HoldListLabels.js";
import { useBusy } from "./useBusy.js";
import { useFocusLoss } from "./useFocusLoss.js";
import type { Notice } from "./useNotice.js";

type HoldListNoticeProps = {
  notice: Notice;
  labels: HoldListLabels;
  onRetry: () => Promise<void>;
  onSignIn: (() => void) | undefined;
  /** Called when the strip goes with the focus inside it. */
  onFocusLost: () => void;
};

/** The strip under the heading: what happened, what it means for the callers, what to do. */
export function HoldListNotice({ notice, labels, onRetry, onSignIn, onFocusLost }: HoldListNoticeProps): ReactNode {
  if (notice.kind === "recovered")
    return (
      <div className="hlp-notice" data-notice="recovered">
        <CheckIcon />
        <p className="hlp-notice-title">{labels.upToDateAgain}</p>
      </div>
    );
  return (
    <div className="hlp-notice" data-notice={notice.stopped ? "stopped" : "doubt"}>
      {notice.stopped ? <LockIcon /> : <DoubtIcon />}
      <div className="hlp-notice-text">
        <p className="hlp-notice-title">{notice.title}</p>
        <p className="hlp-notice-reason">{notice.reason}</p>
        {notice.detail !== undefined && <code className="hlp-code">{notice.detail}</code>}
      </div>
      <div className="hlp-notice-buttons">
        {notice.canSignIn && onSignIn !== undefined && (
          <button type="button" className="hlp-button hlp-button-main" onClick={onSignIn}>
            {labels.signIn}
          </button>
        )}
        <RetryButton
          label={notice.stopped ? labels.retry : labels.tryNow}
          onRetry={onRetry}
          onFocusLost={onFocusLost}
        />
      </div>
    </div>
  );
}

type RetryButtonProps = Pick<HoldListNoticeProps, "onRetry" | "onFocusLost"> & { label: string };

function RetryButton({ label, onRetry, onFocusLost }: RetryButtonProps): ReactNode {
  const button = useRef<HTMLButtonElement>(null);
  const [busy, retry] = useBusy(onRetry);
  useFocusLoss(button, onFocusLost);
  return (
    <button type="button" className="hlp-button" ref={button} aria-disabled={busy} data-busy={busy} onClick={retry}>
      {label}
    </button>
  );
}
