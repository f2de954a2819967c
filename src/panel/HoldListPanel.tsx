import { type ReactElement, useId, useRef } from "react";
import { useHoldListContext } from "../hold-list/HoldListContext.js";
import { useHoldList } from "../hold-list/useHoldList.js";
import type { HoldListPanelProps } from "./HoldListPanelProps.js";
import { usePanelLabels } from "./labels/usePanelLabels.js";
import { PanelBody } from "./PanelBody.js";
import { ErrorBoundary } from "./parts/ErrorBoundary.js";
import { PanelFault } from "./parts/PanelFault.js";
import { useSafeRef } from "./parts/useSafeRef.js";
import { RequireProvider } from "./parts/RequireProvider.js";
import { sectionProps } from "./sectionProps.js";
import { UnprovidedPanel } from "./UnprovidedPanel.js";

/**
 * The calls that the agent has on hold, and whether the list is current. It never throws: a fault, also a missing
 * `HoldListProvider`, shows inside the panel.
 */
export function HoldListPanel(props: HoldListPanelProps): ReactElement | null {
  return (
    <RequireProvider
      user="HoldListPanel"
      fallback={(fault) => <UnprovidedPanel part="panel" settings={props} fault={fault} />}
    >
      <ProvidedPanel {...props} />
    </RequireProvider>
  );
}

function ProvidedPanel(props: HoldListPanelProps): ReactElement | null {
  const list = useHoldList();
  const { supervised } = useHoldListContext("HoldListPanel");
  const labels = usePanelLabels(props.labels, supervised?.name ?? null);
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const { className, density } = props;
  const elementRef = useSafeRef(props.elementRef);
  const section = sectionProps(props);
  return (
    <section
      aria-labelledby={section["aria-label"] === undefined ? headingId : undefined}
      lang={labels.language}
      part="panel"
      {...section}
      ref={elementRef}
      className={className === undefined ? "hlp-panel" : `hlp-panel ${className}`}
      data-density={density}
      data-state={list.status}
      data-condition={list.condition}
      data-doubtful={list.status === "ready" && list.condition !== "current" ? "" : undefined}
    >
      <ErrorBoundary
        fallback={(retry) => <PanelFault headingId={headingId} headingRef={heading} labels={labels} onRetry={retry} />}
        onRetried={() => heading.current?.focus()}
      >
        <PanelBody list={list} labels={labels} headingId={headingId} headingRef={heading} settings={props} />
      </ErrorBoundary>
    </section>
  );
}
