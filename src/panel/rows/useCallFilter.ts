import { useMemo, useState } from "react";
import type { HeldCall } from "../../gateway/HeldCall.js";
import type { Requester } from "../../hold-list/Requester.js";
import type { MaskNumber, NumberLabels } from "../format/maskNumber.js";
import { createCallMatcher } from "./createCallMatcher.js";

const worthFiltering = 20; // calls

export type CallFilter = {
  readonly text: string;
  readonly setText: (text: string) => void;
  /** Whether a call is shown; undefined while all are. */
  readonly matches: ((call: HeldCall) => boolean) | undefined;
  /** How many of the held calls are shown. */
  readonly count: number;
  /** Whether the filter has a place in the panel. */
  readonly isShown: boolean;
  /** Keeps its place while it has the focus. */
  readonly setFocused: (isFocused: boolean) => void;
};

type FilterOptions = {
  isEnabled: boolean;
  calls: readonly HeldCall[];
  /** The owner of the list: another one does not get the former's filter. */
  requester: Requester | null;
  /** Whether rows must keep their places. */
  isFrozen: boolean;
  mask: MaskNumber | undefined;
  labels: NumberLabels;
};

/**
 * Which calls the agent wants to see. The filter comes with 20 calls. It stays while it hides a call, so that no call is ever
 * hidden without a sign, and while it has the focus; without any call it is cleared.
 */
export function useCallFilter({ isEnabled, calls, requester, isFrozen, mask, labels }: FilterOptions): CallFilter {
  const [filter, setFilter] = useState({ text: "", requester });
  const isStale = filter.requester !== requester || !isEnabled || calls.length === 0;
  if (isStale && (filter.text !== "" || filter.requester !== requester)) setFilter({ text: "", requester });
  const text = isStale ? "" : filter.text;
  const [isFocused, setFocused] = useState(false);
  if (isFocused && !isEnabled) setFocused(false); // a removed element fires no blur
  const isWanted = isEnabled && (text !== "" || isFocused || calls.length >= worthFiltering);
  const [isShown, setIsShown] = useState(isWanted);
  const isMovable = !isFrozen || !isEnabled;
  if (isMovable && isShown !== isWanted) setIsShown(isWanted);

  const matches = useMemo(
    () => (text === "" ? undefined : createCallMatcher(text, mask, labels)),
    [text, mask, labels],
  );
  const count = useMemo(() => (matches === undefined ? calls.length : calls.filter(matches).length), [calls, matches]);
  return {
    text,
    setText: (next) => setFilter({ text: next, requester }),
    matches,
    count,
    isShown: isMovable ? isWanted : isShown,
    setFocused,
  };
}
