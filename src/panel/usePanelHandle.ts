import { type Ref, type RefObject, useCallback, useImperativeHandle, useRef } from "react";

/** What can be done with a panel from outside, as by a host's own shortcuts. */
export type HoldListPanelHandle = {
  /** Asks the gateway now. Ends with the outcome, never rejects. */
  readonly refresh: () => Promise<void>;
  /**
   * Retrieves the call that waits longest, as far as that is known, as its button would. False, and nothing is sent, where there
   * is none, where it is blocked or asks first, or where the call shows no `retrieve`.
   */
  readonly retrieveLongestHeld: () => boolean;
  /** Puts the focus on the first control of the first call, or on the heading where there is none. */
  readonly focusFirst: () => void;
};

/** Gives the handle to the host. Gives back how the panel's actions say what retrieves the longest held call. */
export function usePanelHandle(
  handleRef: Ref<HoldListPanelHandle> | undefined,
  refresh: () => Promise<void>,
  headingRef: RefObject<HTMLHeadingElement | null>,
): (retrieve: (() => boolean) | null) => void {
  const retrieveLongest = useRef<(() => boolean) | null>(null);
  useImperativeHandle(
    handleRef,
    () => ({
      refresh,
      retrieveLongestHeld: () => retrieveLongest.current?.() ?? false,
      focusFirst: () => {
        const panel = headingRef.current?.closest("section");
        const first = panel?.querySelector<HTMLElement>("li [data-hlp-control]") ?? headingRef.current;
        first?.focus();
      },
    }),
    [refresh, headingRef],
  );
  return useCallback((retrieve: (() => boolean) | null) => void (retrieveLongest.current = retrieve), []);
}
