import { type ComponentPropsWithoutRef, type ReactNode, type Ref, type RefObject, useId, useMemo, useRef } from "react";
import type { HeldCall } from "../gateway/HeldCall.js";
import { useHoldList } from "../hold-list/useHoldList.js";
import { HeldCallList } from "./HeldCallList.js";
import { HoldListHeader } from "./HoldListHeader.js";
import { HoldListNotice } from "./HoldListNotice.js";
import { en } from "./labels/en.js";
import type { HoldListLabels } from "./labels/HoldListLabels.js";
import { LiveRegions } from "./LiveRegions.js";
import { LoadingLine } from "./LoadingLine.js";
import { PanelBoundary } from "./PanelBoundary.js";
import { useNotice } from "./useNotice.js";

/** The props of {@link HoldListPanel}: its own, and those of the `<section>` that it is. */
export type HoldListPanelProps = Omit<ComponentPropsWithoutRef<"section">, "children"> & {
  /**
   * The words. Keys that are left out are English.
   * @default en
   */
  labels?: Partial<HoldListLabels> | undefined;
  /** Shows a "Sign in" button where the gateway no longer accepts the session, and is called when it is pressed. */
  onSignIn?: (() => void) | undefined;
  /** Content of the host's own in each row, such as a customer's name. What throws here leaves its place blank. */
  renderCall?: ((call: HeldCall) => ReactNode) | undefined;
  /** Receives the `<section>`. An ordinary prop, so that it works alike in React 18 and 19. */
  elementRef?: Ref<HTMLElement> | undefined;
};

/**
 * The calls that the agent has on hold, and whether that is still true.
 * @throws {Error} outside of a `HoldListProvider`. Nothing else reaches the host: a fault of our own shows inside the panel.
 */
export function HoldListPanel(props: HoldListPanelProps): ReactNode {
  const { labels: replaced, onSignIn, renderCall, elementRef, className, ...rest } = props;
  const labels = useMemo(() => ({ ...en, ...replaced }), [replaced]);
  const list = useHoldList();
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <section
      aria-labelledby={rest["aria-label"] === undefined ? headingId : undefined}
      lang={labels.language}
      {...rest}
      ref={elementRef}
      className={className === undefined ? "hlp-panel" : `hlp-panel ${className}`}
      data-state={list.status}
    >
      <PanelBoundary headingId={headingId} headingRef={heading} labels={labels}>
        <PanelBody
          list={list}
          labels={labels}
          headingId={headingId}
          headingRef={heading}
          onSignIn={onSignIn}
          renderCall={renderCall}
        />
      </PanelBoundary>
    </section>
  );
}

type PanelBodyProps = Pick<HoldListPanelProps, "onSignIn" | "renderCall"> & {
  list: ReturnType<typeof useHoldList>;
  labels: HoldListLabels;
  headingId: string;
  headingRef: RefObject<HTMLHeadingElement | null>;
};

function PanelBody({ list, labels, headingId, headingRef, onSignIn, renderCall }: PanelBodyProps): ReactNode {
  const notice = useNotice(list, labels);
  const calls = list.status === "ready" ? list.calls : [];
  return (
    <>
      <HoldListHeader list={list} notice={notice} labels={labels} headingId={headingId} headingRef={headingRef} />
      {notice !== null && (
        <HoldListNotice
          notice={notice}
          labels={labels}
          onRetry={list.refresh}
          onSignIn={onSignIn}
          onFocusLost={() => headingRef.current?.focus()}
        />
      )}
      {list.status === "signed-out" && <p className="hlp-line">{labels.signedOut}</p>}
      {list.status === "loading" && <LoadingLine labels={labels} />}
      {list.status === "ready" && (
        <HeldCallList
          calls={calls}
          unreadable={list.unreadable}
          empty={notice?.kind === "doubt" ? notice.empty : labels.empty}
          renderCall={renderCall}
          labels={labels}
          onFocusLost={() => headingRef.current?.focus()}
        />
      )}
      <LiveRegions list={list} isInDoubt={notice?.kind === "doubt"} labels={labels} />
    </>
  );
}
