import { isObject } from "../gateway/isObject.js";
import { wireInteger, wireText } from "../gateway/wireText.js";
import type { AgentEvent } from "./AgentEvent.js";

type RawEvent = { readonly event: Readonly<Record<string, unknown>>; readonly workNo: string | null };

// The members that may hold events, one or an array. `event` is documented for polls and `eventList` for push mode. The member of
// `allagentevent` is not documented.
const places = ["event", "eventList", "events", "result"];
const maxDepth = 5;

/**
 * Parses an answer of the gateway's event poll, or a message of push mode. An event that it cannot read is `other`, or left out:
 * events only make times exact and trigger polls, and the list decides.
 *
 * @param agentId - keep this agent's events only. An event without a `workNo` of its own or of its envelope counts as the agent's.
 * @returns null when the answer does not prove that the agent's events flow: it is a refusal, has no known form, or holds events of
 * other agents only. An empty array when the poll ended without an event.
 */
export function parseAgentEvents(answer: unknown, agentId?: string): readonly AgentEvent[] | null {
  const all = eventsIn(answer, null, maxDepth);
  if (all.length === 0) return isEmptyPoll(answer) ? [] : null;
  const events = all.filter(({ workNo }) => agentId === undefined || isOf(agentId, workNo));
  return events.length === 0 ? null : events.map(({ event }) => parseEvent(event));
}

/** The objects with an `eventType`, in the order of the answer, each with the `workNo` of the event or of its envelope. */
function eventsIn(value: unknown, envelopeWorkNo: string | null, depth: number): readonly RawEvent[] {
  if (depth === 0) return [];
  if (Array.isArray(value)) return value.flatMap((item: unknown) => eventsIn(item, envelopeWorkNo, depth - 1));
  if (!isObject(value)) return [];
  const workNo = wireText(value.workNo) ?? envelopeWorkNo;
  if (typeof value.eventType === "string") return [{ event: value, workNo }];
  return places.flatMap((place) => eventsIn(value[place], workNo, depth - 1));
}

/** Whether a poll succeeded without an event: retcode "0" and an empty `event`. The answer to a heartbeat has no `event`. */
function isEmptyPoll(answer: unknown): boolean {
  if (Array.isArray(answer)) return answer.some((item) => isObject(item) && isEmptyPoll(item));
  if (!isObject(answer) || wireText(answer.retcode) !== "0" || !("event" in answer)) return false;
  const { event } = answer;
  return event === null || event === "" || (typeof event === "object" && Object.keys(event).length === 0);
}

/** Whether a `workNo` names the agent. The number of an agent whose phone rings may begin with "a" or "A". */
function isOf(agentId: string, workNo: string | null): boolean {
  return workNo === null || Number(workNo.trim().replace(/^a/i, "")) === Number(agentId);
}

function parseEvent(event: Readonly<Record<string, unknown>>): AgentEvent {
  const at = timeOf(event.eventGenTime);
  const { content } = event;
  switch (event.eventType) {
    case "AgentOther_ShutdownService":
      return {
        kind: "signed-out",
        loginTime: timeOf(isObject(content) ? content.loginTime : content) ?? undefined,
        at,
      };
    case "AgentOther_PhoneRelease":
      return { kind: "phone-released", at };
  }
  const callId = callIdOf(content);
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
