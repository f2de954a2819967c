import { useEffect, useRef, useState } from "react";

/** Whether something shows: while it is wanted, and until it has been there for `least` ms, so that nothing flickers. */
export function useMinimumDuration(wanted: boolean, least: number): boolean {
  const [lingers, setLingers] = useState(wanted);
  const shownAt = useRef(0);
  if (wanted && !lingers) setLingers(true);

  useEffect(() => {
    if (wanted) shownAt.current = Date.now();
  }, [wanted]);

  useEffect(() => {
    if (wanted || !lingers) return;
    const timer = setTimeout(() => setLingers(false), Math.max(0, shownAt.current + least - Date.now()));
    return () => clearTimeout(timer);
  }, [wanted, lingers, least]);

  return wanted || lingers;
}
