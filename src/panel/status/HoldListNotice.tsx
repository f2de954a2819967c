import type { ReactNode } from "react";
import { CheckIcon, DoubtIcon, LockIcon } from "../parts/icons.js";
import type { HoldListLabels } from "../labels/HoldListLabels.js";
import { PanelButton } from "../parts/PanelButton.js";
import { useBusy } from "../parts/useBusy.js";
import type { Notice } from "./useNotice.js";

type HoldListNoticeProps = {
  notice: Notice;
  /** What the agent can still do. */
  hint?: string | undefined;
  labels: HoldListLabels;
  onRetry: () => Promise<void>;
  onSignIn: (() => void) | undefined;
  /** Called when a button that has the focus is removed. */
  onFocusLost: () => void;
};

/** The notice below the heading: what failed, what that means for callers, and buttons to act. */
export function HoldListNotice({
  notice,
  hint,
  labels,
  onRetry,
  onSignIn,
  onFocusLost,
}: HoldListNoticeProps): ReactNode {
  if (notice.kind === "recovered")
    return (
      <div className="hlp-notice" part="notice" data-notice="recovered">
        <CheckIcon />
        <p className="hlp-notice-title">{labels.upToDateAgain}</p>
      </div>
    );
  return (
    <div className="hlp-notice" part="notice" data-notice={notice.stopped ? "stopped" : "doubt"}>
      {notice.stopped ? <LockIcon /> : <DoubtIcon />}
      <div className="hlp-notice-text">
        <p className="hlp-notice-title">{notice.title}</p>
        <p className="hlp-notice-reason">{notice.reason}</p>
        {hint !== undefined && <p className="hlp-notice-reason">{hint}</p>}
        {notice.detail !== undefined && (
          <code className="hlp-code" translate="no">
            {notice.detail}
          </code>
        )}
      </div>
      <div className="hlp-notice-buttons">
        {notice.canSignIn && onSignIn !== undefined && (
          <PanelButton className="hlp-button hlp-button-main" onClick={onSignIn} onFocusLost={onFocusLost}>
            {labels.signIn}
          </PanelButton>
        )}
        {notice.canRetry && (
          <RetryButton
            label={notice.stopped ? labels.retry : labels.tryNow}
            onRetry={onRetry}
            onFocusLost={onFocusLost}
          />
        )}
      </div>
    </div>
  );
}

type RetryButtonProps = Pick<HoldListNoticeProps, "onRetry" | "onFocusLost"> & { label: string };

function RetryButton({ label, onRetry, onFocusLost }: RetryButtonProps): ReactNode {
  const [busy, retry] = useBusy(onRetry);
  return (
    <PanelButton className="hlp-button" aria-disabled={busy} data-busy={busy} onClick={retry} onFocusLost={onFocusLost}>
      {label}
    </PanelButton>
  );
}
