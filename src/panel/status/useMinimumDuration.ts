import { useEffect, useRef, useState } from "react";

/**
 * Whether to show something: while `isWanted`, and until it has been shown for `least` ms, so that it does not flicker.
 * @param subject - a new subject ends the minimum duration at once
 */
export function useMinimumDuration(isWanted: boolean, least: number, subject: unknown): boolean {
  const [isKept, setIsKept] = useState(isWanted);
  const [keptFor, setKeptFor] = useState(subject);
  const shownAt = useRef(0);
  const isNew = keptFor !== subject;
  if (isNew) setKeptFor(subject);
  if (isNew ? isKept !== isWanted : isWanted && !isKept) setIsKept(isWanted);

  useEffect(() => {
    if (isWanted) shownAt.current = performance.now();
  }, [isWanted]);

  useEffect(() => {
    if (isWanted || !isKept) return;
    const timer = setTimeout(() => setIsKept(false), Math.max(0, shownAt.current + least - performance.now()));
    return () => clearTimeout(timer);
  }, [isWanted, isKept, least]);

  return isWanted || (isKept && !isNew);
}
