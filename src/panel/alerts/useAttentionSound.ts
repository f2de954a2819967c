import { useEffect, useRef, useState } from "react";
import type { AttentionLevel } from "../../hold-list/attention.js";
import { type Chime, createChime } from "./createChime.js";

const again = 20_000;
const mostTimes = 3;

/**
 * Sounds when a call crosses a threshold, and again after 20 s, three times at most: never without end, and never for a call
 * that has left. Gives back whether the browser still keeps it silent, and what a click can do about it.
 */
export function useAttentionSound(
  enabled: boolean,
  unacknowledged: ReadonlyMap<string, AttentionLevel>,
): { isBlocked: boolean; allow: () => void } {
  const chime = useRef<Chime | null>(null);
  const [isBlocked, setIsBlocked] = useState(false);

  useEffect(() => {
    if (!enabled) return;
    chime.current = createChime();
    // A browser may allow it by itself, once there was a click anywhere: seen with the next click.
    const look = () => setIsBlocked(chime.current !== null && !chime.current.isAllowed());
    const timer = setTimeout(look);
    window.addEventListener("pointerup", look);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("pointerup", look);
      chime.current?.close();
      chime.current = null;
      setIsBlocked(false);
    };
  }, [enabled]);

  const heard = useRef(unacknowledged);
  useEffect(() => {
    const before = heard.current;
    heard.current = unacknowledged;
    if (!enabled || unacknowledged.size === 0) return chime.current?.stop();
    if (
      ![...unacknowledged].some(([callId, level]) => before.get(callId) !== level && before.get(callId) !== "too-long")
    )
      return;
    let times = 0;
    const sound = () => {
      chime.current?.play();
      if (++times >= mostTimes) clearInterval(timer);
    };
    const timer = setInterval(sound, again);
    sound();
    return () => clearInterval(timer);
  }, [enabled, unacknowledged]);

  return {
    isBlocked,
    allow: () => void chime.current?.allow().then(() => setIsBlocked(false)),
  };
}
