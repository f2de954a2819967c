import { expect, it } from "vitest";
import { type SimulatorOptions, strictSettings } from "../../src/simulator/simulator.js";
import { ask, guidOf, signedIn } from "./ask.js";

const second = 1_000;

/** Agent 101 with dynamic authentication and event polls that do not wait. */
function open(options: SimulatorOptions = {}) {
  const agent = signedIn({ longPoll: 0, authentication: "dynamic", ...options });
  const { simulator, listJson } = agent;
  return {
    ...agent,
    retcodeOf: async (guid: string) => (await listJson({ guid })).retcode,
    /** The Guid that the answer to an event poll or a handshake carries. */
    poll: async (guid: string) => guidOf(await ask(simulator, "GET", "agentevent/101", { guid })),
    handshake: async (guid: string) => guidOf(await ask(simulator, "POST", "onlineagent/101/handshake", { guid })),
  };
}

it("keeps the Guid of the sign-in with static authentication", async () => {
  const { clock, guid, poll, handshake, retcodeOf } = open({ authentication: "static" });
  await clock.advance(3_600 * second);
  expect([await poll(guid), await handshake(guid)]).toEqual([undefined, undefined]);
  expect(await retcodeOf(guid)).toBe("0");
});

it("renews a Guid of 60 s in an event poll, but not in a list query", async () => {
  const { clock, guid, list, poll } = open();
  await clock.advance(59_999);
  expect(await poll(guid)).toBeUndefined();
  await clock.advance(1);
  expect(guidOf(await list())).toBeUndefined();
  const renewed = (await poll(guid)) ?? "";
  expect(renewed).toMatch(/\.AgentGateway1$/);
  expect(renewed).not.toBe(guid);
  expect(await poll(renewed)).toBeUndefined();
});

it("renews a Guid that reaches 60 s during a long poll", async () => {
  const { clock, guid, poll } = open({ longPoll: 10 * second });
  await clock.advance(55 * second);
  const polled = poll(guid);
  await clock.advance(10 * second);
  expect(await polled).toBeDefined();
});

it("renews the Guid in every handshake", async () => {
  const { guid, handshake, retcodeOf } = open({ guidOverlap: 0 });
  const renewed = (await handshake(guid)) ?? "";
  expect([await retcodeOf(guid), await retcodeOf(renewed)]).toEqual(["100-006", "0"]);
  expect(await handshake(renewed)).toBeDefined();
});

it.each([
  ["signed in", true, { message: "success", retcode: "0" }],
  ["not signed in", false, { message: "The agent is not signed in.", retcode: "100-006" }],
])("answers the handshake of an agent that is %s", async (_, isSignedIn, expected) => {
  const { simulator, ask } = open();
  if (!isSignedIn) simulator.signIn("101");
  expect(await ask("POST", "onlineagent/101/handshake")).toEqual(expected);
});

it("refuses a Guid 120 s after its issue, renewed or not", async () => {
  const { clock, guid, poll, retcodeOf } = open();
  await clock.advance(60 * second);
  const renewed = (await poll(guid)) ?? "";
  await clock.advance(60 * second - 1);
  expect(await retcodeOf(guid)).toBe("0");
  await clock.advance(1);
  expect([await retcodeOf(guid), await retcodeOf(renewed)]).toEqual(["100-006", "0"]);
  await clock.advance(60 * second);
  expect(await retcodeOf(renewed)).toBe("100-006");
});

it("refuses a replaced Guid after the overlap, if that ends first", async () => {
  const { clock, guid, poll, retcodeOf } = open({ guidOverlap: 5 * second });
  await clock.advance(60 * second);
  await poll(guid);
  await clock.advance(5 * second - 1);
  expect(await retcodeOf(guid)).toBe("0");
  await clock.advance(1);
  expect(await retcodeOf(guid)).toBe("100-006");
});

it.each(["poll", "handshake"] as const)("answers a %s with a replaced Guid with the current one", async (request) => {
  const agent = open({ authentication: "static" });
  const renewed = agent.simulator.renewGuid("101");
  expect(await agent[request](agent.guid)).toBe(renewed);
});

it("renews the Guid with the next event poll on request, and answers a waiting poll at once", async () => {
  const { clock, simulator, guid, poll, retcodeOf } = open({ longPoll: 10 * second });
  const polled = poll(guid);
  await clock.advance(second);
  simulator.renewGuidOnPoll("101");
  const renewed = (await polled) ?? "";
  expect(await retcodeOf(renewed)).toBe("0");
  simulator.renewGuidOnPoll("101");
  expect(await poll(renewed)).not.toBe(renewed);
});

it("sends a new Guid in the body of updateGuid", async () => {
  const { guid, ask, retcodeOf } = open({ guidOverlap: 0 });
  const { result } = (await ask("PUT", "onlineagent/101/updateGuid")) as { result: { guid: string } };
  expect([await retcodeOf(result.guid), await retcodeOf(guid)]).toEqual(["0", "100-006"]);
});

it.each(["poll", "handshake"] as const)("signs an agent out 120 s after its last %s", async (request) => {
  const agent = open({ ...strictSettings, authentication: "static" });
  const { clock, simulator, guid, retcodeOf } = agent;
  await clock.advance(100 * second);
  await agent[request](guid);
  await clock.advance(119 * second);
  expect(await retcodeOf(guid)).toBe("0");
  await clock.advance(second);
  expect(await retcodeOf(guid)).toBe("100-006");
  expect(simulator.agent("101").signedIn).toBe(false);
});

it("draws Guids from the random source", () => {
  const { guid } = open({ random: () => 0.5, node: "AgentGateway7" });
  expect(guid).toBe("88888888-8888-4888-8888-888888888888.AgentGateway7");
});

it("logs the validity of each Guid and never a Guid", async () => {
  const { simulator, guid } = open({ guidOverlap: 60 * second });
  const renewed = simulator.renewGuid("101");
  for (const sent of [renewed, guid, "nonsense"]) await ask(simulator, "GET", "calldata/101/holdlist", { guid: sent });
  await ask(simulator, "GET", `calldata/101/holdlist?guid=${guid}`);
  expect(simulator.requests.map((request) => request.guid)).toEqual(["current", "overlap", "stale", "missing"]);
  expect(simulator.requests.at(-1)?.path).toBe("/agentgateway/resource/calldata/101/holdlist?guid=[Guid]");
  const visible = JSON.stringify([simulator.requests, simulator.agent("101"), simulator.settings]);
  for (const secret of [guid, renewed]) expect(visible).not.toContain(secret.slice(0, 8));
});
