// @vitest-environment node
import { request } from "node:http";
import { afterEach, beforeEach, expect, it } from "vitest";
import { serveSimulator } from "../../src/simulator/server/serveSimulator.js";
import { createSimulator, type Simulator, strictSettings } from "../../src/simulator/simulator.js";
import { createManualClock, type ManualClock } from "../support/createManualClock.js";
import { serve } from "./serve.js";

/** A client as others write them: no fetch, no Content-Type, double slashes, JSON only if the type is exactly so. */
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

beforeEach(async () => {
  clock = createManualClock();
  simulator = createSimulator({ ...strictSettings, clock });
  server = await serve(serveSimulator(simulator));
});

afterEach(() => server.close());

it("serves a client that was not written here through a whole shift", async () => {
  const client = new ForeignClient(server.url);
  expect(await client.send("PUT", "onlineagent/291", '{"password":"demo","phonenum":"40038"}')).toMatchObject({
    retcode: "0",
  });

  const guids = new Set([client.guid]);
  for (let minute = 0; minute < 5; minute++) {
    await clock.advance(60_000);
    simulator.sendEvent("291", { eventType: "AgentState_Ready" });
    expect(await client.send("GET", "agentevent/291")).toMatchObject({ retcode: "0" });
    expect(await client.send("GET", "calldata/291/holdlist")).toEqual({ message: "", retcode: "0", result: [] });
    guids.add(client.guid);
  }
  expect(guids.size).toBe(6);

  const { callId } = simulator.takeCall("291");
  expect(await client.send("GET", "agentevent/291")).toMatchObject({ event: { eventType: "AgentEvent_Talking" } });
  expect(await client.send("POST", "voicecall/291/hold")).toMatchObject({ message: "success", retcode: "0" });
  expect(await client.send("GET", "agentevent/291")).toMatchObject({
    event: { eventType: "AgentEvent_Hold", workNo: "291", content: callId },
  });
  expect(await client.send("GET", "calldata/291/holdlist")).toMatchObject({ result: [{ callid: callId }] });
  expect(await client.send("DELETE", "onlineagent/291/logout")).not.toMatchObject({ retcode: "0" });
  expect(await client.send("POST", `voicecall/291/gethold?callid=${callId}`)).toMatchObject({ retcode: "0" });
  expect(await client.send("GET", "agentevent/291")).toMatchObject({
    event: { eventType: "AgentEvent_Talking", content: { callid: callId } },
  });
  expect(await client.send("GET", "calldata/291/holdlist")).toMatchObject({ result: [] });
  expect(await client.send("DELETE", "voicecall/291/release")).toMatchObject({ retcode: "0" });
  expect(await client.send("DELETE", "onlineagent/291/logout")).toMatchObject({ retcode: "0" });
  expect(await client.send("GET", "calldata/291/holdlist")).toMatchObject({ retcode: "100-006" });
});

it("signs out a client that polls no events", async () => {
  const client = new ForeignClient(server.url);
  await client.send("PUT", "onlineagent/291", '{"password":"demo"}');
  await clock.advance(120_000);
  expect(await client.send("GET", "calldata/291/holdlist")).toMatchObject({ retcode: "100-006" });
  expect(simulator.agent("291").signedIn).toBe(false);
});
