import { type Fault } from "../state/Fault.js";
import { answer, refusal } from "./answers.js";
import { Disconnected } from "./Disconnected.js";
import { type GatewayAnswer } from "./GatewayAnswer.js";
import { untilAborted } from "./untilAborted.js";

/** The kinds of fault that replace the whole answer. */
export const answeringKinds = ["retcode", "http", "silence", "disconnect", "redirect", "body"] as const;

export type AnsweringFault = Extract<Fault, { kind: (typeof answeringKinds)[number] }>;

/**
 * The answer that replaces the gateway's own.
 * @throws Disconnected, or the signal's reason when the client aborts during a silence.
 */
export async function faultyAnswer(fault: AnsweringFault, signal: AbortSignal): Promise<GatewayAnswer> {
  switch (fault.kind) {
    case "retcode":
      return refusal(fault.retcode, fault.message);
    case "http":
      return httpAnswer(
        fault.status,
        fault.retryAfter === undefined ? {} : { "Retry-After": fault.retryAfter },
        fault.body,
      );
    case "silence":
      if (fault.after === "headers") return { ...answer({ message: "", retcode: "0" }), body: endlessBody(signal) };
      return untilAborted(signal);
    case "disconnect":
      throw new Disconnected();
    case "redirect":
      return httpAnswer(fault.status ?? 302, { Location: fault.location });
    case "body":
      return httpAnswer(200, { "Content-Type": fault.contentType ?? "application/json" }, fault.body);
    default:
      return fault satisfies never;
  }
}

function httpAnswer(status: number, headers: Record<string, string>, body = ""): GatewayAnswer {
  const type: Record<string, string> = body === "" ? {} : { "Content-Type": "text/html" };
  const hasNoBody = status === 204 || status === 205 || status === 304;
  return { outcome: `HTTP ${status}`, status, headers: { ...type, ...headers }, body: hasNoBody ? null : body };
}

function endlessBody(signal: AbortSignal): ReadableStream {
  return new ReadableStream({
    start: (controller) => signal.addEventListener("abort", () => controller.error(signal.reason), { once: true }),
  });
}
