import { expect, it } from "vitest";
import { askJson, guidOf, signedIn } from "./ask.js";

it("refuses with any retcode and message", async () => {
  const { simulator, list } = signedIn();
  simulator.order({ kind: "retcode", retcode: "999-123", message: "<b>no</b>" });
  const response = await list();
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ message: "<b>no</b>", retcode: "999-123" });
});

it("answers any HTTP status, with Retry-After and body", async () => {
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

it("adds the latency of a fault to that of the settings", async () => {
  const { clock, simulator, list } = signedIn({ latency: 300 });
  simulator.order({ kind: "latency", delay: 700 });
  let answered = false;
  const asked = list().then(() => (answered = true));
  await clock.advance(999);
  expect(answered).toBe(false);
  await clock.advance(1);
  expect(answered).toBe(true);
  await asked;
});

it("rejects at once when the client aborts during the latency", async () => {
  const { clock, simulator, list } = signedIn({ latency: 300 });
  const controller = new AbortController();
  const asked = list({ signal: controller.signal });
  await clock.advance(100);
  controller.abort(new Error("too long"));
  await expect(asked).rejects.toThrow("too long");
  expect(clock.sleepers()).toBe(0);
  expect(simulator.requests[0]).toMatchObject({ outcome: "aborted" });
});

it("never answers a request with the fault silence", async () => {
  const { clock, simulator, list } = signedIn();
  simulator.order({ kind: "silence" });
  const controller = new AbortController();
  let ended = false;
  const asked = list({ signal: controller.signal }).finally(() => (ended = true));
  await clock.advance(3_600_000);
  expect(ended).toBe(false);
  expect(simulator.requests[0]).toMatchObject({ outcome: "pending", endedAt: null });
  controller.abort(new Error("too long"));
  await expect(asked).rejects.toThrow("too long");
});

it("sends the headers of an answer and never the end of its body", async () => {
  const { simulator, list } = signedIn();
  simulator.order({ kind: "silence", after: "headers" });
  const controller = new AbortController();
  const response = await list({ signal: controller.signal });
  expect(response.status).toBe(200);
  const read = response.text();
  controller.abort(new Error("too long"));
  await expect(read).rejects.toThrow("too long");
});

it("cuts the connection", async () => {
  const { simulator, list } = signedIn();
  simulator.order({ kind: "disconnect" });
  await expect(list()).rejects.toThrow(TypeError);
  expect(simulator.requests[0]).toMatchObject({ outcome: "disconnected" });
});

it("sends a real new Guid, or any text, in Set-GUID", async () => {
  const { simulator, list, listJson } = signedIn({ guidOverlap: 0 });
  simulator.order({ kind: "setGuid", value: "JSESSIONID=", times: 1 });
  expect((await list()).headers.get("Set-GUID")).toBe("JSESSIONID=");
  simulator.order({ kind: "setGuid", times: 1 });
  const renewed = guidOf(await list()) ?? "";
  expect([await listJson(), await listJson({ guid: renewed })]).toMatchObject([
    { retcode: "100-006" },
    { retcode: "0" },
  ]);
});

it("applies the oldest fault first, as often as ordered", async () => {
  const { simulator, list } = signedIn();
  simulator.order({ kind: "retcode", retcode: "1-1", times: 2 });
  simulator.order({ kind: "http", status: 502, times: 1 });
  for (let n = 0; n < 4; n++) await list();
  expect(simulator.requests.map((request) => request.outcome)).toEqual(["1-1", "1-1", "HTTP 502", "0"]);
  expect(simulator.faults).toEqual([]);
});

it("applies a fault only to the operation and the agent that it names", async () => {
  const { simulator, ask, listJson } = signedIn();
  const other = simulator.signIn("102");
  simulator.holdCall("101", { callId: "1-1" });
  simulator.order({ kind: "retcode", retcode: "1-1", agentId: "102" });
  simulator.order({ kind: "retcode", retcode: "2-2", on: "retrieve" });
  simulator.order({ kind: "retcode", retcode: "3-3", on: "any", agentId: "103" });
  expect(await listJson()).toMatchObject({ retcode: "0" });
  expect(await askJson(simulator, "GET", "calldata/102/holdlist", { guid: other })).toMatchObject({ retcode: "1-1" });
  expect(await ask("POST", "voicecall/101/gethold?callid=1-1")).toMatchObject({ retcode: "2-2" });
  expect(await ask("GET", "agentevent/101")).toMatchObject({ retcode: "0" });
  expect(await ask("PUT", "onlineagent/103", { password: "demo" })).toMatchObject({ retcode: "3-3" });
});

it("clears one fault or all faults", async () => {
  const { simulator, listJson } = signedIn();
  const { id } = simulator.order({ kind: "retcode", retcode: "1-1" });
  simulator.order({ kind: "retcode", retcode: "2-2" });
  simulator.clearFaults(id);
  expect(await listJson()).toMatchObject({ retcode: "2-2" });
  expect(() => simulator.clearFaults(id)).toThrow(`There is no fault ${id}.`);
  simulator.clearFaults();
  expect(await listJson()).toMatchObject({ retcode: "0" });
});
