import { useEffect, useState } from "react";
import { type PollState, initialPollState } from "./pollPolicy.js";

const grace = 6_000;
const recheck = 250;

/**
 * Whether an answer is missing: the last good one is older than a poll interval and 6 s. A request without an answer, or a
 * single one that failed late, must not leave an old list looking new. No clock ticks for it: one timer, set for when it
 * would be so.
 *
 * @param hash - the query; null where there is no list
 * @param interval - ms between polls now
 */
export function useOverdue(polls: ReadonlyMap<string, PollState>, hash: string | null, interval: number): boolean {
  const [overdue, setOverdue] = useState(false);
  const allowed = grace + 1.1 * interval;

  useEffect(() => {
    if (hash === null) return;
    const begun = Date.now();
    let said = false;
    const left = () => {
      const { answeredAt } = polls.get(hash) ?? initialPollState;
      // A page that comes back asks at once: until then its old answer has as long as a new one.
      return Math.max(answeredAt ?? begun, begun) + allowed - Date.now();
    };
    let timer = setTimeout(check, left());
    function check() {
      const late = left() <= 0;
      // Only what is new: to set the same again may still render, and shows the query's every poll as a change.
      if (late !== said) setOverdue(late);
      said = late;
      timer = setTimeout(check, late ? recheck : left());
    }
    return () => {
      clearTimeout(timer);
      if (said) setOverdue(false);
    };
  }, [polls, hash, allowed]);

  return overdue && hash !== null;
}
