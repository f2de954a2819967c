import type { CallAction } from "./CallAction.js";

/** Why an action cannot be pressed now. */
export type ActionBlock =
  /** The call is no longer on hold. */
  | { readonly kind: "left" }
  /** Another action on this call is under way. */
  | { readonly kind: "busy"; readonly action: CallAction }
  /** An action on another call moves the voice path. */
  | { readonly kind: "voice"; readonly action: CallAction }
  | { readonly kind: "in-doubt" | "switching" | "refused" | "no-permission" | "cannot-send" }
  | { readonly kind: "no-current-call" };
