import { useEffect } from "react";
import { useHoldListContext } from "./HoldListContext.js";
import { useTabDuty } from "./tabs/useTabDuty.js";
import { useHoldList } from "./useHoldList.js";

/** What a host has to know before it signs the agent out, or lets the page close. */
export type HoldGuard = {
  /** How many calls the last list shows on hold: 0 where there is no list. */
  readonly callsOnHold: number;
  /** Whether that is the present list. While it is not, callers may be on hold whatever the number says. */
  readonly isCertain: boolean;
};

/** The settings of {@link useHoldGuard}. */
export type HoldGuardOptions = {
  /**
   * Whether the browser asks before the page is closed or left while the last list shows a call on hold. The text is the browser's,
   * and it asks only after the agent has clicked or typed on the page. Of several tabs with the same list one asks: the one that came
   * to the front last.
   * @default false
   */
  prompt?: boolean | undefined;
};

/**
 * Guards callers on hold against a sign-out or the closing of the page. It joins the provider's poll.
 * @throws {Error} outside of a `HoldListProvider`.
 */
export function useHoldGuard(options?: HoldGuardOptions): HoldGuard {
  useHoldListContext("useHoldGuard"); // names this hook where there is no provider
  const list = useHoldList();
  const isReady = list.status === "ready";
  const callsOnHold = isReady ? list.calls.length + list.unreadable.length : 0;
  const wantsToAsk = options?.prompt === true && callsOnHold > 0;
  const hasDuty = useTabDuty("guard", wantsToAsk);
  const asks = wantsToAsk && hasDuty;

  useEffect(() => {
    if (!asks) return;
    const ask = (event: BeforeUnloadEvent) => {
      event.preventDefault();
      event.returnValue = true; // for browsers from before 2023
    };
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [asks]);

  const isCertain = list.condition === "signed-out" || (isReady && list.condition === "current" && list.doubt === null);
  return { callsOnHold, isCertain };
}
