import { GatewayError } from "./GatewayError.js";
import type { HeldCall } from "./HeldCall.js";

/** What the gateway lists. */
export type HoldListAnswer = {
  /** In the gateway's order; each call ID once. */
  readonly calls: readonly HeldCall[];
  /** The path of each row that was left out because it could not be read, such as `result[2].callid`. Usually empty. */
  readonly unreadable: readonly string[];
};

const noCalls: HoldListAnswer = { calls: [], unreadable: [] };

/**
 * Reads the answer to "query hold list". Takes every shape that was documented, sampled or is likely: rows as an array or a
 * single object, numbers as text and text as numbers, and any form of an empty list.
 *
 * @throws {GatewayError} `retcode` where the gateway said no, `malformed` where nothing can be read.
 */
export function parseHoldList(body: unknown): HoldListAnswer {
  const { retcode, message } = parseEnvelope(body);
  if (retcode === "400-003") return noCalls; // "no call information when getting the hold queue"
  if (retcode !== "0") throw new GatewayError({ kind: "retcode", retcode, gatewayMessage: message });
  return parseRows(isObject(body) ? body.result : undefined);
}

/**
 * Reads the answer to an operation: retcode "0" is accepted.
 * @throws {GatewayError} `retcode` where the gateway said no, `malformed` where there is no retcode.
 */
export function parseAccepted(body: unknown): void {
  const { retcode, message } = parseEnvelope(body);
  if (retcode !== "0") throw new GatewayError({ kind: "retcode", retcode, gatewayMessage: message });
}

/**
 * The retcode and message that every answer of the gateway carries.
 * @throws {GatewayError} `malformed` where there is no retcode.
 */
export function parseEnvelope(body: unknown): { retcode: string; message: string } {
  if (!isObject(body)) throw new GatewayError({ kind: "malformed", path: "body" });
  const retcode = text(body.retcode);
  if (retcode === undefined || retcode === "") throw new GatewayError({ kind: "malformed", path: "retcode" });
  return { retcode, message: text(body.message) ?? "" };
}

function parseRows(result: unknown): HoldListAnswer {
  if (result === undefined || result === null || result === "") return noCalls;
  if (!isObject(result) && !Array.isArray(result)) throw new GatewayError({ kind: "malformed", path: "result" });
  const rows = Array.isArray(result) ? result : Object.keys(result).length === 0 ? [] : [result];

  const calls = new Map<string, HeldCall>();
  const unreadable: string[] = [];
  rows.forEach((row: unknown, index) => {
    const path = Array.isArray(result) ? `result[${index}]` : "result";
    const call = parseRow(row);
    if (typeof call === "string") unreadable.push(path + call);
    else if (!calls.has(call.callId)) calls.set(call.callId, call);
  });
  const [first] = unreadable;
  if (calls.size === 0 && first !== undefined) throw new GatewayError({ kind: "malformed", path: first });
  return { calls: [...calls.values()], unreadable };
}

/** A whole call, or the path within the row of what is missing or unreadable. */
function parseRow(row: unknown): HeldCall | string {
  if (!isObject(row)) return "";
  const callId = text(row.callid);
  if (callId === undefined || callId.trim() === "") return ".callid";
  const callType = integer(row.callfeature);
  if (callType === undefined) return ".callfeature";
  const caller = text(row.caller, "");
  if (caller === undefined) return ".caller";
  const called = text(row.called, "");
  if (called === undefined) return ".called";
  const skill = text(row.callskill ?? null, "");
  if (skill === undefined) return ".callskill";
  return { callId, callType, caller, called, skill };
}

/** Text, or a number as text; `forNull` for null. A number too large to be exact is no number that we could show. */
function text(value: unknown, forNull?: string): string | undefined {
  if (typeof value === "string") return value;
  if (value === null) return forNull;
  return typeof value === "number" && Number.isSafeInteger(value) ? String(value) : undefined;
}

function integer(value: unknown): number | undefined {
  const number = typeof value === "string" && /^\s*-?\d+\s*$/.test(value) ? Number(value) : value;
  return typeof number === "number" && Number.isSafeInteger(number) ? number : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
