import type { AgentEvent } from "../../session/AgentEvent.js";

/** Whether the agent has a current call, which no list shows: as far as the events tell. */
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
      // One party's leaving need not end a call of several.
      return isCurrent(known, event.callId) ? (event.by === "customer" ? "unknown" : "none") : known;
    case "phone-released": // also sent where a held call is hung up
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
