import { expect, it } from "vitest";
import { createSimulator } from "../../src/simulator/simulator.js";
import { beginning, createManualClock } from "../support/createManualClock.js";
import { ask, askJson, guidOf, signedIn } from "./ask.js";

const body = { password: "demo", phonenum: "40038", status: "4", autoanswer: "false", agenttype: "4" };

it("answers a sign-in with the Guid in Set-GUID and the time of the sign-in as text", async () => {
  const simulator = createSimulator({ clock: createManualClock() });
  const response = await ask(simulator, "PUT", "onlineagent/101", { body });
  expect(response.headers.get("Set-GUID")).toMatch(
    /^JSESSIONID=[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\.AgentGateway1$/,
  );
  expect(response.headers.get("Content-Type")).toBe("application/json");
  expect(response.headers.get("Date")).toBe("Sun, 22 Nov 2026 09:00:00 GMT");
  const result = { workno: "101", loginTime: String(beginning) };
  expect(await response.json()).toMatchObject({ retcode: "0", result });
});

it.each([
  ["a wrong password", { password: "" }, "100-004"],
  ["no password", {}, "100-004"],
  ["a password that is not a string", { password: 1 }, "000-006"],
  ["a body that is not an object", "[1", "000-006"],
  ["no body", undefined, "000-006"],
])("refuses a normal and a forced sign-in with %s", async (_, wrong, retcode) => {
  const simulator = createSimulator();
  for (const path of ["onlineagent/101", "onlineagent/101/forcelogin"]) {
    const response = await ask(simulator, "PUT", path, { body: wrong });
    expect(await response.json()).toMatchObject({ retcode });
    expect(guidOf(response)).toBeUndefined();
  }
  expect(simulator.agent("101").signedIn).toBe(false);
});

it("refuses a second sign-in, while a forced one ends the first session", async () => {
  const { simulator, listJson } = signedIn();
  expect(await askJson(simulator, "PUT", "onlineagent/101", { body })).toMatchObject({ retcode: "100-002" });
  const second = guidOf(await ask(simulator, "PUT", "onlineagent/101/forcelogin", { body })) ?? "";
  expect([await listJson(), await listJson({ guid: second })]).toMatchObject([
    { retcode: "100-006" },
    { retcode: "0" },
  ]);
});

it.each(["100", "1000000", "0101", "1e3", "abc", "-101"])("refuses the agent ID %s", async (agentId) => {
  const simulator = createSimulator();
  const answer = await askJson(simulator, "PUT", `onlineagent/${agentId}`, { body });
  expect(answer).toMatchObject({ retcode: "000-002" });
  expect(() => simulator.signIn(agentId)).toThrow("agentId: expected 101 to 999999");
});

it.each([
  [59_999, "59999", "0"],
  [59_999, "60000", "000-002"],
  [undefined, "100200", "0"],
  [undefined, "999999", "0"],
])("with maxAgentId %s, answers the sign-in of %s with %s", async (maxAgentId, agentId, retcode) => {
  const simulator = createSimulator(maxAgentId === undefined ? {} : { maxAgentId });
  expect(await askJson(simulator, "PUT", `onlineagent/${agentId}`, { body })).toMatchObject({ retcode });
});

it("refuses a sign-out while a call is on hold", async () => {
  const { simulator, ask, listJson } = signedIn();
  const { callId } = simulator.holdCall("101");
  expect(await ask("DELETE", "onlineagent/101/logout")).toMatchObject({ retcode: "100-007" });
  expect(simulator.agent("101").signedIn).toBe(true);

  simulator.endCall("101", callId);
  expect(await ask("DELETE", "onlineagent/101/logout")).toMatchObject({ retcode: "0" });
  expect(simulator.agent("101").signedIn).toBe(false);
  expect(await listJson()).toMatchObject({ retcode: "100-006" });
});

it("answers each agent with its own list, and refuses the Guid of another agent", async () => {
  const { simulator, listJson } = signedIn();
  const other = simulator.signIn("102");
  simulator.holdCall("101", { callId: "1-1" });
  expect(await listJson()).toMatchObject({ retcode: "0", result: [{ callid: "1-1" }] });
  expect(await askJson(simulator, "GET", "calldata/102/holdlist", { guid: other })).toMatchObject({ result: [] });
  expect(await listJson({ guid: other })).toMatchObject({ retcode: "100-006" });
});
