import { currentMoment, elapsedSince, type Moment } from "./elapsed.js";

/** When an answer was made: `date`, the gateway's clock now, or `age`, for how long the answer has been stored. Both in ms. */
export type AnswerTime = { readonly date: number } | { readonly age: number } | null;

// `Date` has whole seconds, and answers may overtake each other on the way.
const tolerance = 3_000;

/**
 * Creates a reader of the `Age` and `Date` headers of one gateway's answers. A service worker or a proxy can answer from a store
 * although the request says `no-store`.
 *
 * A stored answer is one with an `Age`, or one whose `Date` is not later than that of the answer before it although time has passed.
 * An old `Date` alone proves nothing, since the clocks of gateway and machine may differ; a later one proves that the gateway's clock
 * goes on.
 */
export function createAnswerClock(): (headers: Headers) => AnswerTime {
  let lastDate = -Infinity;
  /** The last answer that was not stored; `isProven` after a second one. */
  let fresh: { readonly date: number; readonly at: Moment; readonly isProven: boolean } | null = null;

  return (headers) => {
    const age = headers.get("Age")?.trim() ?? "";
    if (/^\d+$/.test(age) && Number(age) > 0) return { age: Number(age) * 1000 };
    const date = Date.parse(headers.get("Date") ?? "");
    if (Number.isNaN(date)) return null;

    const isLater = date > lastDate;
    lastDate = date;
    const behind = fresh === null ? 0 : fresh.date + elapsedSince(fresh.at) - date;
    if (fresh !== null && !isLater && behind > tolerance)
      // Before the gateway's clock is known, this machine's clock is the better estimate of a longer age.
      return { age: fresh.isProven ? behind : Math.max(behind, Date.now() - date) };
    if (isLater) fresh = { date, at: currentMoment(), isProven: fresh !== null };
    return { date };
  };
}
