import { type ReactNode, useRef } from "react";
import { useStore } from "zustand";
import type { HeldCall } from "../../gateway/HeldCall.js";
import type { AttentionLevel } from "../../hold-list/attention.js";
import { useHoldListContext } from "../../hold-list/HoldListContext.js";
import { callHost } from "../../session/callHost.js";
import { useIsomorphicLayoutEffect } from "../../hold-list/useIsomorphicLayoutEffect.js";

const growth: Keyframe[] = [{ transform: "scaleY(0)" }, { transform: "scaleY(1)" }];

/**
 * A line at the edge of the row that grows in the last third of the wait for the next attention level. The browser animates it, so
 * that it costs no render. The style sheet hides it where the user wants less motion.
 */
export function LevelProgress({ call, level }: { call: HeldCall; level: AttentionLevel }): ReactNode {
  const { tracker } = useHoldListContext("HoldListPanel");
  const since = useStore(tracker.store, (state) => state.since.get(call.callId));
  const line = useRef<HTMLSpanElement>(null);
  useIsomorphicLayoutEffect(() => {
    const wait = tracker.levelWait(call);
    if (wait === null) return;
    const duration = wait.length / 3;
    const options = { delay: wait.endsIn - duration, duration, easing: "steps(24)" };
    const animation = callHost(() => line.current?.animate?.(growth, options));
    return () => animation?.cancel();
  }, [tracker, call, level, since]);
  return <span className="hlp-progress" aria-hidden="true" ref={line} />;
}
