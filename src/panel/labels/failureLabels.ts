import type { GatewayFailure } from "../../gateway/GatewayError.js";
import { needsSignOn } from "../../gateway/needsSignOn.js";
import { replaceNumbers } from "../../gateway/replaceNumbers.js";
import { retcodeMeaning } from "../../gateway/retcodes.js";
import { masked, type MaskNumber } from "../format/maskNumber.js";
import { isolatedIn } from "../format/isolatedIn.js";
import { withoutBidiControls } from "../format/withoutBidiControls.js";
import type { HoldListLabels } from "./HoldListLabels.js";

/** What a notice says about a failure, and which buttons it offers. */
export type FailureLabels = {
  /** The title, where it says more than that the list is not up to date. */
  readonly title?: string;
  readonly reason: string;
  /** Whether a request before the next poll could succeed. */
  readonly canRetry: boolean;
  /** Whether the agent has to sign in again. */
  readonly asksForSignIn: boolean;
};

// A retcode and a message may be any text of the gateway. They are cut to this number of characters.
const longestRetcode = 40;
const longestMessage = 300;

/**
 * The retcode and the gateway's own message; undefined for a failure without a retcode.
 * @param mask - applied to what may be a caller's number in the message
 */
export function failureDetail(failure: GatewayFailure, labels: HoldListLabels, mask?: MaskNumber): string | undefined {
  if (failure.kind !== "retcode") return undefined;
  const { retcode, gatewayMessage } = failure;
  const message = replaceNumbers(gatewayMessage.trim(), (number) => masked(number, mask));
  const words = labels.code("", "");
  return labels.code(
    isolatedIn(words, plain(retcode, longestRetcode)),
    isolatedIn(words, plain(message, longestMessage)),
  );
}

const plain = (text: string, longest: number) => withoutBidiControls(text).slice(0, longest);

/**
 * The texts for a failure.
 * @param stopped - whether polling has stopped because of it
 */
export function failureLabels(failure: GatewayFailure, stopped: boolean, labels: HoldListLabels): FailureLabels {
  if (needsSignOn(failure))
    return { title: labels.signOnAgain, reason: labels.signOnNeeded, canRetry: true, asksForSignIn: true };
  switch (failure.kind) {
    case "network":
    case "redirect":
      return canRetry(labels.network);
    case "timeout":
      return canRetry(labels.timeout(failure.after / 1000));
    case "http":
      return canRetry(labels.http(failure.status));
    case "malformed":
      return canRetry(labels.malformed);
    case "not-sent":
      return notSentLabels(failure.reason, labels);
    case "retcode":
      return retcodeLabels(failure.retcode, stopped, labels);
    default:
      return failure satisfies never;
  }
}

function notSentLabels(reason: "agent-id" | "guid" | "insecure" | "no-gateway", labels: HoldListLabels): FailureLabels {
  switch (reason) {
    case "agent-id":
      return canRetry(labels.badAgentId);
    case "guid":
      return signInAgain(labels);
    case "insecure":
      return canRetry(labels.insecurePage);
    case "no-gateway":
      return cannotRetry(labels.noGateway);
    default:
      return reason satisfies never;
  }
}

function retcodeLabels(retcode: string, stopped: boolean, labels: HoldListLabels): FailureLabels {
  const meaning = retcodeMeaning(retcode);
  switch (meaning) {
    case "refused":
    case "sign-in-again":
    case "signed-out":
      return stopped ? signInAgain(labels) : canRetry(labels.refusedOnce);
    case "no-permission":
      return { title: labels.noPermission, ...canRetry(labels.askAdministrator) };
    case "switching":
    case "restored":
      return cannotRetry(labels.switching);
    case "too-often":
      return cannotRetry(labels.tooOften);
    case "fault":
      return canRetry(labels.fault);
    case "rejected":
      return cannotRetry(labels.rejected);
    case "unknown":
      return canRetry(labels.unknownCode(plain(retcode, longestRetcode)));
    default:
      return meaning satisfies never;
  }
}

function signInAgain(labels: HoldListLabels): FailureLabels {
  return { title: labels.signInAgain, reason: labels.refused, canRetry: true, asksForSignIn: true };
}

function canRetry(reason: string): FailureLabels {
  return { reason, canRetry: true, asksForSignIn: false };
}

function cannotRetry(reason: string): FailureLabels {
  return { reason, canRetry: false, asksForSignIn: false };
}
