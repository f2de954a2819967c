import { type ReactElement, useId, useRef, useState } from "react";
import { useHoldListContext } from "../hold-list/HoldListContext.js";
import { useHoldList } from "../hold-list/useHoldList.js";
import { BadgeChip } from "./badge/BadgeChip.js";
import { BadgeFrame } from "./badge/BadgeFrame.js";
import type { HoldListPanelProps } from "./HoldListPanelProps.js";
import { usePanelLabels } from "./labels/usePanelLabels.js";
import { PanelBody } from "./PanelBody.js";
import { ErrorBoundary } from "./parts/ErrorBoundary.js";
import { DoubtIcon } from "./parts/icons.js";
import { PanelFault } from "./parts/PanelFault.js";
import { useSafeRef } from "./parts/useSafeRef.js";
import { RequireProvider } from "./parts/RequireProvider.js";
import { sectionProps } from "./sectionProps.js";
import { type UnprovidedFrameProps, UnprovidedPanel } from "./UnprovidedPanel.js";

/**
 * A chip with the number of calls on hold, the longest hold time and the attention level. A press opens the complete panel in a
 * popover; the chip never opens it by itself. Announcements, sound and notifications are those of a panel, also while it is
 * closed. It takes the props of `HoldListPanel`; those of a `<section>` go to the one around the chip. While the panel is closed,
 * `focusFirst` of its handle does nothing.
 * It never throws: a fault, also a missing `HoldListProvider`, shows inside the popover.
 */
export function HoldListBadge(props: HoldListPanelProps): ReactElement | null {
  return (
    <RequireProvider
      user="HoldListBadge"
      fallback={(fault) => <UnprovidedPanel part="badge" settings={props} fault={fault} Frame={UnprovidedFrame} />}
    >
      <ProvidedBadge {...props} />
    </RequireProvider>
  );
}

function ProvidedBadge(props: HoldListPanelProps): ReactElement | null {
  const { supervised } = useHoldListContext("HoldListBadge");
  const list = useHoldList();
  const labels = usePanelLabels(props.labels, supervised?.name ?? null);
  const [isOpen, setIsOpen] = useState(false);
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const { className, density } = props;
  const elementRef = useSafeRef(props.elementRef);
  const states = {
    "data-density": density,
    "data-doubtful": list.status === "ready" && list.condition !== "current" ? "" : undefined,
  };
  const frame = { isOpen, onToggle: setIsOpen, headingId, headingRef: heading, states };
  return (
    <section
      aria-label={labels.heading}
      lang={labels.language}
      part="badge"
      {...sectionProps(props)}
      ref={elementRef}
      className={className === undefined ? "hlp-badge" : `hlp-badge ${className}`}
      data-state={list.status}
      data-condition={list.condition}
      {...states}
    >
      <ErrorBoundary
        fallback={(retry) => (
          <BadgeFrame {...frame} chip={<FaultChip name={labels.heading} reason={labels.panelFailed} />}>
            <PanelFault headingId={headingId} headingRef={heading} labels={labels} onRetry={retry} />
          </BadgeFrame>
        )}
        onRetried={() => heading.current?.focus()}
      >
        <PanelBody
          {...{ list, labels, headingId }}
          headingRef={heading}
          settings={props}
          frame={({ view, alerts, unacknowledged }) => (
            <BadgeFrame {...frame} chip={<BadgeChip {...{ list, unacknowledged, labels }} />} alerts={alerts}>
              {view}
            </BadgeFrame>
          )}
        />
      </ErrorBoundary>
    </section>
  );
}

function UnprovidedFrame({ heading, density, fault, children, ...frame }: UnprovidedFrameProps): ReactElement {
  const [isOpen, onToggle] = useState(false);
  const states = { "data-density": density, "data-doubtful": undefined };
  return (
    <BadgeFrame {...frame} {...{ isOpen, onToggle, states }} chip={<FaultChip name={heading} reason={fault} />}>
      {children}
    </BadgeFrame>
  );
}

function FaultChip({ name, reason }: { name: string; reason: string }): ReactElement {
  return (
    <span className="hlp-chip" data-freshness="doubt" title={reason}>
      <DoubtIcon />
      <span className="hlp-hidden">
        {name}: {reason}
      </span>
    </span>
  );
}
