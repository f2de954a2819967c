import fc from "fast-check";
import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createGateway, type GatewayOptions } from "../../src/gateway/createGateway.js";
import type { Gateway, HoldListRequest } from "../../src/gateway/Gateway.js";
import { GatewayError } from "../../src/gateway/GatewayError.js";

const uuid = "5f0ed22e-8a1a-4ad5-9a0c-2b3c4d5e6f70";
const guid = `${uuid}.AgentGateway1`;
const agent = { agentId: "291", guid };

const row = { callfeature: 7, callid: "1501127996-2", caller: "13800138000", called: "70943", callskill: "voice" };
const call = { callId: "1501127996-2", callType: 7, caller: "13800138000", called: "70943", skill: "voice" };
const list = { message: "", retcode: "0", result: [row] };
const answer = { calls: [call], unreadable: [] };
const accepted = { message: "success", retcode: "0", result: {} };
const operation = { method: "POST", path: "voicecall/{agentid}/confjoin", body: { callid: "7-1" } } as const;

// What every request has besides its method and body.
const requestInit = {
  headers: { Guid: guid, "Content-Type": "application/json; charset=UTF-8" },
  signal: expect.any(AbortSignal) as AbortSignal,
  redirect: "manual",
  cache: "no-store",
  credentials: "omit",
};

/** A fetch that answers each request with a new response. */
function fetchOf(body: string | object | null, init?: ResponseInit) {
  const text = typeof body === "object" && body !== null ? JSON.stringify(body) : body;
  return vi.fn<typeof fetch>(() => Promise.resolve(new Response(text, init)));
}
const gatewayOf = (body: string | object | null, init?: ResponseInit, options?: Partial<GatewayOptions>) =>
  createGateway({ baseUrl: "https://gateway:8043", fetch: fetchOf(body, init), ...options });

/** The two ways to send a request. What concerns every request is tested with both. */
const methods = [
  ["fetchHoldList", (gateway: Gateway, request: HoldListRequest) => gateway.fetchHoldList(request)],
  ["send", (gateway: Gateway, request: HoldListRequest) => gateway.send(operation, request)],
] as const;
type Method = (typeof methods)[number][1];
const [[, fetchList], [, sendOperation]] = methods;

const reasonOf = (promise: Promise<unknown>) =>
  promise.then(
    () => new Error("It was resolved."),
    (reason: unknown) => reason,
  );

/** The GatewayError of a request. Neither its text nor its causes contain the Guid or a number of the answer. */
async function errorOf(gateway: Gateway, request: HoldListRequest = agent, method: Method = fetchList) {
  const error = await reasonOf(method(gateway, request));
  if (!(error instanceof GatewayError)) throw error;
  const { failure, ...shown } = error;
  expect(inspect([error.message, error.stack, error.cause, shown], { depth: 20, showHidden: true })).not.toMatch(
    /13800138000|70943|1501127996|5f0ed22e/,
  );
  expect(inspect(failure)).not.toContain(uuid);
  return error;
}
const failureOf = async (...args: Parameters<typeof errorOf>) => (await errorOf(...args)).failure;

const servers: Server[] = [];

/** Starts an HTTP server on this machine and returns its address. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  servers.push(server);
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(async () => {
  vi.unstubAllGlobals();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((end) => server.close(end));
  }
});

describe("the request", () => {
  it("for the list has the documented address and headers", async () => {
    const send = fetchOf(list);
    await expect(createGateway({ baseUrl: "https://gateway:8043", fetch: send }).fetchHoldList(agent)).resolves.toEqual(
      answer,
    );
    const address = "https://gateway:8043/agentgateway/resource/calldata/291/holdlist";
    expect(send.mock.calls).toEqual([[address, { method: "GET", ...requestInit }]]);
  });

  it("of an operation is JSON with the method of the operation, or has no body", async () => {
    const send = fetchOf(accepted);
    const gateway = createGateway({ baseUrl: "", fetch: send });
    await expect(gateway.send(operation, agent)).resolves.toBeUndefined();
    await gateway.send({ method: "DELETE", path: "voicecall/{agentid}/x" }, agent);
    const resource = "/agentgateway/resource/voicecall/291";
    expect(send.mock.calls).toEqual([
      [`${resource}/confjoin`, { method: "POST", body: '{"callid":"7-1"}', ...requestInit }],
      [`${resource}/x`, { method: "DELETE", ...requestInit }],
    ]);
    expect(send.mock.calls[1]?.[1]).not.toHaveProperty("body");
  });

  it.each([
    [fetchList, ["GET", "calldata/291/holdlist", ""]],
    [sendOperation, ["POST", "voicecall/291/confjoin", '{"callid":"7-1"}']],
  ] as const)("has one Guid, a content type and no cookie over real HTTP", async (method, [name, path, sentBody]) => {
    const seen: unknown[] = [];
    const baseUrl = await serve((request, response) => {
      let body = "";
      request.on("data", (chunk: Buffer) => (body += chunk.toString()));
      request.on("end", () => {
        const guids = request.rawHeaders.filter((header) => header.toLowerCase() === "guid").length;
        const { headers } = request;
        seen.push([request.method, request.url, guids, headers.guid, headers["content-type"], headers.cookie, body]);
        response.end(JSON.stringify(list));
      });
    });
    await method(createGateway({ baseUrl }), agent);
    const type = "application/json; charset=UTF-8";
    expect(seen).toEqual([[name, `/agentgateway/resource/${path}`, 1, guid, type, undefined, sentBody]]);
  });

  it.each([
    ["", ""],
    ["/", ""],
    ["/prefix/", "/prefix"],
    ["https://h:8043", "https://h:8043"],
    ["https://h:8043/x/", "https://h:8043/x"],
    ["http://[::1]:8043", "http://[::1]:8043"],
  ])("goes to an address below the base URL %j", async (baseUrl, start) => {
    const send = fetchOf(list);
    const gateway = createGateway({ baseUrl, fetch: send });
    await gateway.fetchHoldList(agent);
    expect(send.mock.calls[0]?.[0]).toBe(`${start}/agentgateway/resource/calldata/291/holdlist`);
    expect(gateway.baseUrl).toBe(start);
  });

  it.each(["//evil", "/..//evil", "ftp://h", "https://u:p@h", "https://h?x", "http://10.0.0.1"])(
    "is refused with a TypeError for the base URL %j",
    (baseUrl) => {
      expect(() => createGateway({ baseUrl })).toThrow(TypeError);
    },
  );

  it("goes over plain HTTP to another machine only when that is allowed", async () => {
    const send = fetchOf(list);
    await createGateway({ baseUrl: "http://10.0.0.1:8080", fetch: send, allowInsecureHttp: true }).fetchHoldList(agent);
    expect(send.mock.calls[0]?.[0]).toBe("http://10.0.0.1:8080/agentgateway/resource/calldata/291/holdlist");
  });

  it("is not sent from a page that was loaded over plain HTTP, unless that is allowed", async () => {
    vi.stubGlobal("location", { protocol: "http:", hostname: "desk.example" });
    const send = fetchOf(list);
    const failure = await failureOf(createGateway({ baseUrl: "/cti", fetch: send }));
    expect(failure).toEqual({ kind: "not-sent", reason: "insecure" });
    expect(send).not.toHaveBeenCalled();

    await createGateway({ baseUrl: "/cti", fetch: send, allowInsecureHttp: true }).fetchHoldList(agent);
    await createGateway({ baseUrl: "https://gateway", fetch: send }).fetchHoldList(agent);
    expect(send).toHaveBeenCalledTimes(2);
  });

  it("carries cookies when asked to", async () => {
    const send = fetchOf(list);
    await createGateway({ baseUrl: "", fetch: send, credentials: "include" }).fetchHoldList(agent);
    expect(send.mock.calls[0]?.[1]?.credentials).toBe("include");
  });

  it("uses the global fetch of the moment of the request", async () => {
    const gateway = createGateway({ baseUrl: "https://gateway" });
    const later = fetchOf(list);
    vi.stubGlobal("fetch", later);
    await expect(gateway.fetchHoldList(agent)).resolves.toEqual(answer);
    expect(later).toHaveBeenCalledTimes(1);
  });

  it.each(["101", "291", "59999", "100200", "999999"])("is sent for the agent ID %j", async (agentId) => {
    const send = fetchOf(list);
    await createGateway({ baseUrl: "", fetch: send }).fetchHoldList({ ...agent, agentId });
    expect(send.mock.calls[0]?.[0]).toBe(`/agentgateway/resource/calldata/${agentId}/holdlist`);
  });

  it("is not sent for an agent ID above maxAgentId", async () => {
    const send = fetchOf(list);
    const gateway = createGateway({ baseUrl: "", fetch: send, maxAgentId: 59_999 });
    await gateway.fetchHoldList({ ...agent, agentId: "59999" });
    const failure = await failureOf(gateway, { ...agent, agentId: "60000" });
    expect(failure).toEqual({ kind: "not-sent", reason: "agent-id" });
    expect(send).toHaveBeenCalledTimes(1);
  });

  it.each([
    ...["", "0", "100", "1000000", "0101", " 101", "101 ", "101\n", "1e3", "101.0", "+101", "-101", "0x65", "１０１"],
    ...["٣٠١", "101/../102", "101?x", "101#", "%31%30%31", "101/holdlist/../../x", "NaN", "Infinity"],
  ])("is not sent for the agent ID %j", async (agentId) => {
    const send = fetchOf(list);
    for (const [, method] of methods) {
      const failure = await failureOf(createGateway({ baseUrl: "", fetch: send }), { ...agent, agentId }, method);
      expect(failure).toEqual({ kind: "not-sent", reason: "agent-id" });
    }
    expect(send).not.toHaveBeenCalled();
  });

  it.each([
    ...["", " ", `${guid}\n`, `${guid}\r\nX-Evil: 1`, `\n${guid}`, ` ${guid}`, `${guid} `, `${uuid} ${uuid}`],
    ...[`${guid}\0`, `${guid}\x7f`, `${guid}é`, `${guid}语`, `${guid}\ud800`, `${guid}\u2028`],
  ])("is not sent with the Guid %j", async (bad) => {
    const send = fetchOf(list);
    for (const [, method] of methods) {
      const failure = await failureOf(createGateway({ baseUrl: "", fetch: send }), { ...agent, guid: bad }, method);
      expect(failure).toEqual({ kind: "not-sent", reason: "guid" });
    }
    expect(send).not.toHaveBeenCalled();
  });
});

describe("the answer", () => {
  it.each([
    ["application/json", JSON.stringify(list)],
    ["application/json; charset=UTF-8", JSON.stringify(list)],
    ["text/plain", JSON.stringify(list)],
    [undefined, JSON.stringify(list)],
    ["application/json", Buffer.from(`\ufeff${JSON.stringify(list)}`)],
  ])("is read over real HTTP with the content type %j", async (type, body) => {
    const baseUrl = await serve((_, response) => {
      if (type !== undefined) response.setHeader("Content-Type", type);
      response.end(body);
    });
    await expect(createGateway({ baseUrl }).fetchHoldList(agent)).resolves.toEqual(answer);
  });

  it.each([
    ["<!doctype html><title>Login</title>", "body"],
    [JSON.stringify(list).slice(0, -20), "body"],
    ["13800138000", "body"],
    ["null", "body"],
    [JSON.stringify([list]), "body"],
    [JSON.stringify(JSON.stringify(list)), "body"],
    ['{"result":{}}', "retcode"],
    ['{"retcode":""}', "retcode"],
  ])("is malformed over real HTTP with the body %j", async (body, path) => {
    const baseUrl = await serve((_, response) => response.end(body));
    for (const [, method] of methods)
      expect(await failureOf(createGateway({ baseUrl }), agent, method)).toEqual({ kind: "malformed", path });
  });

  it("is a network failure when the connection breaks off", async () => {
    const baseUrl = await serve((_, response) => {
      response.setHeader("Content-Length", 1_000);
      response.write(JSON.stringify(list).slice(0, 90), () => response.destroy());
    });
    const error = await errorOf(createGateway({ baseUrl }));
    expect(error.failure).toEqual({ kind: "network" });
    expect(error.cause).toBeInstanceOf(Error);
  });

  it("is a network failure when no server listens", async () => {
    const baseUrl = await serve(() => {});
    await new Promise((end) => servers.pop()?.close(end));
    const error = await errorOf(createGateway({ baseUrl }));
    expect(error.failure).toEqual({ kind: "network" });
    expect(inspect(error.cause)).toContain("ECONNREFUSED");
  });

  it.each([
    ["rejects", (cause: Error) => () => Promise.reject(cause)],
    [
      "throws",
      (cause: Error) => () => {
        throw cause;
      },
    ],
  ])("is a network failure with its cause when fetch %s", async (_, fetchWith) => {
    const cause = new TypeError("Failed to fetch");
    const error = await errorOf(createGateway({ baseUrl: "", fetch: fetchWith(cause) }));
    expect(error).toMatchObject({ failure: { kind: "network" }, cause });
  });

  it("is a retcode failure whose gateway message stays out of the error's own text", async () => {
    const message = "agent 291 with 13800138000";
    const error = await errorOf(gatewayOf({ retcode: "100-006", message, result: [row] }));
    expect(error.failure).toEqual({ kind: "retcode", retcode: "100-006", gatewayMessage: message });
    expect(error.message).toBe("The gateway answered with retcode 100-006.");
    expect(error.cause).toBeUndefined();
  });

  it("names the path of a row that cannot be read", async () => {
    const bad = { ...row, callid: { evil: "13800138000" } };
    const some = gatewayOf({ ...list, result: [bad, row] });
    await expect(some.fetchHoldList(agent)).resolves.toEqual({ calls: [call], unreadable: ["result[0].callid"] });
    const failure = await failureOf(gatewayOf({ ...list, result: [bad] }));
    expect(failure).toEqual({ kind: "malformed", path: "result[0].callid" });
  });

  it.each([200, 400, 401, 403, 404, 500, 503])("is a retcode failure under HTTP %i", async (status) => {
    for (const [, method] of methods)
      for (const retcode of ["200-016", "-1"]) {
        const failure = await failureOf(gatewayOf({ retcode, message: "" }, { status }), agent, method);
        expect(failure).toEqual({ kind: "retcode", retcode, gatewayMessage: "" });
      }
  });

  it("with 400-003 is an empty list under any HTTP status, but refuses an operation", async () => {
    for (const status of [200, 404, 500]) {
      const gateway = gatewayOf({ retcode: "400-003", message: "" }, { status });
      await expect(gateway.fetchHoldList(agent)).resolves.toEqual({ calls: [], unreadable: [] });
      expect(await failureOf(gateway, agent, sendOperation)).toMatchObject({ kind: "retcode", retcode: "400-003" });
    }
  });

  it("is an HTTP failure when a status other than 2xx comes with success or without a retcode", async () => {
    for (const [, method] of methods)
      for (const body of [list, "Bad Gateway"])
        expect(await failureOf(gatewayOf(body, { status: 502 }), agent, method)).toEqual({ kind: "http", status: 502 });
  });

  it("accepts an operation with the number 0 as its retcode", async () => {
    await expect(gatewayOf({ retcode: 0 }).send(operation, agent)).resolves.toBeUndefined();
  });

  it.each(methods)("passes the Retry-After of a failed retcode on from %s", async (_, method) => {
    const headers = { "Retry-After": "60" };
    const failure = await failureOf(gatewayOf({ retcode: "000-007" }, { status: 429, headers }), agent, method);
    expect(failure).toEqual({ kind: "retcode", retcode: "000-007", gatewayMessage: "", retryAfter: 60_000 });
  });

  it("is a list or a GatewayError for every body and status", async () => {
    const body = fc.oneof(
      fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) }),
      fc.json(),
      fc.json().map((result) => `{"retcode":"0","result":${result}}`),
      fc.json().map((rows) => `{"retcode":"0","result":[${rows},${JSON.stringify(row)}]}`),
    );
    await fc.assert(
      fc.asyncProperty(body, fc.constantFrom(200, 201, 400, 404, 500, 503), async (text, status) => {
        try {
          const { calls } = await gatewayOf(text, { status }).fetchHoldList(agent);
          for (const held of calls) expect(Object.keys(held)).toHaveLength(5);
        } catch (error) {
          if (!(error instanceof GatewayError)) throw error;
          expect(["malformed", "http", "retcode"]).toContain(error.failure.kind);
          expect(error.cause).toBeUndefined();
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("a known list", () => {
  const gateway = (texts: string[], init?: ResponseInit) =>
    createGateway({ baseUrl: "", fetch: () => Promise.resolve(new Response(texts.shift(), init)) });
  const text = JSON.stringify(list);

  it("returns the known list, as the same object, when the answer has the same text", async () => {
    const { fetchHoldList } = gateway([text, text, `${text} `]);
    const known = await fetchHoldList(agent);
    expect(await fetchHoldList({ ...agent, known })).toBe(known);
    expect(await fetchHoldList({ ...agent, known })).not.toBe(known);
  });

  it("does not return the known list of another gateway", async () => {
    const known = await gateway([text]).fetchHoldList(agent);
    expect(await gateway([text]).fetchHoldList({ ...agent, known })).not.toBe(known);
  });

  it("does not hide that the same text came with a failed HTTP status", async () => {
    const answers = [new Response(text), new Response(text, { status: 500 })];
    const { fetchHoldList } = createGateway({ baseUrl: "", fetch: () => Promise.resolve(answers.shift() as Response) });
    const known = await fetchHoldList(agent);
    await expect(fetchHoldList({ ...agent, known })).rejects.toThrow(GatewayError);
  });

  it("returns different objects for the empty answers of two agents", async () => {
    const { fetchHoldList } = gateway(['{"retcode":"0"}', '{"retcode":"0"}']);
    expect(await fetchHoldList(agent)).not.toBe(await fetchHoldList({ ...agent, agentId: "292" }));
  });
});

describe("a Guid in the answer", () => {
  const renewed = "6a1fe33f-9b2b-4be6-8b1d-3c4d5e6f7081";

  it.each([
    ["the Guid of the request", guid, {}, {}],
    ["the former Guid", renewed, { formerGuid: `${renewed}.AgentGateway1` }, {}],
    ["the Guid that the answer brings", renewed, {}, { "Set-GUID": `JSESSIONID=${renewed}.AgentGateway1; Path=/` }],
  ])("is removed from messages and rows: %s", async (_, echo, more, headers) => {
    const request = { ...agent, ...more };
    const refusing = gatewayOf({ retcode: "1", message: `<${echo}>` }, { headers });
    for (const [, method] of methods)
      expect(await failureOf(refusing, request, method)).toMatchObject({ gatewayMessage: "<…>" });
    const listing = gatewayOf({ ...list, result: [{ ...row, callid: `1 ${echo}`, callskill: echo }] }, { headers });
    expect((await listing.fetchHoldList(request)).calls).toEqual([{ ...call, callId: "1 …", skill: "…" }]);
  });
});

describe("Set-GUID", () => {
  const headers = { "Set-GUID": "JSESSIONID=new.AgentGateway1" };

  it.each([
    ["a success", 200, JSON.stringify(list)],
    ["a refusal", 200, '{"retcode":"100-006","message":""}'],
    ["HTTP 502", 502, "Bad Gateway"],
    ["a malformed body", 200, "<html>"],
  ])("is passed on from %s", async (_, status, body) => {
    for (const [, method] of methods) {
      const onSetGuid = vi.fn();
      await reasonOf(method(gatewayOf(body, { status, headers }), { ...agent, onSetGuid }));
      expect(onSetGuid.mock.calls).toEqual([["JSESSIONID=new.AgentGateway1"]]);
    }
  });

  it("is passed on once when the answer has it twice over real HTTP", async () => {
    const baseUrl = await serve((_, response) => {
      response.setHeader("set-guid", ["JSESSIONID=one.AgentGateway1", "JSESSIONID=two.AgentGateway1"]);
      response.end(JSON.stringify(list));
    });
    const onSetGuid = vi.fn();
    await createGateway({ baseUrl }).fetchHoldList({ ...agent, onSetGuid });
    expect(onSetGuid.mock.calls).toEqual([["JSESSIONID=one.AgentGateway1, JSESSIONID=two.AgentGateway1"]]);
  });

  it("may be missing, or have no callback", async () => {
    const onSetGuid = vi.fn();
    await gatewayOf(list).fetchHoldList({ ...agent, onSetGuid });
    expect(onSetGuid).not.toHaveBeenCalled();
    await expect(gatewayOf(list, { headers }).fetchHoldList(agent)).resolves.toEqual(answer);
  });

  it("of a redirect is not passed on", async () => {
    const onSetGuid = vi.fn();
    const gateway = gatewayOf(null, { status: 302, headers: { ...headers, Location: "/" } });
    expect(await failureOf(gateway, { ...agent, onSetGuid })).toEqual({ kind: "redirect" });
    expect(onSetGuid).not.toHaveBeenCalled();
  });
});

describe("a stored answer", () => {
  it("reports its age by its Age header, and no Date", async () => {
    const onAge = vi.fn();
    const onDate = vi.fn();
    const headers = { Age: "900", Date: "Wed, 21 Oct 2026 07:28:00 GMT" };
    await gatewayOf(list, { headers }).fetchHoldList({ ...agent, onAge, onDate });
    expect(onAge.mock.calls).toEqual([[900_000]]);
    expect(onDate).not.toHaveBeenCalled();
  });

  it("reports its age when its Date stands still", async () => {
    vi.useFakeTimers({ now: Date.UTC(2026, 9, 21, 7, 28, 0) });
    const ages: number[] = [];
    const dates: number[] = [];
    const gateway = gatewayOf(list, { headers: { Date: "Wed, 21 Oct 2026 07:13:00 GMT" } });
    for (let poll = 0; poll < 4; poll++) {
      await gateway.fetchHoldList({ ...agent, onAge: (age) => ages.push(age), onDate: (date) => dates.push(date) });
      vi.advanceTimersByTime(2_000);
    }
    expect(ages).toEqual([904_000, 906_000]);
    expect(dates).toHaveLength(2);
  });
});

describe("a redirect", () => {
  it.each([301, 302, 303, 307, 308])("of HTTP %i is not followed over real HTTP", async (status) => {
    const other = vi.fn<RequestListener>((_, response) => response.end(JSON.stringify(list)));
    const otherUrl = await serve(other);
    const baseUrl = await serve((_, response) => {
      response.writeHead(status, { Location: `${otherUrl}/agentgateway/resource/calldata/291/holdlist` }).end();
    });
    for (const [, method] of methods) {
      const error = await errorOf(createGateway({ baseUrl }), agent, method);
      expect(error.failure).toEqual({ kind: "redirect" });
      expect(inspect(error)).not.toContain(otherUrl);
    }
    expect(other).not.toHaveBeenCalled();
  });

  it.each([300, 304])("is not HTTP %i, over real HTTP", async (status) => {
    const baseUrl = await serve((_, response) => response.writeHead(status).end());
    expect(await failureOf(createGateway({ baseUrl }))).toEqual({ kind: "http", status });
  });

  it.each([
    ["an opaque answer", { type: { value: "opaqueredirect" }, status: { value: 0 }, ok: { value: false } }],
    ["the answer of a fetch that followed it", { redirected: { value: true } }],
  ])("is recognised from %s", async (_, properties) => {
    const response = Object.defineProperties(Response.json(list), properties);
    const gateway = createGateway({ baseUrl: "", fetch: () => Promise.resolve(response) });
    expect(await failureOf(gateway)).toEqual({ kind: "redirect" });
  });
});

describe("a request without a complete answer", () => {
  /** A server that sends no headers, or headers and a body that never ends. */
  async function serveIncomplete(part: string) {
    let onArrival = () => {};
    let onClosed = () => {};
    const arrived = new Promise<void>((resolve) => (onArrival = resolve));
    const hungUp = new Promise<void>((resolve) => (onClosed = resolve));
    const baseUrl = await serve((request, response) => {
      const dribble = part === "body" ? setInterval(() => response.write(" "), 10) : undefined;
      request.socket.once("close", () => {
        clearInterval(dribble);
        onClosed();
      });
      onArrival();
    });
    return { baseUrl, arrived, hungUp };
  }

  it.each(["headers", "body"])("times out and closes the connection while it waits for the %s", async (part) => {
    const { baseUrl, hungUp } = await serveIncomplete(part);
    expect(await failureOf(createGateway({ baseUrl, timeout: 200 }))).toEqual({ kind: "timeout", after: 200 });
    await hungUp;
  });

  it.each(["headers", "body"])("is aborted and closes the connection while it waits for the %s", async (part) => {
    const { baseUrl, arrived, hungUp } = await serveIncomplete(part);
    const controller = new AbortController();
    const reason = { silent: true };
    const ended = reasonOf(createGateway({ baseUrl }).fetchHoldList({ ...agent, signal: controller.signal }));
    await arrived;
    controller.abort(reason);
    expect(await ended).toBe(reason);
    await hungUp;
  });

  describe("by the clock", () => {
    beforeEach(() => {
      vi.useFakeTimers();
    });

    it.each([
      [undefined, 10_000],
      [300, 300],
      [0, 10_000],
      [NaN, 10_000],
      [Infinity, 2 ** 31 - 1],
    ])("times out with the timeout %j after %j ms and is not sent again", async (timeout, after) => {
      for (const [, method] of methods) {
        const send = vi.fn<typeof fetch>(() => new Promise(() => {}));
        const failure = failureOf(createGateway({ baseUrl: "", fetch: send, timeout }), agent, method);
        await vi.advanceTimersByTimeAsync(after);
        expect(await failure).toEqual({ kind: "timeout", after });
        expect(send.mock.calls[0]?.[1]?.signal?.aborted).toBe(true);
        await vi.advanceTimersByTimeAsync(60_000);
        expect(send).toHaveBeenCalledTimes(1);
      }
    });

    it("times out by the time of headers and body together", async () => {
      const slow = async () => {
        await new Promise((resolve) => setTimeout(resolve, 200));
        return new Response(new ReadableStream());
      };
      const failure = failureOf(createGateway({ baseUrl: "", fetch: slow, timeout: 300 }));
      await vi.advanceTimersByTimeAsync(300);
      expect(await failure).toEqual({ kind: "timeout", after: 300 });
    });

    it.each(["a timeout", "an abort"])("drops the Set-GUID of an answer that comes after %s", async (end) => {
      let answerLate: (response: Response) => void = () => {};
      const late = new Promise<Response>((resolve) => (answerLate = resolve));
      const controller = new AbortController();
      const onSetGuid = vi.fn();
      const gateway = createGateway({ baseUrl: "", fetch: () => late, timeout: 300 });
      const ended = reasonOf(gateway.fetchHoldList({ ...agent, signal: controller.signal, onSetGuid }));
      if (end === "an abort") controller.abort();
      await vi.advanceTimersByTimeAsync(300);
      await ended;
      const response = Response.json(list, { headers: { "Set-GUID": "JSESSIONID=late" } });
      const read = vi.spyOn(response.headers, "get");
      answerLate(response);
      await vi.advanceTimersByTimeAsync(0);
      expect(read).toHaveBeenCalledWith("Set-GUID");
      expect(onSetGuid).not.toHaveBeenCalled();
    });
  });
});

it.each(methods)("%s sends nothing after an abort and rethrows its reason", async (_, method) => {
  const send = fetchOf(list);
  const reason = { signedOut: true };
  const ended = method(createGateway({ baseUrl: "", fetch: send }), { ...agent, signal: AbortSignal.abort(reason) });
  expect(await reasonOf(ended)).toBe(reason);
  expect(send).not.toHaveBeenCalled();
});

it.each([
  ["HTTP 502", () => Promise.resolve(new Response("Bad Gateway", { status: 502 }))],
  ["a refusal", () => Promise.resolve(Response.json({ retcode: "200-016" }))],
  ["a network failure", () => Promise.reject(new TypeError("Failed to fetch"))],
  ["a redirect", () => Promise.resolve(new Response(null, { status: 307, headers: { Location: "https://evil/" } }))],
])("sends an operation only once when it ends with %s", async (_, fetchAnswer) => {
  const send = vi.fn<typeof fetch>(fetchAnswer);
  await errorOf(createGateway({ baseUrl: "", fetch: send }), agent, sendOperation);
  expect(send).toHaveBeenCalledTimes(1);
});
