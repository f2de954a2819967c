import { type IncomingMessage, request, type RequestOptions } from "node:http";
import { afterEach, beforeEach, expect, it } from "vitest";
import { serveSimulator } from "../../src/simulator/server/serveSimulator.js";
import { createSimulator, type Simulator } from "../../src/simulator/simulator.js";
import { serve } from "./serve.js";

let simulator: Simulator;
let server: Awaited<ReturnType<typeof serve>>;

beforeEach(async () => {
  simulator = createSimulator();
  server = await serve(serveSimulator(simulator));
});

afterEach(() => server.close());

function list(init: RequestInit = {}): Promise<Response> {
  const url = `${server.url}/agentgateway/resource//calldata/101/holdlist`;
  return fetch(url, { headers: { Guid: simulator.signIn("101") }, ...init });
}

/** The status of a request that `fetch` cannot send. */
async function statusOf(path: string, options: RequestOptions): Promise<number | undefined> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request(server.url + path, options, resolve)
      .on("error", reject)
      .end();
  });
  response.resume();
  return response.statusCode;
}

it("answers the hold list with exactly the type application/json", async () => {
  simulator.holdCall("101", { callId: "1-1" });
  const response = await list();
  expect([response.status, response.headers.get("Content-Type")]).toEqual([200, "application/json"]);
  expect(await response.json()).toMatchObject({ retcode: "0", result: [{ callid: "1-1" }] });
});

it("passes bodies and headers both ways", async () => {
  const url = `${server.url}/agentgateway/resource/onlineagent/101`;
  const response = await fetch(url, { method: "PUT", body: '{"password":"demo"}' });
  expect(response.headers.get("Set-GUID")).toMatch(/^JSESSIONID=.*\.AgentGateway1$/);
  expect(await response.json()).toMatchObject({ retcode: "0", result: { workno: "101" } });
});

it("destroys the socket when a fault cuts the connection", async () => {
  simulator.order({ kind: "disconnect" });
  await expect(list()).rejects.toThrow(TypeError);
  expect(simulator.requests[0]?.outcome).toBe("disconnected");
});

it("aborts a request when the client disconnects", async () => {
  simulator.order({ kind: "silence" });
  const controller = new AbortController();
  const asked = list({ signal: controller.signal });
  await expect.poll(() => simulator.requests.length).toBe(1);
  controller.abort(new Error("left"));
  await expect(asked).rejects.toThrow("left");
  await expect.poll(() => simulator.requests[0]?.outcome).toBe("aborted");
});

it("sends the headers of an answer whose body never ends", async () => {
  simulator.order({ kind: "silence", after: "headers" });
  const controller = new AbortController();
  const response = await list({ signal: controller.signal });
  expect(response.status).toBe(200);
  const read = response.text();
  controller.abort();
  await expect(read).rejects.toMatchObject({ name: "AbortError" });
});

it("sends redirects", async () => {
  simulator.order({ kind: "redirect", location: "http://127.0.0.1:9/", status: 307 });
  const response = await list({ redirect: "manual" });
  expect([response.status, response.headers.get("Location")]).toEqual([307, "http://127.0.0.1:9/"]);
});

it("serves controls", async () => {
  const init = { method: "POST", body: '{"callId":"1-1"}' };
  const response = await fetch(`${server.url}//simulator/agents/101/calls`, init);
  expect(await response.json()).toMatchObject({ callId: "1-1" });
  expect((await fetch(`${server.url}/simulator/reset`, { method: "POST" })).status).toBe(204);
});

it.each([
  [{ origin: "http://localhost:5173" }, 200],
  [{ origin: "http://127.0.0.1:5173", host: "[::1]:5173" }, 200],
  [{ origin: "https://elsewhere.example" }, 403],
  [{ origin: "http://localhost.elsewhere.example" }, 403],
  [{ origin: "null" }, 403],
  [{ host: "elsewhere.example:5173" }, 403],
])("answers a control request with the headers %j with %i", async (headers, expected) => {
  expect(await statusOf("/simulator/settings", { headers })).toBe(expected);
});

it("answers a method that Request does not support with 500, and continues to serve", async () => {
  expect(await statusOf("/agentgateway/", { method: "TRACE" })).toBe(500);
  expect((await list()).status).toBe(200);
});
