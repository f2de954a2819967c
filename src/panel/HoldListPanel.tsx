import { type ReactNode, useId, useMemo, useRef } from "react";
import { useHoldListContext } from "../hold-list/HoldListContext.js";
import { useHoldList } from "../hold-list/useHoldList.js";
import type { HoldListPanelProps } from "./HoldListPanelProps.js";
import { en } from "./labels/en.js";
import { PanelBody } from "./PanelBody.js";
import { ErrorBoundary } from "./parts/ErrorBoundary.js";
import { PanelFault } from "./parts/PanelFault.js";
import { isDoubtful } from "./status/useNotice.js";

/**
 * The calls that the agent has on hold, and whether that is still true.
 * @throws {Error} outside of a `HoldListProvider`. Nothing else reaches the host: a fault of our own shows inside the panel.
 */
export function HoldListPanel(props: HoldListPanelProps): ReactNode {
  const {
    labels: replaced,
    onSignIn,
    order,
    mask,
    revealFor,
    sound,
    notifications,
    renderCall,
    renderHeader,
    renderEmpty,
    actions,
    hasCurrentCall,
    onAction,
    handleRef,
    density,
    elementRef,
    className,
    ...rest
  } = props;
  const list = useHoldList();
  const { supervised } = useHoldListContext("HoldListPanel");
  const labels = useMemo(() => {
    const all = { ...en, ...replaced };
    return supervised === null ? all : { ...all, ...all.supervising(supervised.name) };
  }, [replaced, supervised]);
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <section
      aria-labelledby={rest["aria-label"] === undefined ? headingId : undefined}
      lang={labels.language}
      part="panel"
      {...rest}
      ref={elementRef}
      className={className === undefined ? "hlp-panel" : `hlp-panel ${className}`}
      data-density={density}
      data-state={list.status}
      data-doubtful={isDoubtful(list) ? "" : undefined}
    >
      <ErrorBoundary
        fallback={(retry) => <PanelFault headingId={headingId} headingRef={heading} labels={labels} onRetry={retry} />}
        onRetried={() => heading.current?.focus()}
      >
        <PanelBody
          list={list}
          labels={labels}
          headingId={headingId}
          headingRef={heading}
          onSignIn={onSignIn}
          order={order}
          mask={mask}
          revealFor={revealFor}
          sound={sound}
          notifications={notifications}
          renderCall={renderCall}
          renderHeader={renderHeader}
          renderEmpty={renderEmpty}
          actions={actions}
          hasCurrentCall={hasCurrentCall}
          onAction={onAction}
          handleRef={handleRef}
        />
      </ErrorBoundary>
    </section>
  );
}
