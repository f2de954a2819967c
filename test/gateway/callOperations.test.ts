import fc from "fast-check";
import { expect, it } from "vitest";
import { connectCalls, hangUpCall, joinThreeParty, retrieveCall } from "../../src/gateway/callOperations.js";
import { createGateway } from "../../src/gateway/createGateway.js";
import type { GatewayOperation } from "../../src/gateway/Gateway.js";

const voicecall = "https://gateway/agentgateway/resource/voicecall/291";

/** The address that a browser makes of an operation, and the method and body that it sends. */
async function sent(operation: GatewayOperation) {
  let request: Request | undefined;
  const gateway = createGateway({
    baseUrl: "https://gateway",
    fetch: (input, init) => {
      request = new Request(input, init);
      return Promise.resolve(Response.json({ message: "success", retcode: "0", result: {} }));
    },
  });
  await gateway.send(operation, { agentId: "291", guid: "a-guid" });
  if (request === undefined) throw new Error("Nothing was sent.");
  return { method: request.method, url: request.url, body: await request.text() };
}

it.each([
  ["retrieves", retrieveCall, "gethold?callid=1501127996-2", ""],
  ["connects", connectCalls, "connecthold/1501127996-2", ""],
  ["hangs up", hangUpCall, "dropcall/1501127996-2", ""],
  ["joins", joinThreeParty, "confjoin", '{"callid":"1501127996-2","callappdata":""}'],
])("%s a call by its ID", async (_, operationFor, path, body) => {
  expect(await sent(operationFor("1501127996-2"))).toEqual({ method: "POST", url: `${voicecall}/${path}`, body });
});

it.each([".", ".."])("throws for the call ID %j, which would change the path", (callId) => {
  expect(() => connectCalls(callId)).toThrow(TypeError);
  expect(() => hangUpCall(callId)).toThrow(TypeError);
});

/** Checks that each operation names exactly this call and that no other part of its address changes. */
async function expectUnchanged(callId: string) {
  const retrieved = new URL((await sent(retrieveCall(callId))).url);
  expect(retrieved.href.startsWith(`${voicecall}/gethold?`)).toBe(true);
  expect([retrieved.searchParams.getAll("callid"), [...retrieved.searchParams.keys()]]).toEqual([[callId], ["callid"]]);
  for (const [operation, start] of [
    [connectCalls(callId), `${voicecall}/connecthold/`],
    [hangUpCall(callId), `${voicecall}/dropcall/`],
  ] as const) {
    const { url } = await sent(operation);
    expect(url.startsWith(start)).toBe(true);
    expect(url.slice(start.length)).not.toMatch(/[/?#]/);
    expect(decodeURIComponent(url.slice(start.length))).toBe(callId);
  }
  expect(JSON.parse((await sent(joinThreeParty(callId))).body)).toMatchObject({ callid: callId });
}

it.each(["a/../../../logout", "1?callid=2", "1#2", "1&callid=2", "%2e%2e", "{agentid}", "a b", "呼叫", "1;2", "..."])(
  "sends the call ID %j unchanged",
  expectUnchanged,
);

it("sends every call ID unchanged", async () => {
  const callIds = fc.string({ unit: "grapheme", minLength: 1 }).filter((id) => !/^\.{1,2}$/.test(id));
  await fc.assert(fc.asyncProperty(callIds, expectUnchanged));
});
