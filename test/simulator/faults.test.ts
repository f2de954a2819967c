// @vitest-environment node
import { expect, it } from "vitest";
import { createSimulator } from "../../src/simulator/simulator.js";
import { ask, askJson, guidOf } from "./ask.js";
import { createManualClock } from "../support/createManualClock.js";

function signedIn() {
  const clock = createManualClock();
  const simulator = createSimulator({ clock });
  const guid = simulator.signIn("101");
  const list = (signal?: AbortSignal) =>
    ask(simulator, "GET", "calldata/101/holdlist", signal === undefined ? { guid } : { guid, signal });
  return { clock, simulator, guid, list };
}

it("refuses with any retcode and message", async () => {
  const { simulator, list } = signedIn();
  simulator.order({ kind: "retcode", retcode: "999-123", message: "<b>no</b>" });
  const response = await list();
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ message: "<b>no</b>", retcode: "999-123" });
});

it("answers any HTTP status, with Retry-After", async () => {
  const { simulator, list } = signedIn();
  simulator.order({ kind: "http", status: 503, retryAfter: "7", body: "<h1>busy</h1>", times: 1 });
  simulator.order({ kind: "http", status: 204 });
  const busy = await list();
  expect([busy.status, busy.headers.get("Retry-After"), await busy.text()]).toEqual([503, "7", "<h1>busy</h1>"]);
  expect((await list()).status).toBe(204);
  expect(simulator.requests.map((request) => request.outcome)).toEqual(["HTTP 503", "HTTP 204"]);
});

it.each(["", '{"message":"","retcode":"0","result":[{"callf', "<!doctype html><title>Log in</title>"])(
  "answers the body %j",
  async (body) => {
    const { simulator, list } = signedIn();
    simulator.order({ kind: "body", body, contentType: "text/plain" });
    const response = await list();
    expect([response.status, response.headers.get("Content-Type")]).toEqual([200, "text/plain"]);
    expect(await response.text()).toBe(body);
  },
);

it("waits as long as the latency of settings and fault together", async () => {
  const { clock, simulator, list } = signedIn();
  simulator.set({ latency: 300 });
  simulator.order({ kind: "latency", delay: 700 });
  let answered = false;
  const asked = list().then(() => (answered = true));
  await clock.advance(999);
  expect(answered).toBe(false);
  await clock.advance(1);
  expect(answered).toBe(true);
  await asked;
});

it("gives up in latency as soon as the client does", async () => {
  const { clock, simulator, list } = signedIn();
  simulator.set({ latency: 300 });
  const patience = new AbortController();
  const asked = list(patience.signal);
  await clock.advance(100);
  patience.abort(new Error("too long"));
  await expect(asked).rejects.toThrow("too long");
  expect(clock.sleepers()).toBe(0);
  expect(simulator.requests[0]).toMatchObject({ outcome: "aborted" });
});

it("never answers until the client gives up", async () => {
  const { clock, simulator, list } = signedIn();
  simulator.order({ kind: "silence" });
  const patience = new AbortController();
  let ended = false;
  const asked = list(patience.signal).finally(() => (ended = true));
  await clock.advance(3_600_000);
  expect(ended).toBe(false);
  expect(simulator.requests[0]).toMatchObject({ outcome: "pending", endedAt: null });
  patience.abort(new Error("too long"));
  await expect(asked).rejects.toThrow("too long");
});

it("sends the head of an answer and never the body", async () => {
  const { simulator, list } = signedIn();
  simulator.order({ kind: "silence", after: "headers" });
  const patience = new AbortController();
  const response = await list(patience.signal);
  expect(response.status).toBe(200);
  const read = response.text();
  patience.abort(new Error("too long"));
  await expect(read).rejects.toThrow("too long");
});

it("cuts the connection", async () => {
  const { simulator, list } = signedIn();
  simulator.order({ kind: "disconnect" });
  await expect(list()).rejects.toThrow(TypeError);
  expect(simulator.requests[0]).toMatchObject({ outcome: "disconnected" });
});

it("brings a real new Guid, or any text, in Set-GUID", async () => {
  const { simulator, guid, list } = signedIn();
  simulator.set({ guidOverlap: 0 });
  simulator.order({ kind: "setGuid", value: "JSESSIONID=", times: 1 });
  expect((await list()).headers.get("Set-GUID")).toBe("JSESSIONID=");
  simulator.order({ kind: "setGuid", times: 1 });
  const renewed = guidOf(await list()) ?? "";
  const retcodes = [guid, renewed].map((one) => askJson(simulator, "GET", "calldata/101/holdlist", { guid: one }));
  expect(await Promise.all(retcodes)).toMatchObject([{ retcode: "100-006" }, { retcode: "0" }]);
});

it("strikes as often as ordered, the oldest first, then no more", async () => {
  const { simulator, list } = signedIn();
  simulator.order({ kind: "retcode", retcode: "1-1", times: 2 });
  simulator.order({ kind: "http", status: 502, times: 1 });
  const outcomes = [];
  for (let n = 0; n < 4; n++) outcomes.push((await list()).status);
  expect(simulator.requests.map((request) => request.outcome)).toEqual(["1-1", "1-1", "HTTP 502", "0"]);
  expect(outcomes).toEqual([200, 200, 502, 200]);
  expect(simulator.faults).toEqual([]);
});

it("strikes only the operation and the agent that it names", async () => {
  const { simulator, guid } = signedIn();
  const other = simulator.signIn("102");
  simulator.holdCall("101", { callId: "1-1" });
  simulator.order({ kind: "retcode", retcode: "1-1", agentId: "102" });
  simulator.order({ kind: "retcode", retcode: "2-2", on: "retrieve" });
  simulator.order({ kind: "retcode", retcode: "3-3", on: "any", agentId: "103" });
  const retcodes = [
    await askJson(simulator, "GET", "calldata/101/holdlist", { guid }),
    await askJson(simulator, "GET", "calldata/102/holdlist", { guid: other }),
    await askJson(simulator, "POST", "voicecall/101/gethold?callid=1-1", { guid }),
    await askJson(simulator, "GET", "agentevent/101", { guid }),
    await askJson(simulator, "PUT", "onlineagent/103", { body: { password: "demo" } }),
  ];
  expect(retcodes).toMatchObject([
    { retcode: "0" },
    { retcode: "1-1" },
    { retcode: "2-2" },
    { retcode: "0" },
    { retcode: "3-3" },
  ]);
});

it("is whole again when faults are cleared, one or all", async () => {
  const { simulator, list } = signedIn();
  const first = simulator.order({ kind: "retcode", retcode: "1-1" });
  simulator.order({ kind: "retcode", retcode: "2-2" });
  simulator.clearFaults(first.id);
  expect(await (await list()).json()).toMatchObject({ retcode: "2-2" });
  expect(() => simulator.clearFaults(first.id)).toThrow(`There is no fault ${first.id}.`);
  simulator.clearFaults();
  expect(await (await list()).json()).toMatchObject({ retcode: "0" });
});
