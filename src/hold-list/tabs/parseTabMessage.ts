import type { GatewayFailure } from "../../gateway/GatewayError.js";
import type { HeldCall } from "../../gateway/HeldCall.js";
import { isObject } from "../../gateway/isObject.js";
import type { HoldListAnswer } from "../../gateway/parseHoldList.js";
import type { AgentEvent } from "../../session/AgentEvent.js";
import type { PollState } from "../pollPolicy.js";
import { parseHoldTimes } from "../time/holdTimesStorage.js";
import { type GuidStamp, protocolVersion, type SharedState, type TabMessage, type TabRank } from "./TabMessage.js";

/** Parses a message of the channel, which any script of the origin can send. Null for anything else than a known message. */
export function parseTabMessage(value: unknown): TabMessage | null {
  try {
    return isObject(value) && value.version === protocolVersion ? parseKnown(value) : null;
  } catch {
    return null;
  }
}

/** @throws for a member that is missing or of another type */
function parseKnown(value: Fields): TabMessage | null {
  const from = text(value.from);
  switch (value.kind) {
    case "hello":
    case "here":
    case "bye":
      return { from, kind: value.kind };
    case "beat":
      return { from, kind: value.kind, rank: parseRank(value.rank) };
    case "state": {
      const refused = nullable(value.refused, parseStamp);
      return { from, kind: value.kind, rank: parseRank(value.rank), refused, state: parseState(value.state) };
    }
    case "ask":
      return { from, kind: value.kind, at: time(value.at) };
    case "events": {
      const events = list(value.events, parseEvent);
      return { from, kind: value.kind, origin: text(value.origin), events };
    }
    case "topic": {
      const { topic } = value;
      if (topic !== "actions" && topic !== "acknowledgements") return null;
      return { from, kind: value.kind, topic, data: value.data };
    }
    default:
      return null;
  }
}

type Fields = Readonly<Record<string, unknown>>;

function parseState(value: unknown): SharedState {
  const { revision, content, requestedAt, poll } = fields(value);
  return {
    revision: text(revision),
    content: nullable(content, parseContent),
    requestedAt: nullable(requestedAt, time),
    poll: parsePoll(fields(poll)),
  };
}

function parseContent(value: unknown): NonNullable<SharedState["content"]> {
  const { answer, times: rawTimes } = fields(value);
  const times = parseHoldTimes(rawTimes);
  if (times === null) throw new TypeError("times");
  return { answer: parseAnswer(fields(answer)), times };
}

function parseAnswer({ calls, unreadable }: Fields): HoldListAnswer {
  const byId = new Map(list(calls, parseCall).map((call) => [call.callId, call]));
  return { calls: [...byId.values()], unreadable: list(unreadable, text) };
}

function parseCall(value: unknown): HeldCall {
  const { callId, callType, caller, called, skill } = fields(value);
  return {
    callId: text(callId),
    callType: nullable(callType, number),
    caller: text(caller),
    called: text(called),
    skill: text(skill),
  };
}

function parsePoll(value: Fields): PollState {
  const failure = nullable(value.failure, parseFailure);
  return {
    failure,
    failures: failure === null ? 0 : Math.max(1, count(value.failures)),
    refusals: count(value.refusals),
    guidRenewed: value.guidRenewed === true,
    askAtOnce: value.askAtOnce === true,
    isProvenAlive: value.isProvenAlive === true,
    failingSince: nullable(value.failingSince, time),
    answeredAt: nullable(value.answeredAt, time),
    settledAt: nullable(value.settledAt, time),
    jitter: Math.min(1, Math.max(0, number(value.jitter))),
  };
}

function parseFailure(value: unknown): GatewayFailure {
  const { kind, ...rest } = fields(value);
  const retryAfter = rest.retryAfter === undefined ? {} : { retryAfter: Math.max(0, number(rest.retryAfter)) };
  switch (kind) {
    case "network":
    case "redirect":
      return { kind };
    case "timeout":
      return { kind, after: number(rest.after) };
    case "http":
      return { kind, status: number(rest.status), ...retryAfter };
    case "retcode":
      return { kind, retcode: text(rest.retcode), gatewayMessage: text(rest.gatewayMessage), ...retryAfter };
    case "malformed":
      return { kind, path: text(rest.path) };
    case "not-sent": {
      const reason = (["agent-id", "guid", "insecure", "no-gateway"] as const).find((known) => known === rest.reason);
      if (reason !== undefined) return { kind, reason };
    }
  }
  throw new TypeError("failure");
}

function parseEvent(value: unknown): AgentEvent {
  const { kind, at: rawAt, callId: rawCallId, by, since } = fields(value);
  const at = nullable(rawAt, time);
  switch (kind) {
    case "held":
    case "talking":
    case "joined":
    case "retrieved":
      return { kind, callId: text(rawCallId), at };
    case "released":
      return { kind, by: by === "customer" ? by : "anyone", callId: text(rawCallId), at };
    case "held-since":
      return { kind, callId: text(rawCallId), since: time(since), at: null };
    case "phone-released":
    case "other":
      return { kind, at };
  }
  // The end of a session is each tab's own.
  throw new TypeError("event");
}

function parseStamp(value: unknown): GuidStamp {
  const { salt, digest } = fields(value);
  return { salt: text(salt), digest: text(digest) };
}

function parseRank(value: unknown): TabRank {
  if (value === 0 || value === 1 || value === 2 || value === 3) return value;
  throw new TypeError("rank");
}

function fields(value: unknown): Fields {
  if (!isObject(value)) throw new TypeError("object");
  return value;
}

function list<T>(value: unknown, parse: (item: unknown) => T): readonly T[] {
  if (!Array.isArray(value)) throw new TypeError("array");
  return value.map(parse);
}

function nullable<T>(value: unknown, parse: (value: unknown) => T): T | null {
  return value === null ? null : parse(value);
}

function text(value: unknown): string {
  if (typeof value !== "string") throw new TypeError("string");
  return value;
}

function number(value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value)) throw new TypeError("number");
  return value;
}

function count(value: unknown): number {
  return Math.max(0, Math.floor(number(value)));
}

/** A wall-clock time that a date can be made of. */
function time(value: unknown): number {
  const ms = number(value);
  if (ms < 0 || ms > 8.64e15) throw new TypeError("time");
  return ms;
}
