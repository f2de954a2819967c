import { inspect } from "node:util";
import { describe, expect, it, vi } from "vitest";
import { GatewayError } from "../../src/gateway/GatewayError.js";
import { parseJsonBody, retryAfterOf } from "../../src/gateway/parseJsonBody.js";

const uuid = "5f0ed22e-8a1a-4ad5-9a0c-2b3c4d5e6f70";
const guid = `${uuid}.AgentGateway1`;
const former = "6a1fe33f-9b2b-4be6-8b1d-3c4d5e6f7081";
const success = '{"retcode":"0","result":[]}';

async function read(body: string | null, init?: ResponseInit, guids = [guid]): Promise<unknown> {
  const response = new Response(body, init);
  return parseJsonBody(await response.text(), response, guids);
}

/** The failure of reading an answer, after a check that the error quotes nothing of it. */
async function failureOf(body: string | null, init?: ResponseInit) {
  const error: unknown = await read(body, init).catch((reason: unknown) => reason);
  if (!(error instanceof GatewayError)) throw new Error("The answer was read.");
  expect(error.cause).toBeUndefined();
  expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(/13800138000|login|Server Error|Bad|5f0ed22e/i);
  return error.failure;
}

describe("parseJsonBody", () => {
  it("reads the JSON of a successful answer", async () => {
    expect(await read(`\ufeff\r\n ${success} \n`)).toEqual({ retcode: "0", result: [] });
  });

  it.each([
    ["a login page", "<!doctype html><title>Login</title><form action=/login></form>"],
    ["an empty body", ""],
    ["white space", " \n"],
    ["truncated JSON", '{"retcode":"0","result":[{"caller":"13800138000"'],
    ["JSON with a suffix", `${success}<script>`],
    ["brackets without end", "[".repeat(100_000)],
  ])("throws malformed for %s under HTTP 200 and quotes nothing", async (_, body) => {
    expect(await failureOf(body, { statusText: `Bad ${guid}` })).toEqual({ kind: "malformed", path: "body" });
  });

  it("throws malformed for HTTP 204", async () => {
    expect(await failureOf(null, { status: 204 })).toEqual({ kind: "malformed", path: "body" });
  });

  it.each([400, 401, 403, 404, 500, 503])("reads a failed retcode under HTTP %i", async (status) => {
    for (const retcode of ["200-005", "400-003", "-1"])
      expect(await read(JSON.stringify({ retcode }), { status })).toEqual({ retcode });
  });

  it.each([
    [500, "Internal Server Error: 13800138000"],
    [502, `<html><h1>Bad Gateway</h1>${guid}</html>`],
    [503, ""],
    [401, '{"error":"13800138000"}'],
    [404, "null"],
    [418, '{"retcode":'],
    [500, success],
  ])("throws HTTP %i without a failed retcode and quotes nothing", async (status, body) => {
    expect(await failureOf(body, { status, statusText: `Bad ${guid}` })).toEqual({ kind: "http", status });
  });
});

describe("removal of Guids", () => {
  const escaped = guid.replace(/[-.]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);

  it.each([
    ["the Guid", guid],
    ["the Guid in JSON escapes", escaped],
    ["its UUID", uuid],
    ["its UUID in capitals", uuid.toUpperCase()],
    ["the Guid in capitals", guid.toUpperCase()],
    ["the Guid of another node", `${uuid}.AgentGateway12`],
    ["the former Guid", former.toUpperCase()],
    ["the Guid of another agent", "7b20f440-ac3c-4cf7-9c2e-4d5e6f708192.AgentGateway2"],
  ])("removes %s from every text", async (_, echo) => {
    const body = `{"retcode":"bad ${echo}","message":"<${echo}, ${echo}>","result":[{"callid":"1 ${echo}!"}]}`;
    expect(await read(body, {}, [guid, `${former}.AgentGateway1`, ""])).toEqual({
      retcode: "bad …",
      message: "<…, …>",
      result: [{ callid: "1 …!" }],
    });
  });

  it.each(['a/b+c="\\<&>/0123456789', `${guid}/x`, "$&$1$$0123456789abcdef", "(a|b)*[c].{d}?^+0123"])(
    "removes a Guid with letters that JSON or a pattern spells differently: %s",
    async (odd) => {
      const body = JSON.stringify({ message: `<${odd}>`, callid: odd }).replaceAll("/", "\\/");
      expect(await read(body, {}, [odd])).toEqual({ message: "<…>", callid: "…" });
    },
  );

  it("removes a short Guid and a short part of a Guid from messages only", async () => {
    const body = '{"message":"first and g-1","callskill":"first g-1"}';
    expect(await read(body, {}, ["first.AgentGateway1", "g-1"])).toEqual({
      message: "… and …",
      callskill: "first g-1",
    });
  });

  it("keeps other identifiers of the gateway", async () => {
    const message = `trace ${former} at AgentGateway1`;
    expect(await read(JSON.stringify({ message }))).toEqual({ message });
  });
});

it.each([
  ["120", 120_000],
  [" 5 ", 5_000],
  ["Wed, 21 Oct 2026 07:28:30 GMT", 30_000],
  ["Wed, 21 Oct 2026 07:27:00 GMT", undefined],
  ...["0", "-5", "1.5", "5 s", "soon", ""].map((header): [string, undefined] => [header, undefined]),
])("reads the Retry-After %j as %j ms", async (header, retryAfter) => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2026, 9, 21, 7, 28, 0) });
  const init = { status: 503, headers: { "Retry-After": header } };
  expect(retryAfterOf(new Response("", init))).toBe(retryAfter);
  expect(await failureOf("busy", init)).toEqual({ kind: "http", status: 503, retryAfter });
});
