/** What is told of an action to those who count or log. Times are ms. */
export type CallActionReport =
  /** It was asked of the gateway. */
  | { readonly kind: "started"; readonly action: string }
  /** The list shows it; or, where it does not end the hold, its promise has ended. `after`: the press, in whole ms. */
  | { readonly kind: "confirmed"; readonly action: string; readonly after: number }
  /**
   * It was not done, or nobody can know: a retcode, `HTTP 502`, `network`, `timeout`, `malformed`, `redirect`, `not-sent`,
   * `off-hold` (before anything was sent), `not-confirmed` (accepted, but still on hold), `error` (of the host's own action) or
   * `unknown` (a retcode of no known form).
   */
  | { readonly kind: "failed"; readonly action: string; readonly code: string };
