// @vitest-environment node
import { request } from "node:http";
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

it("answers the gateway's list exactly as application/json", async () => {
  simulator.holdCall("101", { callId: "1-1" });
  const response = await list();
  expect([response.status, response.headers.get("Content-Type")]).toEqual([200, "application/json"]);
  expect(await response.json()).toMatchObject({ retcode: "0", result: [{ callid: "1-1" }] });
});

it("passes bodies and headers both ways", async () => {
  const response = await fetch(`${server.url}/agentgateway/resource/onlineagent/101`, {
    method: "PUT",
    body: JSON.stringify({ password: "demo" }),
  });
  expect(response.headers.get("Set-GUID")).toMatch(/^JSESSIONID=.*\.AgentGateway1$/);
  expect(await response.json()).toMatchObject({ retcode: "0", result: { workno: "101" } });
});

it("destroys the socket of a request that is cut off", async () => {
  simulator.order({ kind: "disconnect" });
  await expect(list()).rejects.toThrow(TypeError);
  expect(simulator.requests[0]?.outcome).toBe("disconnected");
});

it("hears of a client that leaves", async () => {
  simulator.order({ kind: "silence" });
  const leaving = new AbortController();
  const asked = list({ signal: leaving.signal });
  await expect.poll(() => simulator.requests.length).toBe(1);
  leaving.abort(new Error("left"));
  await expect(asked).rejects.toThrow("left");
  await expect.poll(() => simulator.requests[0]?.outcome).toBe("aborted");
});

it("sends the head of an answer whose body never comes", async () => {
  simulator.order({ kind: "silence", after: "headers" });
  const leaving = new AbortController();
  const response = await list({ signal: leaving.signal });
  expect(response.status).toBe(200);
  const read = response.text();
  leaving.abort();
  await expect(read).rejects.toMatchObject({ name: "AbortError" });
});

it("redirects", async () => {
  simulator.order({ kind: "redirect", location: "http://127.0.0.1:9/", status: 307 });
  const response = await list({ redirect: "manual" });
  expect([response.status, response.headers.get("Location")]).toEqual([307, "http://127.0.0.1:9/"]);
});

it("serves controls", async () => {
  const response = await fetch(`${server.url}//simulator/agents/101/calls`, {
    method: "POST",
    body: '{"callId":"1-1"}',
  });
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
])("answers a control request with %j by %i", async (headers, expected) => {
  const status = await new Promise((resolve, reject) => {
    request(`${server.url}/simulator/settings`, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });
  expect(status).toBe(expected);
});

it("answers 500 to a request that no Request can hold, and lives on", async () => {
  const status = await new Promise((resolve, reject) => {
    request(`${server.url}/agentgateway/`, { method: "TRACE" }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });
  expect(status).toBe(500);
  expect((await list()).status).toBe(200);
});
