import { type ReactNode, useRef } from "react";
import { digits, wholeMinutes } from "../format/duration.js";
import type { HoldListLabels } from "../labels/HoldListLabels.js";
import { createTextWriter } from "./createTextWriter.js";
import { onSecond } from "./onSecond.js";
import { useIsomorphicLayoutEffect } from "../../hold-list/useIsomorphicLayoutEffect.js";
import type { HeldSince } from "../../hold-list/time/HeldSince.js";

type HoldTimerProps = {
  since: HeldSince;
  /** Milliseconds for which the call has been held by now. */
  heldFor: (since: HeldSince) => number;
  labels: HoldListLabels;
};

/** The hold time of a call and its certainty. React renders it once; each second is one write to a text node. */
export function HoldTimer({ since, heldFor, labels }: HoldTimerProps): ReactNode {
  const ticking = useRef<HTMLSpanElement>(null);
  const spoken = useRef<HTMLSpanElement>(null);
  const { kind } = since.certainty;

  useIsomorphicLayoutEffect(() => {
    if (ticking.current === null || spoken.current === null) return;
    const writeDigits = createTextWriter(ticking.current);
    const writeSpoken = createTextWriter(spoken.current);
    let minute = -1;
    const write = () => {
      const seconds = secondsToShow(heldFor(since), since);
      writeDigits(digits(seconds, labels.days));
      if (minute === Math.floor(seconds / 60)) return;
      minute = Math.floor(seconds / 60);
      writeSpoken(labels.heldFor(wholeMinutes(seconds), kind));
    };
    write();
    return onSecond(ticking.current, write);
  }, [since, kind, heldFor, labels]);

  return (
    <span className="hlp-timer" role="timer">
      <span className="hlp-certainty" aria-hidden="true" translate="no">
        {signOf(since)}
      </span>
      <span className="hlp-digits-box">
        <span className="hlp-digits" aria-hidden="true" translate="no" ref={ticking} />
      </span>
      <span className="hlp-hidden" ref={spoken} />
    </span>
  );
}

const unnoticedGap = 2_000; // ms; a time that is known this well has no sign

/** No sign for exact, `~` for approximate, `≥` for a lower bound. */
function signOf({ certainty }: HeldSince): string {
  switch (certainty.kind) {
    case "exact":
      return "";
    case "observed":
      return certainty.gap > unnoticedGap ? "~" : "";
    case "at-least":
      return "≥";
    case "probable":
      return "~";
    default:
      return certainty satisfies never;
  }
}

/**
 * The second to show until the next tick. Ticks follow the wall clock and not the begin of the hold, which shifts the value by up
 * to a second: rounding up halves the error. A lower bound is rounded down, since it must never exceed the true time.
 */
function secondsToShow(heldFor: number, { certainty }: HeldSince): number {
  const atTick = Math.max(0, heldFor - (Date.now() % 1_000));
  return certainty.kind === "at-least" ? Math.floor(heldFor / 1_000) : Math.ceil(atTick / 1_000);
}
