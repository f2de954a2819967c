import { request } from "node:http";
import { afterEach, beforeEach, expect, it } from "vitest";
import { serveSimulator } from "../../src/simulator/server/serveSimulator.js";
import { createSimulator, type Simulator, strictSettings } from "../../src/simulator/simulator.js";
import { createManualClock, type ManualClock } from "../support/createManualClock.js";
import { serve } from "./serve.js";

/** A client in the style of other vendors: no fetch, no Content-Type, double slashes, and JSON only of the exact type. */
class ForeignClient {
  guid = "";

  constructor(readonly base: string) {}

  send(method: string, path: string, body = ""): Promise<Record<string, unknown>> {
    return new Promise((resolve, reject) => {
      const headers = this.guid === "" ? {} : { GUID: this.guid };
      request(`${this.base}/agentgateway/resource//${path}`, { method, headers }, (response) => {
        const renewed = response.headers["set-guid"];
        if (typeof renewed === "string") this.guid = renewed.slice("JSESSIONID=".length);
        let text = "";
        response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
        response.on("end", () =>
          response.headers["content-type"] === "application/json"
            ? resolve(JSON.parse(text) as Record<string, unknown>)
            : reject(new Error(`Not JSON: ${text}`)),
        );
      })
        .on("error", reject)
        .end(body);
    });
  }
}

let clock: ManualClock;
let simulator: Simulator;
let server: Awaited<ReturnType<typeof serve>>;
let client: ForeignClient;

beforeEach(async () => {
  clock = createManualClock();
  simulator = createSimulator({ ...strictSettings, clock });
  server = await serve(serveSimulator(simulator));
  client = new ForeignClient(server.url);
  await client.send("PUT", "onlineagent/291", '{"password":"demo","phonenum":"40038"}');
});

afterEach(() => server.close());

it("renews the Guid of a foreign client that polls events once a minute", async () => {
  const guids = new Set([client.guid]);
  for (let minute = 0; minute < 5; minute++) {
    await clock.advance(60_000);
    simulator.sendEvent("291", { eventType: "AgentState_Ready" });
    expect(await client.send("GET", "agentevent/291")).toMatchObject({ retcode: "0" });
    expect(await client.send("GET", "calldata/291/holdlist")).toEqual({ message: "", retcode: "0", result: [] });
    guids.add(client.guid);
  }
  expect(guids.size).toBe(6);
});

it("serves a foreign client that holds, retrieves and hangs up a call and signs out", async () => {
  const { callId } = simulator.takeCall("291");
  const event = (eventType: string, content: unknown) => ({ event: { eventType, workNo: "291", content } });
  const steps: [string, string, object][] = [
    ["GET", "agentevent/291", event("AgentEvent_Talking", { callid: callId })],
    ["POST", "voicecall/291/hold", { message: "success", retcode: "0" }],
    ["GET", "agentevent/291", event("AgentEvent_Hold", callId)],
    ["GET", "calldata/291/holdlist", { result: [{ callid: callId }] }],
    ["DELETE", "onlineagent/291/logout", { retcode: "100-007" }],
    ["POST", `voicecall/291/gethold?callid=${callId}`, { retcode: "0" }],
    ["GET", "agentevent/291", event("AgentEvent_Talking", { callid: callId })],
    ["GET", "calldata/291/holdlist", { result: [] }],
    ["DELETE", "voicecall/291/release", { retcode: "0" }],
    ["DELETE", "onlineagent/291/logout", { retcode: "0" }],
    ["GET", "calldata/291/holdlist", { retcode: "100-006" }],
  ];
  for (const [method, path, expected] of steps) expect(await client.send(method, path)).toMatchObject(expected);
});
