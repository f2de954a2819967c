import type { GatewayFailure } from "../gateway/GatewayError.js";
import { retcodeMeaning } from "../gateway/retcodes.js";
import type { HoldListLabels } from "./labels/HoldListLabels.js";

/** What a failure means to the agent. */
export type FailureWords = {
  /** What is wrong, where that is more than "not up to date". */
  readonly title?: string;
  readonly reason: string;
};

/** The agent's words for a failure. */
export function failureWords(failure: GatewayFailure, stopped: boolean, labels: HoldListLabels): FailureWords {
  switch (failure.kind) {
    case "network":
    case "redirect":
      return { reason: labels.network };
    case "timeout":
      return { reason: labels.timeout(failure.after / 1000) };
    case "http":
      return { reason: labels.http(failure.status) };
    case "malformed":
      return { reason: labels.malformed };
    case "not-sent":
      return notSentWords(failure.reason, labels);
    case "retcode":
      return retcodeWords(failure.retcode, stopped, labels);
    default:
      return failure satisfies never;
  }
}

function notSentWords(reason: "agent-id" | "guid" | "insecure", labels: HoldListLabels): FailureWords {
  switch (reason) {
    case "agent-id":
      return { reason: labels.badAgentId };
    case "guid":
      return { title: labels.signInAgain, reason: labels.refused };
    case "insecure":
      return { reason: labels.insecurePage };
    default:
      return reason satisfies never;
  }
}

function retcodeWords(retcode: string, stopped: boolean, labels: HoldListLabels): FailureWords {
  const meaning = retcodeMeaning(retcode);
  switch (meaning) {
    case "refused":
    case "sign-in-again":
    case "signed-out":
      return stopped ? { title: labels.signInAgain, reason: labels.refused } : { reason: labels.refusedOnce };
    case "no-permission":
      return { title: labels.noPermission, reason: labels.askAdministrator };
    case "switching":
    case "restored":
      return { reason: labels.switching };
    case "too-often":
      return { reason: labels.tooOften };
    case "fault":
      return { reason: labels.fault };
    case "rejected":
      return { reason: labels.rejected };
    case "unknown":
      return { reason: labels.unknownCode(retcode) };
    default:
      return meaning satisfies never;
  }
}
