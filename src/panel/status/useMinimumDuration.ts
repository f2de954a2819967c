import { useEffect, useRef, useState } from "react";

/**
 * Whether something is shown: while it is wanted, and until it has been shown for `least` ms, so that nothing flickers.
 * @param subject - what it is about: for another subject nothing of the former is kept
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
