import type { HeldCall } from "../gateway/HeldCall.js";
import type { HeldSince } from "./time/HeldSince.js";

/** Why a call is no longer on hold; `unknown` where no event told it. */
export type LeftReason = "unknown" | "customer-hung-up" | "retrieved";

/** A call that left hold a moment ago. */
export type LeftCall = {
  readonly call: HeldCall;
  readonly reason: LeftReason;
  readonly since: HeldSince | undefined;
  /** How long the call was held, ms, as well as that is known. */
  readonly heldFor: number;
};
