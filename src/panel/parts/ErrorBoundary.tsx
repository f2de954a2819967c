import { Component, type ReactNode, type RefObject } from "react";
import type { HoldListLabels } from "../labels/HoldListLabels.js";

type PanelBoundaryProps = {
  headingId: string;
  headingRef: RefObject<HTMLHeadingElement | null>;
  labels: HoldListLabels;
  children: ReactNode;
};

/** Keeps a fault of our own inside the panel's box, says so there, and lets the agent try again. */
export class ErrorBoundary extends Component<PanelBoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  /** The button that was pressed goes, whatever comes of it: the focus goes to the heading. */
  private readonly retry = (): void => {
    this.setState({ failed: false }, () => this.props.headingRef.current?.focus());
  };

  override render(): ReactNode {
    const { headingId, headingRef, labels, children } = this.props;
    if (!this.state.failed) return children;
    return (
      <>
        <header className="hlp-header" part="header">
          <h2 className="hlp-heading" part="heading" id={headingId} ref={headingRef} tabIndex={-1}>
            {labels.heading}
          </h2>
        </header>
        <div className="hlp-notice" part="notice" data-notice="stopped" role="alert">
          <p className="hlp-notice-text">{labels.panelFailed}</p>
          <button type="button" className="hlp-button" part="button" onClick={this.retry}>
            {labels.retry}
          </button>
        </div>
      </>
    );
  }
}
