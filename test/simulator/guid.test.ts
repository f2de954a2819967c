// @vitest-environment node
import { expect, it } from "vitest";
import { createSimulator, type Simulator, strictSettings } from "../../src/simulator/simulator.js";
import { ask, askJson, guidOf } from "./ask.js";
import { createManualClock } from "../support/createManualClock.js";

const second = 1_000;

async function retcodeOf(simulator: Simulator, guid: string): Promise<string> {
  return ((await askJson(simulator, "GET", "calldata/101/holdlist", { guid })) as { retcode: string }).retcode;
}

async function poll(simulator: Simulator, guid: string): Promise<string | undefined> {
  return guidOf(await ask(simulator, "GET", "agentevent/101", { guid }));
}

async function handshake(simulator: Simulator, guid: string): Promise<string | undefined> {
  const response = await ask(simulator, "POST", "onlineagent/101/handshake", { guid });
  expect(await response.json()).toEqual({ message: "success", retcode: "0" });
  return guidOf(response);
}

it("keeps the Guid of sign-in under static authentication", async () => {
  const clock = createManualClock();
  const simulator = createSimulator({ clock, longPoll: 0, authentication: "static" });
  const guid = simulator.signIn("101");
  await clock.advance(3_600 * second);
  expect(await poll(simulator, guid)).toBeUndefined();
  expect(await retcodeOf(simulator, guid)).toBe("0");
});

it("renews a Guid of 60 s on event polling, and only there", async () => {
  const clock = createManualClock();
  const simulator = createSimulator({ clock, longPoll: 0, authentication: "dynamic" });
  const guid = simulator.signIn("101");
  await clock.advance(59_999);
  expect(await poll(simulator, guid)).toBeUndefined();
  await clock.advance(1);
  expect(guidOf(await ask(simulator, "GET", "calldata/101/holdlist", { guid }))).toBeUndefined();
  const renewed = await poll(simulator, guid);
  expect(renewed).toMatch(/\.AgentGateway1$/);
  expect(renewed).not.toBe(guid);
  expect(await poll(simulator, renewed ?? "")).toBeUndefined();
});

it("renews when a long poll ends, not when it begins", async () => {
  const clock = createManualClock();
  const simulator = createSimulator({ clock, authentication: "dynamic" });
  const guid = simulator.signIn("101");
  await clock.advance(55 * second);
  const polled = poll(simulator, guid);
  await clock.advance(10 * second);
  expect(await polled).toBeDefined();
});

it("refuses a Guid 120 s after its issue, renewed or not", async () => {
  const clock = createManualClock();
  const simulator = createSimulator({ clock, longPoll: 0, authentication: "dynamic" });
  const guid = simulator.signIn("101");
  await clock.advance(60 * second);
  const renewed = (await poll(simulator, guid)) ?? "";
  await clock.advance(60 * second - 1);
  expect(await retcodeOf(simulator, guid)).toBe("0");
  await clock.advance(1);
  expect(await retcodeOf(simulator, guid)).toBe("100-006");
  expect(await retcodeOf(simulator, renewed)).toBe("0");
  await clock.advance(60 * second);
  expect(await retcodeOf(simulator, renewed)).toBe("100-006");
});

it("refuses a replaced Guid after the overlap, if that is the earlier end", async () => {
  const clock = createManualClock();
  const simulator = createSimulator({ clock, longPoll: 0, authentication: "dynamic", guidOverlap: 5 * second });
  const guid = simulator.signIn("101");
  await clock.advance(60 * second);
  await poll(simulator, guid);
  await clock.advance(5 * second - 1);
  expect(await retcodeOf(simulator, guid)).toBe("0");
  await clock.advance(1);
  expect(await retcodeOf(simulator, guid)).toBe("100-006");
});

it("gives the current Guid to an event poll with a replaced one, whose answer may have been lost", async () => {
  const simulator = createSimulator({ longPoll: 0 });
  const guid = simulator.signIn("101");
  const renewed = simulator.renewGuid("101");
  expect(await poll(simulator, guid)).toBe(renewed);
});

it("brings a new Guid with the next event poll when told so, waking one that waits", async () => {
  const clock = createManualClock();
  const simulator = createSimulator({ clock });
  const guid = simulator.signIn("101");
  const polled = poll(simulator, guid);
  await clock.advance(second);
  simulator.renewGuidOnPoll("101");
  const renewed = (await polled) ?? "";
  expect(await retcodeOf(simulator, renewed)).toBe("0");

  simulator.renewGuidOnPoll("101");
  expect(await poll(simulator, renewed)).not.toBe(renewed);
});

it("gives a new Guid in the body of updateGuid", async () => {
  const simulator = createSimulator({ guidOverlap: 0 });
  const guid = simulator.signIn("101");
  const given = await askJson(simulator, "PUT", "onlineagent/101/updateGuid", { guid });
  const renewed = (given as { result: { guid: string } }).result.guid;
  expect(await retcodeOf(simulator, renewed)).toBe("0");
  expect(await retcodeOf(simulator, guid)).toBe("100-006");
});

it("signs an agent out that polls no events for the time set", async () => {
  const clock = createManualClock();
  const simulator = createSimulator({ clock, longPoll: 0, signedInTimeout: 120 * second });
  const guid = simulator.signIn("101");
  await clock.advance(100 * second);
  await poll(simulator, guid);
  await clock.advance(119 * second);
  expect(await retcodeOf(simulator, guid)).toBe("0");
  await clock.advance(second);
  expect(await retcodeOf(simulator, guid)).toBe("100-006");
  expect(simulator.agent("101").signedIn).toBe(false);
});

it("renews the Guid with every handshake under dynamic authentication", async () => {
  const simulator = createSimulator({ authentication: "dynamic", guidOverlap: 0 });
  const guid = simulator.signIn("101");
  const renewed = (await handshake(simulator, guid)) ?? "";
  expect([await retcodeOf(simulator, guid), await retcodeOf(simulator, renewed)]).toEqual(["100-006", "0"]);
  expect(await handshake(simulator, renewed)).not.toBe(renewed);
});

it("keeps the Guid in handshakes under static authentication, unless it was replaced", async () => {
  const simulator = createSimulator();
  const guid = simulator.signIn("101");
  expect(await handshake(simulator, guid)).toBeUndefined();
  const renewed = simulator.renewGuid("101");
  expect(await handshake(simulator, guid)).toBe(renewed);
});

it("keeps an agent signed in that sends handshakes and polls no events", async () => {
  const clock = createManualClock();
  const simulator = createSimulator({ ...strictSettings, clock });
  let guid = simulator.signIn("101");
  for (let beat = 0; beat < 10; beat++) {
    await clock.advance(30 * second);
    guid = (await handshake(simulator, guid)) ?? "";
  }
  await clock.advance(119 * second);
  expect(await retcodeOf(simulator, guid)).toBe("0");
  await clock.advance(second);
  expect(await retcodeOf(simulator, guid)).toBe("100-006");
});

it("refuses a handshake of an agent that is not signed in", async () => {
  const given = await askJson(createSimulator(), "POST", "onlineagent/101/handshake", { guid: "unknown" });
  expect(given).toMatchObject({ retcode: "100-006" });
});

it("draws Guids from the random source", () => {
  const guid = () => createSimulator({ random: () => 0.5, node: "AgentGateway7" }).signIn("101");
  expect(guid()).toBe("88888888-8888-4888-8888-888888888888.AgentGateway7");
});

it("says in the log what each Guid was worth, and never the Guid", async () => {
  const simulator = createSimulator({ guidOverlap: 60 * second });
  const guid = simulator.signIn("101");
  const renewed = simulator.renewGuid("101");
  await ask(simulator, "GET", "calldata/101/holdlist", { guid: renewed });
  await ask(simulator, "GET", "calldata/101/holdlist", { guid });
  await ask(simulator, "GET", "calldata/101/holdlist", { guid: "nonsense" });
  await ask(simulator, "GET", `calldata/101/holdlist?guid=${guid}`);
  expect(simulator.requests.map((request) => request.guid)).toEqual(["current", "overlap", "stale", "missing"]);
  expect(simulator.requests.at(-1)?.path).toBe("/agentgateway/resource/calldata/101/holdlist?guid=[Guid]");
  const told = JSON.stringify([simulator.requests, simulator.agent("101"), simulator.settings]);
  for (const secret of [guid, renewed]) expect(told).not.toContain(secret.slice(0, 8));
});
