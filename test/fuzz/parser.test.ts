import { describe, expect, it } from "vitest";
import { GatewayError } from "../../src/gateway/GatewayError.js";
import { type HoldListAnswer, parseHoldList } from "../../src/gateway/parseHoldList.js";
import { parseJsonBody } from "../../src/gateway/parseJsonBody.js";
import { createRandom, type Random } from "../storm/createRandom.js";
import { createAnswerText } from "./createAnswerText.js";

const seed = Number(process.env.FUZZ_SEED ?? 20_260_305);
const count = Number(process.env.FUZZ_ANSWERS ?? 100_000);
const guid = "0f8fad5b-d9cb-469f-a165-70867728950e.AgentGateway1";

/** What is wrong with an outcome of the parser; null when it keeps every promise. Not `expect`, which is slow in a long loop. */
function problemOf(answer: HoldListAnswer): string | null {
  const ids = new Set<string>();
  for (const call of answer.calls) {
    const { callId, callType, caller, called, skill } = call;
    if (Object.keys(call).length !== 5) return "a call has other fields";
    if (callId.trim() === "" || ids.has(callId)) return "a call ID is blank or occurs twice";
    if (callType !== null && !Number.isSafeInteger(callType)) return "a call type is not an integer";
    if (![callId, caller, called, skill].every((text) => typeof text === "string")) return "a text is not a string";
    ids.add(callId);
  }
  return answer.unreadable.every((path) => /^result(\[\d+\])?(\.callid)?$/.test(path)) ? null : "a path is wrong";
}

/** A failure may name codes and paths, never a text of the answer. */
function problemOfError(error: unknown): string | null {
  if (!(error instanceof GatewayError)) return `another error than GatewayError: ${String(error)}`;
  if (error.cause !== undefined) return "the error has a cause";
  return /[<>\u202a-\u202e\u2066-\u2069\0]|1501127996|13800138000/.test(error.message)
    ? "the error quotes the answer"
    : null;
}

function encode(random: Random, text: string): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from(Buffer.from(text, random.chance(0.8) ? "utf8" : random.pick(["utf16le", "latin1"])));
  if (random.chance(0.1)) bytes[random.between(0, bytes.length - 1)] = random.between(0, 255);
  return bytes;
}

describe("hostile answers", () => {
  it(`parses ${count} generated answers to a valid list or a GatewayError (FUZZ_SEED=${seed})`, () => {
    let lists = 0;
    const faults: unknown[] = [];
    for (let step = 0; step < count && faults.length < 5; step++) {
      const text = createAnswerText(createRandom(seed, step));
      let body: unknown;
      try {
        body = JSON.parse(text);
      } catch {
        continue;
      }
      try {
        const problem = problemOf(parseHoldList(body));
        lists++;
        if (problem !== null) faults.push({ step, problem, text });
      } catch (error) {
        const problem = problemOfError(error);
        if (problem !== null) faults.push({ step, problem, text });
      }
    }
    expect(faults).toEqual([]);
    expect(Object.keys(Object.prototype)).toEqual([]);
    // The generator is of no use when most of its answers fail in the same way.
    expect(lists).toBeGreaterThan(count / 4);
  }, 60_000);

  it("reads 2,000 generated bodies in several encodings to a value or a GatewayError", async () => {
    const faults: unknown[] = [];
    for (let step = 0; step < 2_000 && faults.length < 5; step++) {
      const random = createRandom(seed + 1, step);
      const text = createAnswerText(random);
      const response = new Response(encode(random, text), { status: random.pick([200, 200, 500, 429]) });
      try {
        parseHoldList(parseJsonBody(await response.text(), response, [guid]));
      } catch (error) {
        const problem = problemOfError(error);
        if (problem !== null) faults.push({ step, problem, text });
      }
    }
    expect(faults).toEqual([]);
  });

  it.each([
    ["rows", Array.from({ length: 10_000 }, (_, index) => ({ callid: `1-${index}`, caller: "1", calldata: {} }))],
    ["rows with the same call ID", Array.from({ length: 10_000 }, () => ({ callid: "1-1" }))],
    ["rows without a call ID", [{ callid: "1" }, ...Array.from({ length: 10_000 }, () => ({}))]],
    ["values that are not rows", [{ callid: "1" }, ...Array.from({ length: 10_000 }, () => [[]])]],
  ])("reads each of 10,000 %s a fixed number of times", (_, result: unknown[]) => {
    let reads = 0;
    const count = <T extends object>(target: T): T =>
      new Proxy(target, { get: (object, key) => (reads++, Reflect.get(object, key) as unknown) });
    parseHoldList({ retcode: "0", result: result.map((row) => count(row as object)) });
    expect(reads).toBeLessThanOrEqual(8 * result.length);
  });
});
