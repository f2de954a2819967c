import type { AgentEvent } from "../session/AgentEvent.js";
import type { LeftReason } from "./LeftCall.js";

/** What events told about why calls leave, from just before the list shows it to just after. */
export type DepartureReasons = {
  /** The best reason that was told; null where none was. */
  readonly of: (callId: string) => LeftReason | null;
  /** Takes an event that ends a hold. `now`: a moment of the hold clock. */
  readonly note: (event: AgentEvent & { callId: string }, now: number) => void;
  /** The call is held anew: what ended its former hold says nothing of this one. */
  readonly forget: (callId: string) => void;
  /** Drops what was told more than 30 s ago. */
  readonly expire: (now: number) => void;
  readonly clear: () => void;
};

const lifetime = 30_000;
// Customer_Release is also sent when the agent connects or hangs up, which a further event then tells, and after talking.
const weights: Readonly<Record<LeftReason, number>> = { "customer-hung-up": 0, unknown: 1, retrieved: 2 };

export function createDepartureReasons(): DepartureReasons {
  const reasons = new Map<string, { readonly reason: LeftReason; readonly at: number }>();
  return {
    of: (callId) => reasons.get(callId)?.reason ?? null,
    note(event, now) {
      const reason = reasonOf(event);
      const told = reasons.get(event.callId)?.reason;
      if (told === undefined || weights[told] < weights[reason]) reasons.set(event.callId, { reason, at: now });
    },
    forget: (callId) => void reasons.delete(callId),
    expire(now) {
      for (const [callId, { at }] of reasons) if (now - at > lifetime) reasons.delete(callId);
    },
    clear: () => reasons.clear(),
  };
}

function reasonOf(event: AgentEvent): LeftReason {
  if (event.kind === "talking") return "retrieved";
  return event.kind === "released" && event.by === "customer" ? "customer-hung-up" : "unknown";
}
