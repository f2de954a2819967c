import { createGuidRemover } from "./createGuidRemover.js";
import { GatewayError } from "./GatewayError.js";
import type { HeldCall } from "./HeldCall.js";
import { isObject } from "./isObject.js";
import { wireInteger, wireText } from "./wireText.js";

/** The gateway's hold list. */
export type HoldListAnswer = {
  /** In the gateway's order. Each call ID occurs once. */
  readonly calls: readonly HeldCall[];
  /** The path of each row without a usable call ID, such as `result[2].callid`. Such a row is left out. Usually empty. */
  readonly unreadable: readonly string[];
};

const removeGuids = createGuidRemover([]);

/**
 * Parses the answer to "query hold list". Accepts every shape that is documented, sampled or likely: rows as an array or a single
 * object, fields as text or numbers, and any form of an empty list.
 *
 * @param retryAfter - the answer's `Retry-After` in ms, for the failure
 * @throws {GatewayError} `retcode` when the gateway refused, `malformed` when nothing can be read.
 */
export function parseHoldList(body: unknown, retryAfter?: number): HoldListAnswer {
  if (parseEnvelope(body).retcode === "400-003") return noCalls(); // "no call information when getting the hold queue"
  parseAccepted(body, retryAfter);
  return parseRows(isObject(body) ? body.result : undefined);
}

/**
 * Checks the answer to an operation. Retcode "0" means accepted.
 * @param retryAfter - the answer's `Retry-After` in ms, for the failure
 * @throws {GatewayError} `retcode` when the gateway refused, `malformed` when there is no retcode.
 */
export function parseAccepted(body: unknown, retryAfter?: number): void {
  const { retcode, message } = parseEnvelope(body);
  if (retcode !== "0") throw new GatewayError({ kind: "retcode", retcode, gatewayMessage: message, retryAfter });
}

/**
 * Parses the retcode and the message of any answer.
 * @throws {GatewayError} `malformed` when there is no retcode.
 */
export function parseEnvelope(body: unknown): { retcode: string; message: string } {
  if (!isObject(body)) throw new GatewayError({ kind: "malformed", path: "body" });
  const retcode = wireText(body.retcode);
  if (retcode === null) throw new GatewayError({ kind: "malformed", path: "retcode" });
  return { retcode, message: removeGuids(wireText(body.message) ?? "") };
}

function parseRows(result: unknown): HoldListAnswer {
  if (result === undefined || result === null || result === "") return noCalls();
  if (!isObject(result) && !Array.isArray(result)) throw new GatewayError({ kind: "malformed", path: "result" });
  const rows = Array.isArray(result) ? result : Object.keys(result).length === 0 ? [] : [result];

  const calls = new Map<string, HeldCall>();
  const unreadable: string[] = [];
  rows.forEach((row: unknown, index) => {
    const path = Array.isArray(result) ? `result[${index}]` : "result";
    const call = parseRow(row);
    if (call === null) unreadable.push(isObject(row) ? `${path}.callid` : path);
    else if (!calls.has(call.callId)) calls.set(call.callId, call);
  });
  const [first] = unreadable;
  if (calls.size === 0 && first !== undefined) throw new GatewayError({ kind: "malformed", path: first });
  return { calls: [...calls.values()], unreadable };
}

/** A new object each time: a caller may keep what it knows of an answer by its identity. */
function noCalls(): HoldListAnswer {
  return { calls: [], unreadable: [] };
}

/** A row with a call ID is a held call. A missing or unusable other field costs only that field. */
function parseRow(row: unknown): HeldCall | null {
  if (!isObject(row)) return null;
  const callId = wireText(row.callid);
  if (callId === null) return null;
  return {
    callId,
    callType: wireInteger(row.callfeature),
    caller: wireText(row.caller) ?? "",
    called: wireText(row.called) ?? "",
    skill: wireText(row.callskill) ?? "",
  };
}
