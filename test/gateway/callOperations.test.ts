import fc from "fast-check";
import { expect, it } from "vitest";
import { connectCalls, hangUpCall, joinThreeParty, retrieveCall } from "../../src/gateway/callOperations.js";
import { createGateway } from "../../src/gateway/createGateway.js";
import type { GatewayOperation } from "../../src/gateway/Gateway.js";

/** The address that a browser makes of an operation, and the body that it sends. */
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
  return { method: request.method, url: new URL(request.url), body: await request.text() };
}

const under = "/agentgateway/resource/voicecall/291";

it("retrieves by a call ID in the query, and never without one", async () => {
  const { method, url, body } = await sent(retrieveCall("1501127996-2"));
  expect([method, url.pathname, url.search, body]).toEqual(["POST", `${under}/gethold`, "?callid=1501127996-2", ""]);
});

it("connects and hangs up by a call ID in the path", async () => {
  const connected = await sent(connectCalls("1501127996-2"));
  expect([connected.method, connected.url.href]).toEqual(["POST", `https://gateway${under}/connecthold/1501127996-2`]);
  expect(connected.body).toBe("");
  const hungUp = await sent(hangUpCall("1501127996-2"));
  expect([hungUp.method, hungUp.url.href]).toEqual(["POST", `https://gateway${under}/dropcall/1501127996-2`]);
  expect(hungUp.body).toBe("");
});

it("joins by a call ID in the body", async () => {
  const { method, url, body } = await sent(joinThreeParty("1501127996-2"));
  expect([method, url.href]).toEqual(["POST", `https://gateway${under}/confjoin`]);
  expect(JSON.parse(body)).toEqual({ callid: "1501127996-2", callappdata: "" });
});

it.each([".", ".."])("has no address for the call ID %j in a path, and so sends nothing", (callId) => {
  expect(() => connectCalls(callId)).toThrow(TypeError);
  expect(() => hangUpCall(callId)).toThrow(TypeError);
});

it.each(["a/../../../logout", "1?callid=2", "1#2", "1&callid=2", "%2e%2e", "{agentid}", "a b", "呼叫", "1;2", "..."])(
  "carries the call ID %j as it is, and goes nowhere else with it",
  async (callId) => {
    const { url } = await sent(retrieveCall(callId));
    expect([url.pathname, url.searchParams.getAll("callid")]).toEqual([`${under}/gethold`, [callId]]);
    for (const [operation, name] of [
      [connectCalls(callId), "connecthold"],
      [hangUpCall(callId), "dropcall"],
    ] as const) {
      const { url: address } = await sent(operation);
      const [, last, ...more] = address.pathname.split(`${under}/${name}`)[1]?.split("/") ?? [];
      expect([decodeURIComponent(last ?? ""), more, address.search, address.hash]).toEqual([callId, [], "", ""]);
    }
  },
);

it("carries whatever call ID a gateway may give", async () => {
  const callIds = fc.string({ unit: "grapheme", minLength: 1 }).filter((id) => !/^\.{1,2}$/.test(id));
  await fc.assert(
    fc.asyncProperty(callIds, async (callId) => {
      expect((await sent(retrieveCall(callId))).url.searchParams.get("callid")).toBe(callId);
      const path = (await sent(hangUpCall(callId))).url.pathname;
      expect(decodeURIComponent(path.slice(`${under}/dropcall/`.length))).toBe(callId);
      expect(JSON.parse((await sent(joinThreeParty(callId))).body)).toMatchObject({ callid: callId });
    }),
  );
});
