import { useEffect, useRef, useState } from "react";

/** Whether something is shown: while it is wanted, and until it has been shown for `least` ms, so that nothing flickers. */
export function useMinimumDuration(isWanted: boolean, least: number): boolean {
  const [isKept, setIsKept] = useState(isWanted);
  const shownAt = useRef(0);
  if (isWanted && !isKept) setIsKept(true);

  useEffect(() => {
    if (isWanted) shownAt.current = performance.now();
  }, [isWanted]);

  useEffect(() => {
    if (isWanted || !isKept) return;
    const timer = setTimeout(() => setIsKept(false), Math.max(0, shownAt.current + least - performance.now()));
    return () => clearTimeout(timer);
  }, [isWanted, isKept, least]);

  return isWanted || isKept;
}
