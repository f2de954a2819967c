/** An agent event, as far as the log shows it. */
export type GatewayEvent = {
  /** Such as `AgentEvent_Hold`. */
  readonly eventType: string;
  /** The ID of the call that it is about, or null. */
  readonly callId: string | null;
};

/** The event in an answer to an event poll; null where there is none. */
export function parseGatewayEvent(answer: object): GatewayEvent | null {
  const event: unknown = "event" in answer ? answer.event : null;
  if (typeof event !== "object" || event === null || !("eventType" in event)) return null;
  return { eventType: String(event.eventType), callId: "content" in event ? parseCallId(event.content) : null };
}

function parseCallId(content: unknown): string | null {
  if (typeof content === "string") return content || null;
  if (typeof content !== "object" || content === null) return null;
  if ("callid" in content) return parseCallId(content.callid);
  return "callId" in content ? parseCallId(content.callId) : null;
}
