// @vitest-environment node
import fc from "fast-check";
import { getEventListeners, once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createGateway, type GatewayOptions } from "../../src/gateway/createGateway.js";
import { GatewayError } from "../../src/gateway/GatewayError.js";
import type { GatewayRequest } from "../../src/gateway/Gateway.js";

const uuid = "5f0ed22e-8a1a-4ad5-9a0c-2b3c4d5e6f70";
const guid = `${uuid}.AgentGateway1`;
const agent = { agentId: "291", guid };

const row = { callfeature: 7, callid: "1501127996-2", caller: "13800138000", called: "70943", callskill: "voice" };
const call = { callId: "1501127996-2", callType: 7, caller: "13800138000", called: "70943", skill: "voice" };
const list = { message: "", retcode: "0", result: [row] };
const answer = { calls: [call], unreadable: [] };

/** A fetch that gives each request a fresh copy of the same answer. */
function fetchOf(body: string | object | null, init?: ResponseInit) {
  const text = typeof body === "object" && body !== null ? JSON.stringify(body) : body;
  return vi.fn<typeof fetch>(() => Promise.resolve(new Response(text, init)));
}

/** A gateway whose fetch gives this answer. */
function gatewayOf(body: string | object | null, init?: ResponseInit, options?: Partial<GatewayOptions>) {
  return createGateway({ baseUrl: "https://gateway:8043", fetch: fetchOf(body, init), ...options });
}

/** The GatewayError that asking for the list ends with. */
async function errorOf(gateway: ReturnType<typeof createGateway>, request: GatewayRequest = agent) {
  const error: unknown = await gateway.fetchHoldList(request).then(
    () => new Error("There was an answer."),
    (reason: unknown) => reason,
  );
  if (!(error instanceof GatewayError)) throw error;
  return error;
}

/** All that could be read of an error in a log: its message, stack, JSON, hidden properties, and its causes' likewise. */
function everythingIn(error: unknown): string {
  const own = [String(error), JSON.stringify(error), inspect(error, { depth: 20, showHidden: true })];
  if (!(error instanceof Error)) return own.join("\n");
  return [...own, error.message, error.stack, everythingIn(error.cause ?? "no cause")].join("\n");
}

/** A promise, and what ends it. */
function deferred<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((end) => {
    resolve = end;
  });
  return { promise, resolve };
}

const servers: Server[] = [];

/** A real HTTP server on this machine. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  servers.push(server);
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The client hangs up, politely or with a reset. */
function closed(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => request.socket.once("close", () => resolve()));
}

afterEach(async () => {
  vi.unstubAllGlobals();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((end) => server.close(end));
  }
});

describe("the request", () => {
  it("is the documented one, with what keeps the Guid where it belongs", async () => {
    const send = fetchOf(list);
    await expect(createGateway({ baseUrl: "https://gateway:8043", fetch: send }).fetchHoldList(agent)).resolves.toEqual(
      answer,
    );
    expect(send.mock.calls).toEqual([
      [
        "https://gateway:8043/agentgateway/resource/calldata/291/holdlist",
        {
          method: "GET",
          headers: { Guid: guid, "Content-Type": "application/json; charset=UTF-8" },
          signal: expect.any(AbortSignal) as AbortSignal,
          redirect: "manual",
          cache: "no-store",
          credentials: "omit",
        },
      ],
    ]);
  });

  it("carries over real HTTP a Guid and a content type, once each, and neither cookie nor body", async () => {
    const seen: unknown[] = [];
    const baseUrl = await serve((request, response) => {
      const { method, url, headers, rawHeaders } = request;
      const names = rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
      seen.push({
        method,
        url,
        guid: headers.guid,
        contentType: headers["content-type"],
        cookie: headers.cookie,
        length: headers["content-length"],
        guids: names.filter((name) => name === "guid").length,
      });
      response.end(JSON.stringify(list));
    });
    await expect(createGateway({ baseUrl }).fetchHoldList(agent)).resolves.toEqual(answer);
    expect(seen).toEqual([
      {
        method: "GET",
        url: "/agentgateway/resource/calldata/291/holdlist",
        guid,
        contentType: "application/json; charset=UTF-8",
        cookie: undefined,
        length: undefined,
        guids: 1,
      },
    ]);
  });

  it.each([
    ["", "/agentgateway/"],
    ["/", "/agentgateway/"],
    ["/prefix", "/prefix/agentgateway/"],
    ["/prefix/", "/prefix/agentgateway/"],
    ["https://h:8043", "https://h:8043/agentgateway/"],
    ["https://h:8043/", "https://h:8043/agentgateway/"],
    ["https://h:8043/x/", "https://h:8043/x/agentgateway/"],
    ["http://localhost:8043", "http://localhost:8043/agentgateway/"],
    ["http://[::1]:8043", "http://[::1]:8043/agentgateway/"],
  ])("goes with the base URL %j to %s", async (baseUrl, start) => {
    const send = fetchOf(list);
    const gateway = createGateway({ baseUrl, fetch: send });
    await gateway.fetchHoldList(agent);
    expect(send.mock.calls[0]?.[0]).toBe(`${start}resource/calldata/291/holdlist`);
    expect(`${gateway.baseUrl}/agentgateway/`).toBe(start);
  });

  it.each([
    "//evil",
    "/\\evil",
    "/..//evil",
    "ftp://h",
    "https://u:p@h",
    "https://h?x",
    "http://10.0.0.1",
    "http://localhost.evil.com",
    "http://127.0.0.1.evil.com:8043",
  ])("is refused from the start with the base URL %j", (baseUrl) => {
    expect(() => createGateway({ baseUrl })).toThrow(TypeError);
  });

  it("goes over plain HTTP to another machine only when that is allowed", async () => {
    const send = fetchOf(list);
    await createGateway({ baseUrl: "http://10.0.0.1:8080", fetch: send, allowInsecureHttp: true }).fetchHoldList(agent);
    expect(send.mock.calls[0]?.[0]).toBe("http://10.0.0.1:8080/agentgateway/resource/calldata/291/holdlist");
  });

  it("does not go from a page that came over plain HTTP itself, unless that is allowed", async () => {
    vi.stubGlobal("location", { protocol: "http:", hostname: "desk.example" });
    const send = fetchOf(list);
    const error = await errorOf(createGateway({ baseUrl: "/cti", fetch: send }));
    expect(error.failure).toEqual({ kind: "not-sent", reason: "insecure" });
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

  it("uses the page's fetch of the moment, not of when the gateway was made", async () => {
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

  it.each([
    ...["", "0", "100", "1000000", "0101", " 101", "101 ", "101\n", "1e3", "101.0", "+101", "-101"],
    ...["0x65", "１０１", "٣٠١", "101/../102", "101?x", "101#", "%31%30%31", "101/holdlist/../../x", "NaN", "Infinity"],
  ])("is not sent for the agent ID %j", async (agentId) => {
    const send = fetchOf(list);
    const error = await errorOf(createGateway({ baseUrl: "", fetch: send }), { ...agent, agentId });
    expect(error.failure).toEqual({ kind: "not-sent", reason: "agent-id" });
    expect(send).not.toHaveBeenCalled();
  });

  it("is not sent for an agent ID above the one that the host allows", async () => {
    const send = fetchOf(list);
    const gateway = createGateway({ baseUrl: "", fetch: send, maxAgentId: 59_999 });
    await gateway.fetchHoldList({ ...agent, agentId: "59999" });
    const error = await errorOf(gateway, { ...agent, agentId: "60000" });
    expect(error.failure).toEqual({ kind: "not-sent", reason: "agent-id" });
    expect(send).toHaveBeenCalledTimes(1);
  });

  it.each([
    ...["", " ", `${guid}\n`, `${guid}\r\nX-Evil: 1`, `\n${guid}`, ` ${guid}`, `${guid} `, `${uuid} ${uuid}`],
    ...[`${guid}\0`, `${guid}\x7f`, `${guid}é`, `${guid}语`, `${guid}\ud800`, `${guid}\u2028`],
  ])("is not sent with the Guid %j, which no error quotes", async (bad) => {
    const send = fetchOf(list);
    const error = await errorOf(createGateway({ baseUrl: "", fetch: send }), { ...agent, guid: bad });
    expect(error.failure).toEqual({ kind: "not-sent", reason: "guid" });
    expect(send).not.toHaveBeenCalled();
    expect(everythingIn(error)).not.toContain(uuid);
  });
});

describe("the answer", () => {
  const good: [string, string | Buffer, string | undefined][] = [
    ["JSON", JSON.stringify(list), "application/json"],
    ["JSON with a charset", JSON.stringify(list), "application/json; charset=UTF-8"],
    ["JSON called text", JSON.stringify(list), "text/plain"],
    ["JSON called nothing", JSON.stringify(list), undefined],
    ["JSON after a byte order mark", Buffer.from(`\ufeff${JSON.stringify(list)}`), "application/json"],
    ["JSON with space around", `\r\n ${JSON.stringify(list, null, 2)} \n`, "application/json"],
  ];
  it.each(good)("is read over real HTTP as %s", async (_, body, type) => {
    const baseUrl = await serve((_, response) => {
      if (type !== undefined) response.setHeader("Content-Type", type);
      response.end(body);
    });
    await expect(createGateway({ baseUrl }).fetchHoldList(agent)).resolves.toEqual(answer);
  });

  it.each([
    ["a login page", "<!doctype html><title>Login</title><form action=/login></form>", "text/html"],
    ["nothing", "", "application/json"],
    ["space", " \n", "application/json"],
    ["half a JSON", JSON.stringify(list).slice(0, -20), "application/json"],
    ["JSON with a suffix", `${JSON.stringify(list)}<script>`, "application/json"],
    ["a number", "13800138000", "application/json"],
    ["null", "null", "application/json"],
    ["an array", JSON.stringify([list]), "application/json"],
    ["text", JSON.stringify(JSON.stringify(list)), "application/json"],
    ["brackets without end", "[".repeat(100_000), "application/json"],
  ])("cannot be read over real HTTP as %s, and no error quotes it", async (_, body, type) => {
    const baseUrl = await serve((_, response) => response.setHeader("Content-Type", type).end(body));
    const error = await errorOf(createGateway({ baseUrl }));
    expect(error.failure).toEqual({ kind: "malformed", path: "body" });
    expect(everythingIn(error)).not.toMatch(/13800138000|70943|1501127996|login|5f0ed22e/i);
  });

  it("that breaks off is a network failure", async () => {
    const baseUrl = await serve((_, response) => {
      response.setHeader("Content-Length", 1_000);
      response.write(JSON.stringify(list).slice(0, 90), () => response.destroy());
    });
    const error = await errorOf(createGateway({ baseUrl }));
    expect(error.failure).toEqual({ kind: "network" });
    expect(error.cause).toBeInstanceOf(Error);
    expect(everythingIn(error)).not.toMatch(/13800138000|5f0ed22e/);
  });

  it("that never comes, since nobody listens, is a network failure", async () => {
    const baseUrl = await serve(() => {});
    await new Promise((end) => servers.pop()?.close(end));
    const error = await errorOf(createGateway({ baseUrl }));
    expect(error.failure).toEqual({ kind: "network" });
    expect(everythingIn(error)).toContain("ECONNREFUSED");
    expect(everythingIn(error)).not.toContain(uuid);
  });

  it("is a network failure with its cause when fetch rejects or throws", async () => {
    const cause = new TypeError("Failed to fetch");
    const rejecting = createGateway({ baseUrl: "", fetch: () => Promise.reject(cause) });
    expect(await errorOf(rejecting)).toMatchObject({ failure: { kind: "network" }, cause });
    const throwing = createGateway({
      baseUrl: "",
      fetch: () => {
        throw cause;
      },
    });
    expect((await errorOf(throwing)).cause).toBe(cause);
  });

  it("of a body with the failure of the gateway is that retcode, and no number of it is in the error's words", async () => {
    const error = await errorOf(
      gatewayOf({ retcode: "100-006", message: "agent 291 with 13800138000", result: [row] }),
    );
    expect(error.failure).toEqual({
      kind: "retcode",
      retcode: "100-006",
      gatewayMessage: "agent 291 with 13800138000",
    });
    expect(error.message).toBe("The gateway answered with retcode 100-006.");
    expect(error.stack).not.toContain("13800138000");
    expect(error.cause).toBeUndefined();
  });

  it("names the path of rows that cannot be read, and not what is in them", async () => {
    const bad = { ...row, callid: { evil: "13800138000" } };
    const some = gatewayOf({ ...list, result: [bad, row] });
    await expect(some.fetchHoldList(agent)).resolves.toEqual({ calls: [call], unreadable: ["result[0].callid"] });
    const error = await errorOf(gatewayOf({ ...list, result: [bad] }));
    expect(error.failure).toEqual({ kind: "malformed", path: "result[0].callid" });
    expect(everythingIn(error)).not.toContain("13800138000");
  });

  it.each(["200-005", "-1", "1"])("counts the retcode %s under any HTTP status", async (retcode) => {
    for (const status of [200, 400, 401, 403, 404, 500, 503]) {
      const error = await errorOf(gatewayOf({ retcode, message: "" }, { status }));
      expect(error.failure).toEqual({ kind: "retcode", retcode, gatewayMessage: "" });
    }
  });

  it("is no held calls with 400-003, whatever the HTTP status", async () => {
    for (const status of [200, 404, 500]) {
      const gateway = gatewayOf({ retcode: "400-003", message: "no call information" }, { status });
      await expect(gateway.fetchHoldList(agent)).resolves.toEqual({ calls: [], unreadable: [] });
    }
  });

  it("is no success under HTTP 500, though its retcode says so", async () => {
    const error = await errorOf(gatewayOf(list, { status: 500 }));
    expect(error.failure).toEqual({ kind: "http", status: 500 });
  });

  it.each([
    [500, "Internal Server Error: 13800138000"],
    [502, "<html><h1>Bad Gateway</h1></html>"],
    [503, ""],
    [401, '{"error":"13800138000"}'],
    [404, "null"],
    [418, '{"retcode":'],
  ])("with HTTP %i and no retcode is that status over real HTTP, and no error quotes it", async (status, body) => {
    const baseUrl = await serve((_, response) => response.writeHead(status).end(body));
    const error = await errorOf(createGateway({ baseUrl }));
    expect(error.failure).toEqual({ kind: "http", status });
    expect(error.message).toBe(`The gateway answered with HTTP ${status}.`);
    expect(everythingIn(error)).not.toMatch(/13800138000|Internal|Bad Gateway|5f0ed22e/);
  });

  it("with HTTP 204 is nothing to read", async () => {
    expect((await errorOf(gatewayOf(null, { status: 204 }))).failure).toEqual({ kind: "malformed", path: "body" });
  });

  it.each([
    ["120", 120_000],
    [" 5 ", 5_000],
    ["Wed, 21 Oct 2026 07:28:30 GMT", 30_000],
    ["0", undefined],
    ["-5", undefined],
    ["1.5", undefined],
    ["5 s", undefined],
    ["soon", undefined],
    ["", undefined],
    ["Wed, 21 Oct 2026 07:27:00 GMT", undefined],
  ])("with Retry-After %j gives milliseconds", async (header, retryAfter) => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2026, 9, 21, 7, 28, 0) });
    for (const status of [429, 503]) {
      const error = await errorOf(gatewayOf("busy", { status, headers: { "Retry-After": header } }));
      expect(error.failure).toEqual({ kind: "http", status, retryAfter });
      const busy = gatewayOf({ retcode: "000-007", message: "" }, { status, headers: { "Retry-After": header } });
      const refusal = { kind: "retcode", retcode: "000-007", gatewayMessage: "", retryAfter };
      expect((await errorOf(busy)).failure).toEqual(refusal);
      await expect(busy.send({ method: "POST", path: "x" }, agent)).rejects.toMatchObject({ failure: refusal });
    }
  });

  it("is a good list or a GatewayError whatever the body and the status", async () => {
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

describe("a Guid that the gateway echoes", () => {
  const escaped = guid.replace(/[-.]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);

  it.each([guid, escaped])("does not come through in its message: %s", async (echo) => {
    const error = await errorOf(gatewayOf(`{"retcode":"100-006","message":"Guid ${echo} is stale, ${echo}"}`));
    expect(error.failure).toEqual({ kind: "retcode", retcode: "100-006", gatewayMessage: "Guid … is stale, …" });
    expect(everythingIn(error)).not.toContain(uuid);
  });

  it.each([guid, escaped])("does not come through in its retcode: %s", async (echo) => {
    const error = await errorOf(gatewayOf(`{"retcode":"bad ${echo}"}`));
    expect(error.failure).toEqual({ kind: "retcode", retcode: "bad …", gatewayMessage: "" });
    expect(everythingIn(error)).not.toContain(uuid);
  });

  it.each([guid, escaped])("does not come through in a row: %s", async (echo) => {
    const body = `{"retcode":"0","result":[{"callfeature":7,"callid":"1 ${echo}","caller":"${echo}","called":"","callskill":"${echo}!"}]}`;
    const { calls } = await gatewayOf(body).fetchHoldList(agent);
    expect(calls).toEqual([{ callId: "1 …", callType: 7, caller: "…", called: "", skill: "…!" }]);
  });

  it.each([
    ["its UUID without the node", uuid, {}],
    ["its UUID in capitals", uuid.toUpperCase(), {}],
    ["another letter case", guid.toUpperCase(), {}],
    ["another node", `${uuid}.AgentGateway12`, {}],
    [
      "the former Guid",
      "6A1FE33F-9b2b-4be6-8b1d-3c4d5e6f7081",
      { formerGuid: "6a1fe33f-9b2b-4be6-8b1d-3c4d5e6f7081.AgentGateway1" },
    ],
    ["a former Guid of another form", "a-guid-of-the-host", { formerGuid: "a-guid-of-the-host" }],
  ])("does not come through as %s, neither in a message nor in a row", async (_, echo, more) => {
    const request = { ...agent, ...more };
    const refusal = gatewayOf({ retcode: "1", message: `<${echo}>` });
    expect((await errorOf(refusal, request)).failure).toMatchObject({ gatewayMessage: "<…>" });
    const echoed = { callfeature: 7, callid: `1 ${echo}`, caller: echo, called: `${echo}!`, callskill: `(${echo})` };
    const { calls } = await gatewayOf({ retcode: "0", result: [echoed] }).fetchHoldList(request);
    expect(calls).toEqual([{ callId: "1 …", callType: 7, caller: "…", called: "…!", skill: "(…)" }]);
  });

  it("does not come through when the answer itself renews it, nor when it is another agent's", async () => {
    const renewed = "6a1fe33f-9b2b-4be6-8b1d-3c4d5e6f7081";
    const headers = { "Set-GUID": `JSESSIONID=${renewed}.AgentGateway1; Path=/` };
    const renewing = gatewayOf({ retcode: "1", message: `new ${renewed}` }, { headers });
    expect((await errorOf(renewing)).failure).toMatchObject({ gatewayMessage: "new …" });
    const other = gatewayOf({ retcode: "1", message: `other ${renewed}.AgentGateway2` });
    expect((await errorOf(other)).failure).toMatchObject({ gatewayMessage: "other …" });
  });

  it("does not cost other texts a short part of it", async () => {
    const short = gatewayOf({ ...list, result: [{ ...row, callskill: "first line" }] });
    const { calls } = await short.fetchHoldList({ ...agent, guid: "first.AgentGateway1", formerGuid: "line" });
    expect(calls).toMatchObject([{ skill: "first line" }]);
  });

  it("leaves other identifiers of the gateway readable", async () => {
    const message = "trace 6a1fe33f-9b2b-4be6-8b1d-3c4d5e6f7081 at AgentGateway1";
    expect((await errorOf(gatewayOf({ retcode: "1", message }))).failure).toMatchObject({ gatewayMessage: message });
  });

  it.each(['a/b+c="\\<&>/0123456789', `${guid}/x`, "$&$1$$0123456789abcdef"])(
    "does not come through where JSON or a pattern would spell it differently: %s",
    async (odd) => {
      const body = JSON.stringify({ retcode: "1", message: `<${odd}>` }).replaceAll("/", "\\/");
      const error = await errorOf(gatewayOf(body), { ...agent, guid: odd });
      expect(error.failure).toEqual({ kind: "retcode", retcode: "1", gatewayMessage: "<…>" });
    },
  );

  it("does not come through in an answer that cannot be read, nor in its HTTP status text", async () => {
    for (const body of [`<p>${guid}</p>`, `{"retcode":"${guid}`, `{"result":"${guid}"}`, `["${guid}"]`]) {
      for (const status of [200, 500]) {
        const error = await errorOf(gatewayOf(body, { status, statusText: `Bad ${guid}` }));
        expect(everythingIn(error)).not.toContain(uuid);
      }
    }
  });
});

describe("a stored answer", () => {
  it("reports its age by its Age header, and not its Date", async () => {
    const onAge = vi.fn();
    const onDate = vi.fn();
    const headers = { Age: "900", Date: "Wed, 21 Oct 2026 07:28:00 GMT" };
    await gatewayOf(list, { headers }).fetchHoldList({ ...agent, onAge, onDate });
    expect(onAge.mock.calls).toEqual([[900_000]]);
    expect(onDate).not.toHaveBeenCalled();
  });

  it("reports its age when its Date stands still, by the clock of all answers of the gateway", async () => {
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

describe("Set-GUID", () => {
  it.each([
    ["a list", 200, JSON.stringify(list)],
    ["a refusal", 200, '{"retcode":"100-006","message":""}'],
    ["HTTP 502", 502, "Bad Gateway"],
    ["what cannot be read", 200, "<html>"],
  ])("is handed over from %s", async (_, status, body) => {
    const onSetGuid = vi.fn();
    const gateway = gatewayOf(body, { status, headers: { "Set-GUID": "JSESSIONID=new.AgentGateway1" } });
    await gateway.fetchHoldList({ ...agent, onSetGuid }).catch(() => {});
    expect(onSetGuid.mock.calls).toEqual([["JSESSIONID=new.AgentGateway1"]]);
  });

  it("is handed over once when it comes twice over real HTTP", async () => {
    const baseUrl = await serve((_, response) => {
      response.setHeader("set-guid", ["JSESSIONID=one.AgentGateway1", "JSESSIONID=two.AgentGateway1"]);
      response.end(JSON.stringify(list));
    });
    const onSetGuid = vi.fn();
    await createGateway({ baseUrl }).fetchHoldList({ ...agent, onSetGuid });
    expect(onSetGuid.mock.calls).toEqual([["JSESSIONID=one.AgentGateway1, JSESSIONID=two.AgentGateway1"]]);
  });

  it("is not missed where there is none or nobody listens", async () => {
    const onSetGuid = vi.fn();
    await gatewayOf(list).fetchHoldList({ ...agent, onSetGuid });
    expect(onSetGuid).not.toHaveBeenCalled();
    const renewing = gatewayOf(list, { headers: { "Set-GUID": "JSESSIONID=new" } });
    await expect(renewing.fetchHoldList(agent)).resolves.toEqual(answer);
  });

  it("of a redirect is not handed over", async () => {
    const onSetGuid = vi.fn();
    const gateway = gatewayOf(null, { status: 302, headers: { "Set-GUID": "JSESSIONID=evil", Location: "/" } });
    expect((await errorOf(gateway, { ...agent, onSetGuid })).failure).toEqual({ kind: "redirect" });
    expect(onSetGuid).not.toHaveBeenCalled();
  });
});

describe("a redirect", () => {
  it.each([301, 302, 303, 307, 308])("of HTTP %i is not followed: the other server gets nothing", async (status) => {
    const got: unknown[] = [];
    const other = await serve((request, response) => {
      got.push(request.headers);
      response.end(JSON.stringify(list));
    });
    const baseUrl = await serve((_, response) => {
      response.writeHead(status, { Location: `${other}/agentgateway/resource/calldata/291/holdlist` }).end();
    });
    const error = await errorOf(createGateway({ baseUrl }));
    expect(error.failure).toEqual({ kind: "redirect" });
    expect(everythingIn(error)).not.toContain(other);
    expect(got).toEqual([]);
  });

  it("is known by a browser's opaque answer", async () => {
    const opaque = Object.defineProperties(new Response(null), {
      type: { value: "opaqueredirect" },
      status: { value: 0 },
      ok: { value: false },
    });
    const gateway = createGateway({ baseUrl: "", fetch: () => Promise.resolve(opaque) });
    expect((await errorOf(gateway)).failure).toEqual({ kind: "redirect" });
  });

  it("that a fetch followed against its orders is one all the same", async () => {
    const followed = Object.defineProperty(Response.json(list), "redirected", { value: true });
    const gateway = createGateway({ baseUrl: "", fetch: () => Promise.resolve(followed) });
    expect((await errorOf(gateway)).failure).toEqual({ kind: "redirect" });
  });
});

describe("a timeout", () => {
  it("ends a request over real HTTP that gets no headers, and hangs up", async () => {
    let hungUp: Promise<void> | undefined;
    const baseUrl = await serve((request) => {
      hungUp = closed(request);
    });
    const error = await errorOf(createGateway({ baseUrl, timeout: 200 }));
    expect(error.failure).toEqual({ kind: "timeout", after: 200 });
    expect(everythingIn(error)).not.toContain(uuid);
    expect(hungUp).toBeInstanceOf(Promise);
    await hungUp;
  });

  it("ends a request over real HTTP whose body dribbles, and hangs up", async () => {
    let hungUp: Promise<void> | undefined;
    const baseUrl = await serve((request, response) => {
      response.write('{"retcode":"0","result":[');
      const dribble = setInterval(() => response.write(" "), 10);
      hungUp = closed(request).then(() => clearInterval(dribble));
    });
    const error = await errorOf(createGateway({ baseUrl, timeout: 200 }));
    expect(error.failure).toEqual({ kind: "timeout", after: 200 });
    expect(hungUp).toBeInstanceOf(Promise);
    await hungUp;
  });

  describe("by the clock", () => {
    beforeEach(() => {
      vi.useFakeTimers();
    });

    it("comes after 10 s, not before, from a fetch that ignores its signal", async () => {
      const settled = vi.fn();
      const error = errorOf(createGateway({ baseUrl: "", fetch: () => new Promise(() => {}) })).finally(settled);
      await vi.advanceTimersByTimeAsync(9_999);
      expect(settled).not.toHaveBeenCalled();
      await vi.advanceTimersByTimeAsync(1);
      expect((await error).failure).toEqual({ kind: "timeout", after: 10_000 });
    });

    it("comes after the time that the host sets, from a body that never ends", async () => {
      const endless = () => Promise.resolve(new Response(new ReadableStream()));
      const error = errorOf(createGateway({ baseUrl: "", fetch: endless, timeout: 300 }));
      await vi.advanceTimersByTimeAsync(300);
      expect((await error).failure).toEqual({ kind: "timeout", after: 300 });
    });

    it("counts headers and body together", async () => {
      const slow = async () => {
        await new Promise((resolve) => setTimeout(resolve, 200));
        return new Response(new ReadableStream());
      };
      const error = errorOf(createGateway({ baseUrl: "", fetch: slow, timeout: 300 }));
      await vi.advanceTimersByTimeAsync(300);
      expect((await error).failure).toEqual({ kind: "timeout", after: 300 });
    });

    it("aborts the request's signal", async () => {
      const send = vi.fn<typeof fetch>(() => new Promise(() => {}));
      const error = errorOf(createGateway({ baseUrl: "", fetch: send, timeout: 300 }));
      const signal = send.mock.calls[0]?.[1]?.signal;
      expect(signal?.aborted).toBe(false);
      await vi.advanceTimersByTimeAsync(300);
      await error;
      expect(signal?.aborted).toBe(true);
    });

    it("drops the Guid of an answer that comes too late", async () => {
      const late = deferred<Response>();
      const onSetGuid = vi.fn();
      const gateway = createGateway({ baseUrl: "", fetch: () => late.promise, timeout: 300 });
      const error = errorOf(gateway, { ...agent, onSetGuid });
      await vi.advanceTimersByTimeAsync(300);
      await error;
      const response = Response.json(list, { headers: { "Set-GUID": "JSESSIONID=late" } });
      const read = vi.spyOn(response.headers, "get");
      late.resolve(response);
      await vi.advanceTimersByTimeAsync(0);
      expect(read).toHaveBeenCalledWith("Set-GUID");
      expect(onSetGuid).not.toHaveBeenCalled();
    });

    it("leaves no timer behind, whether the answer was good or bad", async () => {
      await gatewayOf(list).fetchHoldList(agent);
      await errorOf(gatewayOf("<html>"));
      await errorOf(gatewayOf(null, { status: 302 }));
      await errorOf(createGateway({ baseUrl: "", fetch: () => Promise.reject(new TypeError("offline")) }));
      expect(vi.getTimerCount()).toBe(0);
    });
  });
});

describe("an operation", () => {
  const operation = { method: "POST", path: "voicecall/{agentid}/confjoin", body: { callid: "7-1" } } as const;
  const accepted = { message: "success", retcode: "0", result: {} };

  /** The GatewayError that the operation ends with, and what fetch was called with. */
  async function refusalOf(send: typeof fetch, request: GatewayRequest = agent, timeout?: number) {
    const error: unknown = await createGateway({ baseUrl: "", fetch: send, timeout })
      .send(operation, request)
      .then(
        () => new Error("It was accepted."),
        (reason: unknown) => reason,
      );
    if (!(error instanceof GatewayError)) throw error;
    return error;
  }

  it("is sent as JSON, with what keeps the Guid where it belongs", async () => {
    const send = fetchOf(accepted);
    const gateway = createGateway({ baseUrl: "https://gateway:8043", fetch: send });
    await expect(gateway.send(operation, agent)).resolves.toBeUndefined();
    expect(send.mock.calls).toEqual([
      [
        "https://gateway:8043/agentgateway/resource/voicecall/291/confjoin",
        {
          method: "POST",
          body: '{"callid":"7-1"}',
          headers: { Guid: guid, "Content-Type": "application/json; charset=UTF-8" },
          signal: expect.any(AbortSignal) as AbortSignal,
          redirect: "manual",
          cache: "no-store",
          credentials: "omit",
        },
      ],
    ]);
  });

  it("has no body where it has none to send, and the method that it names", async () => {
    const send = fetchOf(accepted);
    await createGateway({ baseUrl: "", fetch: send }).send({ method: "DELETE", path: "voicecall/{agentid}/x" }, agent);
    expect(send.mock.calls[0]?.[0]).toBe("/agentgateway/resource/voicecall/291/x");
    expect(send.mock.calls[0]?.[1]?.method).toBe("DELETE");
    expect(send.mock.calls[0]?.[1]).not.toHaveProperty("body");
  });

  it("goes over real HTTP once, with one Guid", async () => {
    const seen: unknown[] = [];
    const baseUrl = await serve((request, response) => {
      let body = "";
      request.on("data", (chunk: Buffer) => (body += chunk.toString()));
      request.on("end", () => {
        const { method, url, headers } = request;
        seen.push([method, url, headers.guid, headers["content-type"], headers.cookie, body]);
        response.end(JSON.stringify(accepted));
      });
    });
    await createGateway({ baseUrl }).send(operation, agent);
    const url = "/agentgateway/resource/voicecall/291/confjoin";
    const type = "application/json; charset=UTF-8";
    expect(seen).toEqual([["POST", url, guid, type, undefined, '{"callid":"7-1"}']]);
  });

  it.each([
    ["a retcode", { retcode: "200-016", message: "wrong state" }, 200],
    ["a retcode under HTTP 500", { retcode: "200-016", message: "wrong state" }, 500],
  ])("is refused with %s", async (_, body, status) => {
    const send = fetchOf(body, { status });
    const failure = { kind: "retcode", retcode: "200-016", gatewayMessage: "wrong state" };
    expect((await refusalOf(send)).failure).toEqual(failure);
    expect(send).toHaveBeenCalledTimes(1);
  });

  it("is refused with 400-003, which is only of a list no failure", async () => {
    const { failure } = await refusalOf(fetchOf({ retcode: "400-003", message: "" }));
    expect(failure).toMatchObject({ kind: "retcode", retcode: "400-003" });
  });

  it.each([
    ["a login page", "<html>", "body"],
    ["nothing", "", "body"],
    ["no retcode", '{"result":{}}', "retcode"],
    ["a blank retcode", '{"retcode":""}', "retcode"],
    ["an array", "[]", "body"],
  ])("cannot be read as accepted from %s", async (_, body, path) => {
    const send = fetchOf(body);
    expect((await refusalOf(send)).failure).toEqual({ kind: "malformed", path });
    expect(send).toHaveBeenCalledTimes(1);
  });

  it("is accepted by a retcode that is a number", async () => {
    await expect(gatewayOf({ retcode: 0 }).send(operation, agent)).resolves.toBeUndefined();
  });

  it("is sent once, whether the status, the network or a redirect fails it", async () => {
    for (const [answer, failure] of [
      [() => Promise.resolve(new Response("Bad Gateway", { status: 502 })), { kind: "http", status: 502 }],
      [() => Promise.resolve(new Response(JSON.stringify(accepted), { status: 500 })), { kind: "http", status: 500 }],
      [() => Promise.reject(new TypeError("Failed to fetch")), { kind: "network" }],
      [
        () => Promise.resolve(new Response(null, { status: 307, headers: { Location: "https://evil/" } })),
        { kind: "redirect" },
      ],
    ] as const) {
      const send = vi.fn<typeof fetch>(answer);
      expect((await refusalOf(send)).failure).toMatchObject(failure);
      expect(send).toHaveBeenCalledTimes(1);
    }
  });

  it("ends in time without an answer, and is not sent again", async () => {
    vi.useFakeTimers();
    const send = vi.fn<typeof fetch>(() => new Promise(() => {}));
    const error = refusalOf(send, agent, 300);
    await vi.advanceTimersByTimeAsync(300);
    expect((await error).failure).toEqual({ kind: "timeout", after: 300 });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(send).toHaveBeenCalledTimes(1);
  });

  it("is not sent for a bad agent ID or Guid", async () => {
    const send = fetchOf(accepted);
    for (const [request, reason] of [
      [{ ...agent, agentId: "0" }, "agent-id"],
      [{ ...agent, guid: "a\r\nb" }, "guid"],
    ] as const)
      expect((await refusalOf(send, request)).failure).toEqual({ kind: "not-sent", reason });
    expect(send).not.toHaveBeenCalled();
  });

  it("rethrows an abort untouched, before it and while it is under way", async () => {
    const reason = { signedOut: true };
    const send = vi.fn<typeof fetch>(() => new Promise(() => {}));
    const gateway = createGateway({ baseUrl: "", fetch: send });
    await expect(gateway.send(operation, { ...agent, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(send).not.toHaveBeenCalled();
    const controller = new AbortController();
    const sent = gateway.send(operation, { ...agent, signal: controller.signal });
    await vi.waitFor(() => expect(send).toHaveBeenCalledTimes(1));
    controller.abort(reason);
    await expect(sent).rejects.toBe(reason);
    expect(send.mock.calls[0]?.[1]?.signal?.aborted).toBe(true);
  });

  it.each([
    ["accepted", accepted, 200],
    ["refused", { retcode: "200-016" }, 200],
    ["HTTP 502", "Bad Gateway", 502],
  ])("hands over the Set-GUID of an answer that is %s", async (_, body, status) => {
    const onSetGuid = vi.fn();
    const gateway = gatewayOf(body, { status, headers: { "Set-GUID": "JSESSIONID=new.AgentGateway1" } });
    await gateway.send(operation, { ...agent, onSetGuid }).catch(() => {});
    expect(onSetGuid.mock.calls).toEqual([["JSESSIONID=new.AgentGateway1"]]);
  });

  it("lets no Guid that the gateway echoes through", async () => {
    const error = await refusalOf(fetchOf({ retcode: "200-016", message: `Guid ${guid}` }));
    expect(error.failure).toMatchObject({ gatewayMessage: "Guid …" });
    expect(everythingIn(error)).not.toContain(uuid);
  });
});

describe("an abort", () => {
  const reasons = [
    ["an error", new Error("The agent signed out.")],
    ["a DOMException", new DOMException("Gone", "AbortError")],
    ["a word", "gone"],
    ["null", null],
    ["an object", { silent: true }],
  ] as const;

  /** What asking for the list is rejected with. */
  async function reasonOf(asked: Promise<unknown>): Promise<unknown> {
    return asked.then(
      () => new Error("There was an answer."),
      (reason: unknown) => reason,
    );
  }

  it.each(reasons)("before the request sends nothing and is rethrown untouched: %s", async (_, reason) => {
    const send = fetchOf(list);
    const asked = createGateway({ baseUrl: "", fetch: send }).fetchHoldList({
      ...agent,
      signal: AbortSignal.abort(reason),
    });
    expect(await reasonOf(asked)).toBe(reason);
    expect(send).not.toHaveBeenCalled();
  });

  it.each(reasons)("while a fetch ignores it is rethrown untouched: %s", async (_, reason) => {
    const controller = new AbortController();
    const gateway = createGateway({ baseUrl: "", fetch: () => new Promise(() => {}) });
    const asked = reasonOf(gateway.fetchHoldList({ ...agent, signal: controller.signal }));
    controller.abort(reason);
    expect(await asked).toBe(reason);
  });

  it.each(reasons)("while the body comes is rethrown untouched: %s", async (_, reason) => {
    const controller = new AbortController();
    const reading = deferred<void>();
    const body = new ReadableStream({ pull: () => reading.resolve() }, { highWaterMark: 0 });
    const gateway = createGateway({ baseUrl: "", fetch: () => Promise.resolve(new Response(body)) });
    const asked = reasonOf(gateway.fetchHoldList({ ...agent, signal: controller.signal }));
    await reading.promise;
    controller.abort(reason);
    expect(await asked).toBe(reason);
  });

  it("is rethrown untouched though fetch rejects with an error of its own", async () => {
    const controller = new AbortController();
    const stubborn: typeof fetch = (_, init) =>
      new Promise((_, reject) => {
        init?.signal?.addEventListener("abort", () => reject(new TypeError("Failed to fetch")));
      });
    const reason = new Error("The agent signed out.");
    const gateway = createGateway({ baseUrl: "", fetch: stubborn });
    const asked = reasonOf(gateway.fetchHoldList({ ...agent, signal: controller.signal }));
    controller.abort(reason);
    expect(await asked).toBe(reason);
  });

  it.each(["headers", "body"])("hangs up over real HTTP while waiting for the %s", async (part) => {
    const arrived = deferred<void>();
    let hungUp: Promise<void> | undefined;
    const baseUrl = await serve((request, response) => {
      hungUp = closed(request);
      if (part === "body") response.write('{"retcode"');
      arrived.resolve();
    });
    const controller = new AbortController();
    const reason = { silent: true };
    const asked = reasonOf(createGateway({ baseUrl }).fetchHoldList({ ...agent, signal: controller.signal }));
    await arrived.promise;
    controller.abort(reason);
    expect(await asked).toBe(reason);
    await hungUp;
  });

  it("without a reason is the platform's AbortError", async () => {
    const controller = new AbortController();
    const gateway = createGateway({ baseUrl: "", fetch: () => new Promise(() => {}) });
    const asked = reasonOf(gateway.fetchHoldList({ ...agent, signal: controller.signal }));
    controller.abort();
    expect(await asked).toBe(controller.signal.reason);
    expect(await asked).toMatchObject({ name: "AbortError" });
  });

  it("drops the Guid of an answer that comes after it", async () => {
    const late = deferred<Response>();
    const controller = new AbortController();
    const onSetGuid = vi.fn();
    const gateway = createGateway({ baseUrl: "", fetch: () => late.promise });
    const asked = reasonOf(gateway.fetchHoldList({ ...agent, signal: controller.signal, onSetGuid }));
    controller.abort("gone");
    await asked;
    const response = Response.json(list, { headers: { "Set-GUID": "JSESSIONID=late" } });
    const read = vi.spyOn(response, "text");
    late.resolve(response);
    await vi.waitFor(() => expect(read).toHaveBeenCalled());
    expect(onSetGuid).not.toHaveBeenCalled();
  });

  it("after the end changes nothing, and no listener stays on the host's signal", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    await expect(gatewayOf(list).fetchHoldList({ ...agent, signal })).resolves.toEqual(answer);
    await errorOf(gatewayOf("<html>"), { ...agent, signal });
    expect(getEventListeners(signal, "abort")).toEqual([]);
    controller.abort();
  });
});
