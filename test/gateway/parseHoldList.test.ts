import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GatewayError } from "../../src/gateway/GatewayError.js";
import { parseEnvelope, parseHoldList } from "../../src/gateway/parseHoldList.js";
import sampleAnswer from "./sampleAnswer.json?raw";

// A row as in the sample answer, with the fields that are never relied on.
const row = {
  callfeature: 7,
  callid: "1501127996-2",
  caller: "10086",
  called: "70943",
  callskill: "",
  callskillid: 0,
  orgicallednum: "",
  calldata: null,
  begintime: null,
  endtime: null,
};
const call = { callId: "1501127996-2", callType: 7, caller: "10086", called: "70943", skill: "" };

const empty = { calls: [], unreadable: [] };

function ok(result: unknown) {
  return { message: "", retcode: "0", result };
}

/** The failure that reading `body` throws. */
function failureOf(body: unknown) {
  try {
    parseHoldList(body);
  } catch (error) {
    expect(error).toBeInstanceOf(GatewayError);
    expect(error).not.toHaveProperty("cause");
    return (error as GatewayError).failure;
  }
  throw new Error("It was read.");
}

describe("a list", () => {
  it("reads the documented sample: two calls with the same caller, told apart by the called number", () => {
    expect(parseHoldList(JSON.parse(sampleAnswer))).toEqual({
      calls: [
        { callId: "1501127996-2", callType: 7, caller: "10086", called: "70943", skill: "voice" },
        { callId: "1501127920-0", callType: 7, caller: "10086", called: "70941", skill: "" },
      ],
      unreadable: [],
    });
  });

  it("keeps the gateway's order", () => {
    const first = { ...row, callid: "1501127995-1", callskill: "voice" };
    expect(parseHoldList(ok([first, row]))).toEqual({
      calls: [{ ...call, callId: "1501127995-1", skill: "voice" }, call],
      unreadable: [],
    });
  });

  it("reads a single object as one row", () => {
    expect(parseHoldList(ok(row))).toEqual({ calls: [call], unreadable: [] });
  });

  it("reads a row of text alone and a row of numbers alone as the same call", () => {
    const text = { callfeature: "7", callid: "15011", caller: "10086", called: "70943", callskill: "3" };
    const numbers = { callfeature: 7, callid: 15011, caller: 10086, called: 70943, callskill: 3 };
    expect(parseHoldList(ok([numbers]))).toEqual(parseHoldList(ok([text])));
    expect(parseHoldList(ok([numbers])).calls[0]).toEqual({ ...call, callId: "15011", skill: "3" });
  });

  it.each([0, "0"])("takes the retcode %j for success", (retcode) => {
    expect(parseHoldList({ retcode, result: [row] })).toEqual({ calls: [call], unreadable: [] });
  });

  it.each([-1, 99, 12_345_678_901, "-1", " 99 ", "12345678901"])(
    "keeps a call of the unknown type %j",
    (callfeature) => {
      expect(parseHoldList(ok([{ ...row, callfeature }])).calls[0]?.callType).toBe(Number(callfeature));
    },
  );

  it("reads a withheld number as empty", () => {
    expect(parseHoldList(ok([{ ...row, caller: null, called: "" }])).calls).toEqual([
      { ...call, caller: "", called: "" },
    ]);
  });

  it.each([null, undefined, ""])("reads the skill %j as none", (callskill) => {
    expect(parseHoldList(ok([{ ...row, callskill }])).calls).toEqual([call]);
  });

  it("leaves markup and odd letters in a skill as they are", () => {
    const callskill = '<img src=x onerror="alert(1)">\u202e语音\u0000';
    expect(parseHoldList(ok([{ ...row, callskill }])).calls[0]?.skill).toBe(callskill);
  });

  it("lists a call ID once, as it came first", () => {
    const rows = [row, { ...row, callid: "b" }, row, { ...row, caller: "1" }];
    expect(parseHoldList(ok(rows)).calls).toEqual([call, { ...call, callId: "b" }]);
  });

  it.each(["__proto__", "constructor", "toString", "hasOwnProperty", "0"])(
    "reads the call ID %j as any other",
    (callid) => {
      const rows = [row, { ...row, callid }, { ...row, callid }];
      expect(parseHoldList(ok(rows)).calls).toEqual([call, { ...call, callId: callid }]);
    },
  );

  it("reads nothing from a prototype that an answer brings along", () => {
    const inherited = JSON.parse(`{"__proto__": ${JSON.stringify(ok([row]))}}`) as unknown;
    expect(failureOf(inherited)).toEqual({ kind: "malformed", path: "retcode" });
    const rows = JSON.parse(`[{"__proto__": ${JSON.stringify(row)}}, ${JSON.stringify(row)}]`) as unknown;
    expect(parseHoldList(ok(rows))).toEqual({ calls: [call], unreadable: ["result[0].callid"] });
    expect(Object.prototype).not.toHaveProperty("callid");
  });

  it("reads ten thousand rows", () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => ({ ...row, callid: `call-${index}` }));
    const { calls, unreadable } = parseHoldList(ok(rows));
    expect(calls.map(({ callId }) => callId)).toEqual(rows.map(({ callid }) => callid));
    expect(unreadable).toEqual([]);
  });

  it("names each of ten thousand rows that it cannot read", () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => (index === 5_000 ? row : null));
    const { calls, unreadable } = parseHoldList(ok(rows));
    expect(calls).toEqual([call]);
    expect(unreadable).toHaveLength(9_999);
    expect(unreadable.at(-1)).toBe("result[9999]");
  });
});

describe("no held calls", () => {
  it.each([[[]], [{}], [""], [null], [undefined]])("is what the result %j says", (result) => {
    expect(parseHoldList(ok(result))).toEqual(empty);
  });

  it("is what a success without a result says", () => {
    expect(parseHoldList({ retcode: "0" })).toEqual(empty);
  });

  it.each([undefined, null, [], {}, "", [row]])("is what retcode 400-003 says, with the result %j", (result) => {
    expect(parseHoldList({ retcode: "400-003", message: "no call information", result })).toEqual(empty);
  });
});

describe("rows that cannot be read", () => {
  it.each([
    [null, ""],
    ["1501127996-2", ""],
    [7, ""],
    [true, ""],
    [[row], ""],
    [{}, ".callid"],
    [{ ...row, callid: undefined }, ".callid"],
    [{ ...row, callid: null }, ".callid"],
    [{ ...row, callid: "" }, ".callid"],
    [{ ...row, callid: " \t" }, ".callid"],
    [{ ...row, callid: {} }, ".callid"],
    [{ ...row, callid: true }, ".callid"],
    [{ ...row, callid: 1.5 }, ".callid"],
    [{ ...row, callid: 2 ** 53 }, ".callid"],
    [{ ...row, callfeature: undefined }, ".callfeature"],
    [{ ...row, callfeature: null }, ".callfeature"],
    [{ ...row, callfeature: "" }, ".callfeature"],
    [{ ...row, callfeature: "seven" }, ".callfeature"],
    [{ ...row, callfeature: "7.5" }, ".callfeature"],
    [{ ...row, callfeature: "0x7" }, ".callfeature"],
    [{ ...row, callfeature: "７" }, ".callfeature"],
    [{ ...row, callfeature: 7.5 }, ".callfeature"],
    [{ ...row, callfeature: "9".repeat(400) }, ".callfeature"],
    [{ ...row, callfeature: [7] }, ".callfeature"],
    [{ ...row, caller: undefined }, ".caller"],
    [{ ...row, caller: {} }, ".caller"],
    [{ ...row, caller: 2 ** 53 }, ".caller"],
    [{ ...row, called: undefined }, ".called"],
    [{ ...row, called: ["70943"] }, ".called"],
    [{ ...row, called: false }, ".called"],
    [{ ...row, callskill: {} }, ".callskill"],
    [{ ...row, callskill: 0.5 }, ".callskill"],
  ])("keeps the rows that it can read and names the one that it cannot: %j", (bad, path) => {
    const last = { ...row, callid: "last" };
    expect(parseHoldList(ok([row, bad, last]))).toEqual({
      calls: [call, { ...call, callId: "last" }],
      unreadable: [`result[1]${path}`],
    });
    expect(failureOf(ok([bad, bad]))).toEqual({ kind: "malformed", path: `result[0]${path}` });
  });

  it("names the field of a single object that it cannot read", () => {
    expect(failureOf(ok({ ...row, caller: {} }))).toEqual({ kind: "malformed", path: "result.caller" });
    expect(failureOf(ok({ error: "no call" }))).toEqual({ kind: "malformed", path: "result.callid" });
  });

  it.each([" ", "none", 0, 1, true, false])("names a result that is no list: %j", (result) => {
    expect(failureOf(ok(result))).toEqual({ kind: "malformed", path: "result" });
  });
});

describe("the envelope", () => {
  it.each([null, undefined, "", "0", 0, true, [], [ok([])]])("cannot be read in %j", (body) => {
    expect(failureOf(body)).toEqual({ kind: "malformed", path: "body" });
  });

  it.each([undefined, null, "", true, {}, ["0"], 0.5, 2 ** 53])("cannot be read with the retcode %j", (retcode) => {
    expect(failureOf({ retcode, message: "", result: [] })).toEqual({ kind: "malformed", path: "retcode" });
  });

  it.each([
    ["100-006", "stale", "100-006", "stale"],
    ["100-006", "", "100-006", ""],
    ["100-006", undefined, "100-006", ""],
    ["100-006", null, "100-006", ""],
    ["100-006", { text: "stale" }, "100-006", ""],
    ["100-006", 5, "100-006", "5"],
    [-1, "failed", "-1", "failed"],
    ["constructor", "", "constructor", ""],
  ])("says no with the retcode %j and the message %j", (retcode, message, code, gatewayMessage) => {
    expect(failureOf({ retcode, message, result: [row] })).toEqual({ kind: "retcode", retcode: code, gatewayMessage });
    expect(parseEnvelope({ retcode, message })).toEqual({ retcode: code, message: gatewayMessage });
  });
});

describe("for any answer", () => {
  const wireName = fc.constantFrom(
    ...["retcode", "message", "result", "callid", "callfeature", "caller", "called", "callskill"],
    ...["__proto__", "constructor", "toString"],
  );

  // Written as text and read again, so that "__proto__" is a key as it would be on the wire.
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

  it("gives whole calls with one ID each, or throws a GatewayError", () => {
    const body = fc.oneof(
      json,
      json.map((result) => `{"retcode":"0","result":${result}}`),
      fc.array(json).map((rows) => `{"retcode":0,"result":[${rows.join()}]}`),
    );
    fc.assert(
      fc.property(body, (text) => {
        try {
          const { calls, unreadable } = parseHoldList(JSON.parse(text));
          for (const held of calls) {
            expect(Object.keys(held)).toEqual(["callId", "callType", "caller", "called", "skill"]);
            expect(Object.values(held).map((value) => typeof value)).toEqual([
              ...["string", "number", "string", "string", "string"],
            ]);
            expect(held.callId.trim()).not.toBe("");
            expect(Number.isSafeInteger(held.callType)).toBe(true);
          }
          expect(new Set(calls.map(({ callId }) => callId)).size).toBe(calls.length);
          for (const path of unreadable) expect(path).toMatch(/^result(\[\d+\])?(\.call(id|feature|er|ed|skill))?$/);
        } catch (error) {
          if (!(error instanceof GatewayError)) throw error;
          expect(["malformed", "retcode"]).toContain(error.failure.kind);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  const callid = fc.oneof(
    fc.constantFrom("a", "b", "__proto__", "constructor"),
    fc.string({ minLength: 1 }).filter((id) => id.trim() !== ""),
  );
  const readable = fc
    .record({ callId: callid, callType: fc.integer(), caller: fc.string(), called: fc.string(), skill: fc.string() })
    .map((whole) => ({
      row: {
        callid: whole.callId,
        callfeature: whole.callType,
        caller: whole.caller,
        called: whole.called,
        callskill: whole.skill,
      },
      call: whole,
      path: null,
    }));
  const unreadable = fc
    .constantFrom<[unknown, string]>(
      [null, ""],
      ["", ""],
      [[row], ""],
      [{}, ".callid"],
      [{ ...row, callid: null }, ".callid"],
      [{ ...row, callfeature: "x" }, ".callfeature"],
      [{ ...row, caller: {} }, ".caller"],
      [{ ...row, called: [] }, ".called"],
      [{ ...row, callskill: true }, ".callskill"],
    )
    .map(([bad, path]) => ({ row: bad, call: null, path }));

  it("keeps every row that can be read, in order, and names every row that cannot", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(readable, unreadable)), (rows) => {
        const bad = rows.flatMap(({ path }, index) => (path === null ? [] : [`result[${index}]${path}`]));
        const good = rows.flatMap((one) => (one.call === null ? [] : [one.call]));
        const once = good.filter((one, index) => good.findIndex(({ callId }) => callId === one.callId) === index);
        const body = ok(rows.map((one) => one.row));
        if (good.length === 0 && bad.length > 0) {
          expect(failureOf(body)).toEqual({ kind: "malformed", path: bad[0] });
        } else {
          expect(parseHoldList(body)).toEqual({ calls: once, unreadable: bad });
        }
      }),
      { numRuns: 300 },
    );
  });

  it("reads numbers and their text as the same", () => {
    const number = fc.maxSafeInteger();
    const fields = fc.record({
      callid: number,
      callfeature: number,
      caller: number,
      called: number,
      callskill: number,
    });
    fc.assert(
      fc.property(fields, (numbers) => {
        const text = Object.fromEntries(Object.entries(numbers).map(([key, value]) => [key, String(value)]));
        expect(parseHoldList(ok([text]))).toEqual(parseHoldList(ok([numbers])));
        expect(parseHoldList(ok([numbers])).calls).toHaveLength(1);
      }),
    );
  });

  it("throws the gateway's own retcode for every retcode but 0 and 400-003", () => {
    const retcode = fc.string({ minLength: 1 }).filter((code) => code !== "0" && code !== "400-003");
    fc.assert(
      fc.property(retcode, fc.string(), (code, message) => {
        expect(failureOf({ retcode: code, message, result: [row] })).toEqual({
          kind: "retcode",
          retcode: code,
          gatewayMessage: message,
        });
      }),
    );
  });
});
