import type { GatewayFailure } from "./GatewayError.js";

/** Whether a sign-on proxy in front of the gateway wants the user to sign on: it redirects to its page, or answers 401 or 407. */
export function needsSignOn(failure: GatewayFailure): boolean {
  return failure.kind === "redirect" || (failure.kind === "http" && (failure.status === 401 || failure.status === 407));
}
