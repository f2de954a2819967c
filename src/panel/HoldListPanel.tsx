import {
  type ComponentPropsWithoutRef,
  type ReactNode,
  type Ref,
  type RefObject,
  useCallback,
  useId,
  useMemo,
  useRef,
} from "react";
import { useStore } from "zustand";
import type { HeldCall } from "../gateway/HeldCall.js";
import { useHoldListContext } from "../hold-list/HoldListContext.js";
import { useHoldList } from "../hold-list/useHoldList.js";
import { AttentionAlerts } from "./AttentionAlerts.js";
import { HeldCallList } from "./HeldCallList.js";
import { HoldListHeader } from "./HoldListHeader.js";
import { HoldListNotice } from "./HoldListNotice.js";
import { en } from "./labels/en.js";
import type { HoldListLabels } from "./labels/HoldListLabels.js";
import { LiveRegions } from "./LiveRegions.js";
import { LoadingLine } from "./LoadingLine.js";
import { PanelBoundary } from "./PanelBoundary.js";
import type { MaskNumber } from "./ShownNumber.js";
import { isDoubtful, type Notice, useNotice } from "./useNotice.js";
import type { HoldListOrder } from "./useShownCalls.js";
import { useQuiet } from "./useQuiet.js";
import { useSteadyNotice } from "./useSteadyNotice.js";
import { useUnderHand } from "./useUnderHand.js";

/** The props of {@link HoldListPanel}: its own, and those of the `<section>` that it is. */
export type HoldListPanelProps = Omit<ComponentPropsWithoutRef<"section">, "children"> & {
  /**
   * The words. Keys that are left out are English.
   * @default en
   */
  labels?: Partial<HoldListLabels> | undefined;
  /** Shows a "Sign in" button where the gateway no longer accepts the session, and is called when it is pressed. */
  onSignIn?: (() => void) | undefined;
  /**
   * In which order calls stand. Under the pointer or with the focus among them none changes its place.
   * @default "longest-first"
   */
  order?: HoldListOrder | undefined;
  /**
   * Hides numbers wherever the panel shows or says one: `maskNumber` keeps the last four digits.
   * @default numbers are shown whole
   */
  mask?: MaskNumber | undefined;
  /** For how many ms an agent may see a masked number, on demand. @default never */
  revealFor?: number | undefined;
  /**
   * Sounds when a call is held long or too long: a short tone, three times at most. Silent until the browser lets a page
   * sound, which the panel says.
   * @default false
   */
  sound?: boolean | undefined;
  /**
   * Shows a desktop notification when a call is held too long while the agent does not look at the page. The browser is asked
   * for its permission only when the agent presses the panel's button for it.
   * @default false
   */
  notifications?: boolean | undefined;
  /**
   * Content of the host's own in each row, such as a customer's name. What throws here leaves its place blank. It gets the
   * call with its numbers, which are the host's to mask here.
   */
  renderCall?: ((call: HeldCall) => ReactNode) | undefined;
  /** Receives the `<section>`. An ordinary prop, so that it works alike in React 18 and 19. */
  elementRef?: Ref<HTMLElement> | undefined;
};

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
    elementRef,
    className,
    ...rest
  } = props;
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
      data-doubtful={isDoubtful(list) ? "" : undefined}
    >
      <PanelBoundary headingId={headingId} headingRef={heading} labels={labels}>
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
        />
      </PanelBoundary>
    </section>
  );
}

const noCalls: readonly HeldCall[] = [];

type PanelBodyProps = Pick<
  HoldListPanelProps,
  "onSignIn" | "order" | "mask" | "revealFor" | "sound" | "notifications" | "renderCall"
> & {
  list: ReturnType<typeof useHoldList>;
  labels: HoldListLabels;
  headingId: string;
  headingRef: RefObject<HTMLHeadingElement | null>;
};

function PanelBody(props: PanelBodyProps): ReactNode {
  const { list, labels, headingId, headingRef, onSignIn, order = "longest-first", mask, revealFor, renderCall } = props;
  const { sound = false, notifications = false } = props;
  const notice = useNotice(list, labels);
  const focusHeading = useCallback(() => headingRef.current?.focus(), [headingRef]);
  const { watch } = useHoldListContext("HoldListPanel");
  const quieting = useQuiet(useStore(watch.store, (state) => state.levels));
  const [underHand, handlers] = useUnderHand<HTMLDivElement>();
  const { above, below } = useSteadyNotice(notice, underHand);
  const strip = (shown: Notice) => (
    <HoldListNotice
      notice={shown}
      labels={labels}
      onRetry={list.refresh}
      onSignIn={onSignIn}
      onFocusLost={focusHeading}
    />
  );
  return (
    <>
      <HoldListHeader
        list={list}
        loud={quieting.loud}
        notice={notice}
        labels={labels}
        headingId={headingId}
        headingRef={headingRef}
      />
      {above !== null && strip(above)}
      {list.status === "signed-out" && <p className="hlp-line">{labels.signedOut}</p>}
      {list.status === "loading" && <LoadingLine labels={labels} />}
      {list.status === "ready" && (
        // The hand goes from the rows to the strip below them: it must find it there.
        <div {...handlers}>
          <HeldCallList
            calls={list.calls}
            unreadable={list.unreadable}
            empty={notice?.kind === "doubt" ? notice.empty : labels.empty}
            order={order}
            mask={mask}
            revealFor={revealFor}
            renderCall={renderCall}
            labels={labels}
            onFocusLost={focusHeading}
            underHand={underHand}
            quieting={quieting}
          />
          {below !== null && strip(below)}
        </div>
      )}
      {(sound || notifications) && (
        <AttentionAlerts
          calls={list.status === "ready" ? list.calls : noCalls}
          loud={quieting.loud}
          sound={sound}
          notifications={notifications}
          mask={mask}
          labels={labels}
        />
      )}
      <LiveRegions list={list} isInDoubt={notice?.kind === "doubt"} loud={quieting.loud} mask={mask} labels={labels} />
    </>
  );
}
