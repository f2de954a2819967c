import type { AgentEvent } from "../../session/AgentEvent.js";

/** Whether the agent has a current call, as far as the events tell. The list does not contain it. */
export type CurrentCall = "unknown" | "none" | { readonly callId: string };

/** What is known after an event. */
export function currentCallAfter(known: CurrentCall, event: AgentEvent): CurrentCall {
  switch (event.kind) {
    case "talking":
    case "retrieved":
      return { callId: event.callId };
    case "held":
      return isCurrent(known, event.callId) ? "none" : known;
    case "released":
      // A call of several parties goes on when one of them leaves.
      return isCurrent(known, event.callId) ? (event.by === "customer" ? "unknown" : "none") : known;
    case "phone-released": // also sent when a held call is hung up
    case "signed-out":
      return "unknown";
    case "joined":
    case "held-since":
    case "other":
      return known;
    default:
      return event satisfies never;
  }
}

function isCurrent(known: CurrentCall, callId: string): boolean {
  return typeof known === "object" && known.callId === callId;
}
