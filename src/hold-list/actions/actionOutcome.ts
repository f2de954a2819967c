import { type GatewayFailure, isRetcode } from "../../gateway/GatewayError.js";
import { retcodeMeaning } from "../../gateway/retcodes.js";

/** Whether an action that failed so may have been done all the same. */
export function isOutcomeUnknown(failure: GatewayFailure): boolean {
  switch (failure.kind) {
    case "network":
    case "timeout":
    case "redirect":
    case "malformed":
      return true;
    case "http":
      return failure.status < 400 || failure.status >= 500; // 4xx: refused on the way
    case "retcode":
      return retcodeMeaning(failure.retcode) === "fault"; // of the gateway's own, wherever in the work it came
    case "not-sent":
      return false;
    default:
      return failure satisfies never;
  }
}

/** A failure in a word that tells nothing of a person; null: of a host's own action. */
export function codeOf(failure: GatewayFailure | null): string {
  if (failure === null) return "error";
  if (failure.kind === "http") return `HTTP ${failure.status}`;
  if (failure.kind !== "retcode") return failure.kind;
  return isRetcode(failure.retcode) ? failure.retcode : "unknown";
}
