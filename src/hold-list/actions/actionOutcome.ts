import { type GatewayFailure, isRetcode } from "../../gateway/GatewayError.js";
import { retcodeMeaning } from "../../gateway/retcodes.js";

/** Whether an action may have been carried out although its request failed. */
export function isOutcomeUnknown(failure: GatewayFailure): boolean {
  switch (failure.kind) {
    case "network":
    case "timeout":
    case "redirect":
    case "malformed":
      return true;
    case "http":
      return failure.status < 400 || failure.status >= 500; // 4xx: refused before it reached the call
    case "retcode":
      return retcodeMeaning(failure.retcode) === "fault"; // may occur at any point of the gateway's work
    case "not-sent":
      return false;
    default:
      return failure satisfies never;
  }
}

/** A failure as a code without personal data; `error` for null, an error of a host's own action. */
export function codeOf(failure: GatewayFailure | null): string {
  if (failure === null) return "error";
  if (failure.kind === "http") return `HTTP ${failure.status}`;
  if (failure.kind !== "retcode") return failure.kind;
  return isRetcode(failure.retcode) ? failure.retcode : "unknown";
}
