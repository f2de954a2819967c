/** How well it is known since when a call is held. The gateway does not report when a hold began. */
export type Certainty =
  /** The hold event was seen, or the host knew the time. */
  | { readonly kind: "exact" }
  /** The call appeared between two polls, `gap` ms apart. */
  | { readonly kind: "observed"; readonly gap: number }
  /** A lower bound: the call was there when the list was first seen, or seen again after a long time. */
  | { readonly kind: "at-least" }
  /**
   * The time was known in one of these ways, and then the list was not checked for over 60 s, or the machine's clock stepped
   * forward without an explanation by the gateway's time. The call is probably held since then, but may have been retrieved and
   * held again meanwhile, or the step may not have been time that passed.
   */
  | { readonly kind: "probable" };

/**
 * Since when a call is held. The same object until something better is known.
 * `at` is a moment of the hold clock: usable for sorting and as an argument to the clock.
 */
export type HeldSince = { readonly at: number; readonly certainty: Certainty };
