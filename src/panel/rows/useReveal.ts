import { useEffect, useState } from "react";
import { longestTimer } from "../../gateway/longestTimer.js";

/** Whether something hidden is shown, for `duration` ms after each call of the function. */
export function useReveal(duration: number | undefined): [isRevealed: boolean, reveal: () => void] {
  const [isRevealed, setIsRevealed] = useState(false);
  useEffect(() => {
    if (!isRevealed) return;
    const timer = setTimeout(() => setIsRevealed(false), Math.min(duration ?? 0, longestTimer));
    return () => clearTimeout(timer);
  }, [isRevealed, duration]);
  return [isRevealed && duration !== undefined, () => setIsRevealed(true)];
}
