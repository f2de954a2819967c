import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GatewayError } from "../../src/gateway/GatewayError.js";
import { parseAccepted, parseEnvelope, parseHoldList } from "../../src/gateway/parseHoldList.js";
import sampleAnswer from "./sampleAnswer.json?raw";

const row = { callfeature: 7, callid: "1501127996-2", caller: "10086", called: "70943", callskill: "" };
const call = { callId: "1501127996-2", callType: 7, caller: "10086", called: "70943", skill: "" };

const success = (result: unknown) => ({ message: "", retcode: "0", result });
const callsOf = (...rows: unknown[]) => parseHoldList(success(rows)).calls;

/** The failure that `parse` throws. */
function failureOf(parse: () => unknown) {
  try {
    parse();
  } catch (error) {
    expect(error).toBeInstanceOf(GatewayError);
    expect(error).not.toHaveProperty("cause");
    return (error as GatewayError).failure;
  }
  throw new Error("Nothing was thrown.");
}
const listFailure = (body: unknown) => failureOf(() => parseHoldList(body));

describe("parseHoldList", () => {
  it("reads the documented sample, whose calls differ only in the called number and the skill", () => {
    expect(parseHoldList(JSON.parse(sampleAnswer))).toEqual({
      calls: [
        { ...call, skill: "voice" },
        { ...call, callId: "1501127920-0", called: "70941" },
      ],
      unreadable: [],
    });
  });

  it("keeps the gateway's order", () => {
    expect(callsOf({ ...row, callid: "b" }, { ...row, callid: "a" }, row).map(({ callId }) => callId)).toEqual([
      ...["b", "a", "1501127996-2"],
    ]);
  });

  it("reads a single object as one row", () => {
    expect(parseHoldList(success(row))).toEqual({ calls: [call], unreadable: [] });
  });

  it.each([0, "0"])("accepts the retcode %j as success", (retcode) => {
    expect(parseHoldList({ retcode, result: [row] }).calls).toEqual([call]);
  });

  it.each([-1, 99, "99", 12_345_678_901])("keeps the undocumented call type %j", (callfeature) => {
    expect(callsOf({ ...row, callfeature })).toEqual([{ ...call, callType: Number(callfeature) }]);
  });

  it.each([undefined, null, "", "seven", 7.5, true, [7], {}])("reads the call type %j as unknown", (callfeature) => {
    expect(callsOf({ ...row, callfeature })).toEqual([{ ...call, callType: null }]);
  });

  describe.each([
    ["caller", "caller"],
    ["called", "called"],
    ["callskill", "skill"],
  ])("the field %s", (wireName, name) => {
    it.each([undefined, null, "", " \t", 2 ** 53, 1.5, true, {}, ["1"]])("is empty when the row has %j", (value) => {
      expect(callsOf({ ...row, [wireName]: value })).toEqual([{ ...call, [name]: "" }]);
    });

    it("keeps markup and control characters unchanged", () => {
      const value = '<img src=x onerror="alert(1)">\u202e语音\u0000';
      expect(callsOf({ ...row, [wireName]: value })).toEqual([{ ...call, [name]: value }]);
    });
  });

  it("reads a row that has only a call ID", () => {
    const calls = [{ callId: "1-1", callType: null, caller: "", called: "", skill: "" }];
    expect(parseHoldList(success({ callid: "1-1" }))).toEqual({ calls, unreadable: [] });
  });

  it("lists a repeated call ID once, with the values of its first row", () => {
    const rows = [row, { ...row, callid: "b" }, row, { ...row, caller: "1" }];
    expect(callsOf(...rows)).toEqual([call, { ...call, callId: "b" }]);
  });

  it.each(["__proto__", "constructor", "hasOwnProperty", "0"])("reads the call ID %j like any other", (callid) => {
    expect(callsOf(row, { ...row, callid }, { ...row, callid })).toEqual([call, { ...call, callId: callid }]);
  });

  it("reads no field from a __proto__ key of the answer", () => {
    const answer = JSON.parse(`{"__proto__": ${JSON.stringify(success([row]))}}`) as unknown;
    expect(listFailure(answer)).toEqual({ kind: "malformed", path: "retcode" });
    const rows = JSON.parse(`[{"__proto__": ${JSON.stringify(row)}}, ${JSON.stringify(row)}]`) as unknown;
    expect(parseHoldList(success(rows))).toEqual({ calls: [call], unreadable: ["result[0].callid"] });
    expect(Object.prototype).not.toHaveProperty("callid");
  });

  it("reads ten thousand rows and names each row that it cannot read", () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => (index % 2 === 0 ? { ...row, callid: index } : null));
    const { calls, unreadable } = parseHoldList(success(rows));
    expect([calls.length, calls.at(-1)?.callId]).toEqual([5_000, "9998"]);
    expect([unreadable.length, unreadable.at(-1)]).toEqual([5_000, "result[9999]"]);
  });

  it.each([[[]], [{}], [""], [null], [undefined]])("reads no held calls from the result %j", (result) => {
    expect(parseHoldList(success(result))).toEqual({ calls: [], unreadable: [] });
  });

  it.each([undefined, null, [], "", [row]])("reads no held calls from retcode 400-003 with the result %j", (result) => {
    const body = { retcode: "400-003", message: "no call information", result };
    expect(parseHoldList(body)).toEqual({ calls: [], unreadable: [] });
  });

  it.each<[unknown, string]>([
    [null, ""],
    ["1501127996-2", ""],
    [7, ""],
    [[row], ""],
    [{}, ".callid"],
    ...[undefined, null, "", " \t", {}, true, 1.5, 2 ** 53].map((callid): [unknown, string] => [
      { ...row, callid },
      ".callid",
    ]),
  ])("leaves out a row without a usable call ID and names its path: %j", (bad, path) => {
    const last = { ...row, callid: "last" };
    expect(parseHoldList(success([row, bad, last]))).toEqual({
      calls: [call, { ...call, callId: "last" }],
      unreadable: [`result[1]${path}`],
    });
    expect(listFailure(success([bad, bad]))).toEqual({ kind: "malformed", path: `result[0]${path}` });
  });

  it.each([
    [{ error: "no call" }, "result.callid"],
    [" ", "result"],
    ["none", "result"],
    [0, "result"],
    [true, "result"],
  ])("throws malformed when the result is %j", (result, path) => {
    expect(listFailure(success(result))).toEqual({ kind: "malformed", path });
  });
});

describe.each([
  ["parseHoldList", parseHoldList],
  ["parseAccepted", parseAccepted],
  ["parseEnvelope", parseEnvelope],
])("%s", (name, parse) => {
  it.each([null, undefined, "", "0", 0, true, [], [success([])]])("throws malformed for the body %j", (body) => {
    expect(failureOf(() => parse(body))).toEqual({ kind: "malformed", path: "body" });
  });

  it.each([undefined, null, "", " ", true, {}, ["0"], 0.5, 2 ** 53])(
    "throws malformed for the retcode %j",
    (retcode) => {
      const body = { retcode, message: "", result: [] };
      expect(failureOf(() => parse(body))).toEqual({ kind: "malformed", path: "retcode" });
    },
  );

  it.each([
    ["100-006", "stale", "100-006", "stale"],
    ["100-006", undefined, "100-006", ""],
    ["100-006", { text: "stale" }, "100-006", ""],
    ["100-006", 5, "100-006", "5"],
    [-1, "failed", "-1", "failed"],
    ["constructor", "", "constructor", ""],
  ])("reads the retcode %j and the message %j", (retcode, message, code, text) => {
    const body = { retcode, message, result: [row] };
    if (name === "parseEnvelope") expect(parse(body)).toEqual({ retcode: code, message: text });
    else expect(failureOf(() => parse(body))).toEqual({ kind: "retcode", retcode: code, gatewayMessage: text });
  });
});

describe("parseHoldList with generated answers", () => {
  const wireName = fc.constantFrom(
    ...["retcode", "message", "result", "callid", "callfeature", "caller", "called", "callskill"],
    ...["__proto__", "constructor", "toString"],
  );

  // Generated as text, so that "__proto__" is an own key, as it is in JSON.
  const { json } = fc.letrec<{ json: string }>((tie) => ({
    json: fc.oneof(
      { maxDepth: 4, depthSize: "small" },
      fc.jsonValue({ maxDepth: 0 }).map((value) => JSON.stringify(value)),
      fc.constantFrom('"0"', "0", '"7"', "7", '"400-003"', JSON.stringify(row)),
      fc.array(tie("json"), { maxLength: 4 }).map((items) => `[${items.join()}]`),
      fc
        .array(fc.tuple(wireName, tie("json")), { maxLength: 6 })
        .map((entries) => `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join()}}`),
    ),
  }));

  it("returns complete calls with unique IDs, or throws a GatewayError", () => {
    const body = fc.oneof(
      json,
      json.map((result) => `{"retcode":"0","result":${result}}`),
      fc.array(json).map((rows) => `{"retcode":0,"result":[${rows.join()}]}`),
    );
    fc.assert(
      fc.property(body, (text) => {
        try {
          const { calls, unreadable } = parseHoldList(JSON.parse(text));
          for (const { callType, ...held } of calls) {
            expect(Object.keys(held)).toEqual(["callId", "caller", "called", "skill"]);
            for (const value of Object.values(held)) expect(value).toBeTypeOf("string");
            expect(held.callId.trim()).not.toBe("");
            expect(callType === null || Number.isSafeInteger(callType)).toBe(true);
          }
          expect(new Set(calls.map(({ callId }) => callId)).size).toBe(calls.length);
          for (const path of unreadable) expect(path).toMatch(/^result(\[\d+\])?(\.callid)?$/);
        } catch (error) {
          if (!(error instanceof GatewayError)) throw error;
          expect(["malformed", "retcode"]).toContain(error.failure.kind);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  const text = fc.string().filter((value) => value === "" || value.trim() !== "");
  const callId = fc.oneof(fc.constantFrom("a", "b", "__proto__", "constructor"), text).filter((id) => id !== "");
  const goodRow = fc
    .record({ callId, callType: fc.integer(), caller: text, called: text, skill: text })
    .map(({ callId: callid, callType: callfeature, skill: callskill, ...numbers }) => ({
      row: { callid, callfeature, callskill, ...numbers },
      call: { callId: callid, callType: callfeature, skill: callskill, ...numbers },
      path: "",
    }));
  const badRow = fc
    .constantFrom<[unknown, string]>([null, ""], ["", ""], [[row], ""], [{}, ".callid"], [{ callid: null }, ".callid"])
    .map(([bad, path]) => ({ row: bad, call: null, path }));

  it("keeps every row with a call ID in order and names every other row", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(goodRow, badRow)), (rows) => {
        const unreadable = rows.flatMap(({ call, path }, index) => (call === null ? [`result[${index}]${path}`] : []));
        const good = rows.flatMap((one) => (one.call === null ? [] : [one.call]));
        const calls = good.filter((one, index) => good.findIndex((other) => other.callId === one.callId) === index);
        const body = success(rows.map((one) => one.row));
        if (calls.length > 0 || unreadable.length === 0) expect(parseHoldList(body)).toEqual({ calls, unreadable });
        else expect(listFailure(body)).toEqual({ kind: "malformed", path: unreadable[0] });
      }),
      { numRuns: 300 },
    );
  });

  it("reads a number and its text as the same value", () => {
    const number = fc.maxSafeInteger();
    const fields = { callid: number, callfeature: number, caller: number, called: number, callskill: number };
    fc.assert(
      fc.property(fc.record(fields), (numbers) => {
        const texts = Object.fromEntries(Object.entries(numbers).map(([key, value]) => [key, String(value)]));
        expect(callsOf(texts)).toEqual(callsOf(numbers));
        expect(callsOf(numbers)).toHaveLength(1);
      }),
    );
  });

  it("throws the gateway's own retcode for every retcode except 0 and 400-003", () => {
    const codes = text.filter((code) => !["", "0", "400-003"].includes(code));
    fc.assert(
      fc.property(codes, text, (retcode, message) => {
        const failure = { kind: "retcode", retcode, gatewayMessage: message };
        expect(listFailure({ retcode, message, result: [row] })).toEqual(failure);
      }),
    );
  });
});
