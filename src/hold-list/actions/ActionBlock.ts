import type { ListCondition } from "../listCondition.js";
import type { CallAction } from "./CallAction.js";

/** The list conditions that disable actions. "in-doubt" disables final actions only. */
export type BlockingCondition = Exclude<ListCondition, "current" | "loading" | "signed-out">;

/** Why an action is disabled. */
export type ActionBlock =
  /** The call is no longer on hold. */
  | { readonly kind: "left" }
  /** Another action on this call is running. */
  | { readonly kind: "busy"; readonly action: CallAction }
  /** An action on another call is running that moves the voice path. */
  | { readonly kind: "voice"; readonly action: CallAction }
  | { readonly kind: BlockingCondition }
  | { readonly kind: "no-current-call" };
