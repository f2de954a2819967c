import type { GatewayFailure } from "../../gateway/GatewayError.js";
import { retcodeMeaning } from "../../gateway/retcodes.js";
import type { HoldListLabels } from "./HoldListLabels.js";

/** What a failure means to the agent. */
export type FailureLabels = {
  /** What is wrong, where that is more than "not up to date". */
  readonly title?: string;
  readonly reason: string;
  /** Whether asking sooner than the panel does could help. */
  readonly canRetry: boolean;
};

/** A retcode may be any text of the gateway's: what is more than this is not shown. */
const longestRetcode = 40;
const longestMessage = 300;

/** The code and the gateway's own message, to be read beside our words; undefined where it gave no code. */
export function failureDetail(failure: GatewayFailure, labels: HoldListLabels): string | undefined {
  if (failure.kind !== "retcode") return undefined;
  return labels.code(failure.retcode.slice(0, longestRetcode), failure.gatewayMessage.trim().slice(0, longestMessage));
}

/** The agent's words for a failure. */
export function failureLabels(failure: GatewayFailure, stopped: boolean, labels: HoldListLabels): FailureLabels {
  switch (failure.kind) {
    case "network":
    case "redirect":
      return { reason: labels.network, canRetry: true };
    case "timeout":
      return { reason: labels.timeout(failure.after / 1000), canRetry: true };
    case "http":
      return { reason: labels.http(failure.status), canRetry: true };
    case "malformed":
      return { reason: labels.malformed, canRetry: true };
    case "not-sent":
      return notSentWords(failure.reason, labels);
    case "retcode":
      return retcodeWords(failure.retcode, stopped, labels);
    default:
      return failure satisfies never;
  }
}

function notSentWords(reason: "agent-id" | "guid" | "insecure" | "no-gateway", labels: HoldListLabels): FailureLabels {
  switch (reason) {
    case "agent-id":
      return { reason: labels.badAgentId, canRetry: true };
    case "guid":
      return { title: labels.signInAgain, reason: labels.refused, canRetry: true };
    case "insecure":
      return { reason: labels.insecurePage, canRetry: true };
    case "no-gateway":
      return { reason: labels.noGateway, canRetry: false };
    default:
      return reason satisfies never;
  }
}

function retcodeWords(retcode: string, stopped: boolean, labels: HoldListLabels): FailureLabels {
  const meaning = retcodeMeaning(retcode);
  switch (meaning) {
    case "refused":
    case "sign-in-again":
    case "signed-out":
      return stopped
        ? { title: labels.signInAgain, reason: labels.refused, canRetry: true }
        : { reason: labels.refusedOnce, canRetry: true };
    case "no-permission":
      return { title: labels.noPermission, reason: labels.askAdministrator, canRetry: true };
    case "switching":
    case "restored":
      return { reason: labels.switching, canRetry: false };
    case "too-often":
      return { reason: labels.tooOften, canRetry: false };
    case "fault":
      return { reason: labels.fault, canRetry: true };
    case "rejected":
      return { reason: labels.rejected, canRetry: false };
    case "unknown":
      return { reason: labels.unknownCode(retcode.slice(0, longestRetcode)), canRetry: true };
    default:
      return meaning satisfies never;
  }
}
