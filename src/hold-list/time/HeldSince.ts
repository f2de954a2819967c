/** How well it is known since when a call is held. The interface never says it. */
export type Certainty =
  /** The hold event was seen, or the host knew. */
  | { readonly kind: "exact" }
  /** The call appeared between two polls, `gap` ms apart. */
  | { readonly kind: "observed"; readonly gap: number }
  /** The call was there when the list was first seen, or seen again after a long time. */
  | { readonly kind: "at-least" }
  /**
   * It was known, in any of these ways, and then nobody looked for over 60 s: the call is probably held since then (or, where
   * that was only at least, even longer), but may have been retrieved and held again meanwhile.
   */
  | { readonly kind: "probable" };
/**
 * Since when a call is held. The same object as long as nothing better is known.
 * `at` is a moment of the clock's own: for order, and for the clock to tell what it means.
 */
export type HeldSince = { readonly at: number; readonly certainty: Certainty };
