import { type Ref, type RefObject, useCallback, useImperativeHandle, useRef } from "react";
import type { HoldListPanelHandle } from "./HoldListPanelHandle.js";
import { useSafeRef } from "./parts/useSafeRef.js";

/** Gives the handle to the host. Gives back how the panel's actions say what retrieves the longest held call. */
export function usePanelHandle(
  handleRef: Ref<HoldListPanelHandle> | undefined,
  refresh: () => Promise<void>,
  headingRef: RefObject<HTMLHeadingElement | null>,
): (retrieve: (() => boolean) | null) => void {
  const safeRef = useSafeRef(handleRef);
  const retrieveLongest = useRef<(() => boolean) | null>(null);
  useImperativeHandle(
    safeRef,
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
