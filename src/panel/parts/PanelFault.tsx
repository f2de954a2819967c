import type { ReactNode, RefObject } from "react";
import type { HoldListLabels } from "../labels/HoldListLabels.js";

type PanelFaultProps = {
  headingId: string;
  headingRef: RefObject<HTMLHeadingElement | null>;
  labels: HoldListLabels;
  /** The cause, for developers. */
  detail?: string;
  onRetry?: () => void;
};

/** Replaces the content of a panel that threw while it rendered, or has no provider. */
export function PanelFault({ headingId, headingRef, labels, detail, onRetry }: PanelFaultProps): ReactNode {
  return (
    <>
      <header className="hlp-header" part="header">
        <h2 className="hlp-heading" part="heading" id={headingId} ref={headingRef} tabIndex={-1}>
          {labels.heading}
        </h2>
      </header>
      <div className="hlp-notice" part="notice" data-notice="stopped" role="alert">
        <div className="hlp-notice-text">
          <p className="hlp-notice-reason">{labels.panelFailed}</p>
          {detail !== undefined && (
            <code className="hlp-code" translate="no" dir="auto">
              {detail}
            </code>
          )}
        </div>
        {onRetry && (
          <button type="button" className="hlp-button" part="button" onClick={onRetry}>
            {labels.retry}
          </button>
        )}
      </div>
    </>
  );
}
