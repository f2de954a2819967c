import type { ReactNode, RefObject } from "react";
import type { HoldListLabels } from "../labels/HoldListLabels.js";

type PanelFaultProps = {
  headingId: string;
  headingRef: RefObject<HTMLHeadingElement | null>;
  labels: HoldListLabels;
  onRetry: () => void;
};

/** Replaces the content of a panel that threw while it rendered. */
export function PanelFault({ headingId, headingRef, labels, onRetry }: PanelFaultProps): ReactNode {
  return (
    <>
      <header className="hlp-header" part="header">
        <h2 className="hlp-heading" part="heading" id={headingId} ref={headingRef} tabIndex={-1}>
          {labels.heading}
        </h2>
      </header>
      <div className="hlp-notice" part="notice" data-notice="stopped" role="alert">
        <p className="hlp-notice-text">{labels.panelFailed}</p>
        <button type="button" className="hlp-button" part="button" onClick={onRetry}>
          {labels.retry}
        </button>
      </div>
    </>
  );
}
