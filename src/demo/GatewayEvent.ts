/** An event of the agent's, as far as the log shows it. */
export type GatewayEvent = {
  /** Such as `AgentEvent_Hold`. */
  readonly eventType: string;
  /** The call that it is about, or null. */
  readonly callId: string | null;
};

/** The event to show of an event poll's answer; null where there was none. What it means is the panel's to read. */
export function gatewayEventOf(answer: object): GatewayEvent | null {
  const event: unknown = "event" in answer ? answer.event : null;
  if (typeof event !== "object" || event === null || !("eventType" in event)) return null;
  return { eventType: String(event.eventType), callId: "content" in event ? callIdOf(event.content) : null };
}

function callIdOf(content: unknown): string | null {
  if (typeof content === "string") return content || null;
  if (typeof content !== "object" || content === null) return null;
  if ("callid" in content) return callIdOf(content.callid);
  return "callId" in content ? callIdOf(content.callId) : null;
}
