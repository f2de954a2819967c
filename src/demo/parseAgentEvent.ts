/** An event of the agent's, as far as the log shows it. */
export type AgentEvent = {
  /** Such as `AgentEvent_Hold`. */
  readonly eventType: string;
  /** The call that it is about, or null. */
  readonly callId: string | null;
};

/** The event of an event poll's answer, or null where none happened. */
export function parseAgentEvent(event: unknown): AgentEvent | null {
  if (typeof event !== "object" || event === null || !("eventType" in event)) return null;
  const content = "content" in event ? event.content : null;
  return { eventType: String(event.eventType), callId: callIdOf(content) };
}

/** The call ID is the content itself, or its `callid`; desk phones write `callId`. */
function callIdOf(content: unknown): string | null {
  if (typeof content === "string") return content === "" ? null : content;
  if (typeof content !== "object" || content === null) return null;
  const callId = "callid" in content ? content.callid : "callId" in content ? content.callId : null;
  return typeof callId === "string" ? callId : null;
}
