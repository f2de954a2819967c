import { isObject } from "../gateway/isObject.js";
import { wireInteger, wireText } from "../gateway/wireText.js";
import type { AgentEvent } from "./AgentEvent.js";

// Where an answer may keep its events, one or an array: `event` is documented, the array's place is not.
const places = ["event", "events", "result"];
const deepest = 5;

/**
 * Reads an answer of the gateway's event poll: one event, an array of them, or none. What it cannot read is `other`, or
 * left out: events make times exact and ask for the list sooner, and the list decides.
 *
 * @param agentId - whose events; those of another `workNo` are left out. An event without one counts as the agent's.
 */
export function parseAgentEvents(answer: unknown, agentId?: string): readonly AgentEvent[] {
  return eventsIn(answer, deepest)
    .filter(({ workNo }) => agentId === undefined || isOf(agentId, workNo))
    .map(parseEvent);
}

/** Whether the gateway refused the event poll: a retcode other than 0. */
export function isRefusedPoll(answer: unknown): boolean {
  const retcode = isObject(answer) ? wireText(answer.retcode) : null;
  return retcode !== null && retcode !== "0";
}

/** The objects with an `eventType`, in the answer's order. */
function eventsIn(value: unknown, depth: number): readonly Readonly<Record<string, unknown>>[] {
  if (depth === 0) return [];
  if (Array.isArray(value)) return value.flatMap((item: unknown) => eventsIn(item, depth - 1));
  if (!isObject(value)) return [];
  if (typeof value.eventType === "string") return [value];
  return places.flatMap((place) => eventsIn(value[place], depth - 1));
}

function isOf(agentId: string, workNo: unknown): boolean {
  const text = wireText(workNo);
  return text === null || Number(text) === Number(agentId);
}

function parseEvent(event: Readonly<Record<string, unknown>>): AgentEvent {
  const at = timeOf(event.eventGenTime);
  const callId = callIdOf(event.content);
  switch (event.eventType) {
    case "AgentOther_ShutdownService":
      return { kind: "signed-out", at };
    case "AgentOther_PhoneRelease":
      return { kind: "phone-released", at };
  }
  if (callId === null) return { kind: "other", at };
  switch (event.eventType) {
    case "AgentEvent_Hold":
    case "AgentEvent_linkagePhoneHold":
      return { kind: "held", callId, at };
    case "AgentEvent_Talking":
      return { kind: "talking", callId, at };
    case "AgentEvent_Conference":
      return { kind: "joined", callId, at };
    case "AgentEvent_Call_Release":
      return { kind: "released", by: "anyone", callId, at };
    case "AgentEvent_Customer_Release":
      return { kind: "released", by: "customer", callId, at };
    case "AgentEvent_linkagePhoneUnHold":
      return { kind: "retrieved", callId, at };
    default:
      return { kind: "other", at };
  }
}

/** The call ID: the content itself, or its `callid` or `callId`. */
function callIdOf(content: unknown): string | null {
  return isObject(content) ? (wireText(content.callid) ?? wireText(content.callId)) : wireText(content);
}

function timeOf(value: unknown): number | null {
  const time = wireInteger(value);
  return time !== null && time > 0 ? time : null;
}
