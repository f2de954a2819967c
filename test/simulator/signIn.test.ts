// @vitest-environment node
import { expect, it } from "vitest";
import { createSimulator } from "../../src/simulator/simulator.js";
import { ask, askJson, guidOf } from "./ask.js";
import { beginning, createManualClock } from "../support/createManualClock.js";

const demo = { password: "demo", phonenum: "40038", status: "4", autoanswer: "false", agenttype: "4" };

it("signs an agent in with the password and brings the Guid in Set-GUID", async () => {
  const simulator = createSimulator({ clock: createManualClock() });
  const response = await ask(simulator, "PUT", "onlineagent/101", { body: demo });
  expect(response.headers.get("Set-GUID")).toMatch(
    /^JSESSIONID=[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\.AgentGateway1$/,
  );
  expect(response.headers.get("Content-Type")).toBe("application/json");
  expect(response.headers.get("Date")).toBe("Sun, 22 Nov 2026 09:00:00 GMT");
  expect(await response.json()).toMatchObject({
    retcode: "0",
    result: { workno: "101", loginTime: String(beginning) },
  });
});

it.each([
  ["a wrong password", { password: "" }, "100-004"],
  ["no password", {}, "100-004"],
  ["a password that is no string", { password: 1 }, "000-006"],
  ["a body that is no object", "[1", "000-006"],
  ["no body", undefined, "000-006"],
])("refuses %s, at a forced sign-in too", async (_, body, retcode) => {
  const simulator = createSimulator();
  for (const path of ["onlineagent/101", "onlineagent/101/forcelogin"]) {
    const response = await ask(simulator, "PUT", path, { body });
    expect(await response.json()).toMatchObject({ retcode });
    expect(guidOf(response)).toBeUndefined();
  }
  expect(simulator.agent("101").signedIn).toBe(false);
});

it("refuses a second sign-in, and a forced one ends the first", async () => {
  const simulator = createSimulator();
  const first = guidOf(await ask(simulator, "PUT", "onlineagent/101", { body: demo })) ?? "";
  expect(await askJson(simulator, "PUT", "onlineagent/101", { body: demo })).toMatchObject({ retcode: "100-002" });
  const second = guidOf(await ask(simulator, "PUT", "onlineagent/101/forcelogin", { body: demo })) ?? "";
  const codes = [first, second].map((guid) => askJson(simulator, "GET", "calldata/101/holdlist", { guid }));
  expect(await Promise.all(codes)).toMatchObject([{ retcode: "100-006" }, { retcode: "0" }]);
});

it.each(["100", "1000000", "0101", "1e3", "abc", "-101"])("refuses the agent ID %s", async (agentId) => {
  const simulator = createSimulator();
  const given = await askJson(simulator, "PUT", `onlineagent/${agentId}`, { body: demo });
  expect(given).toMatchObject({ retcode: "000-002" });
  expect(() => simulator.signIn(agentId)).toThrow("agentId: expected 101 to 999999");
});

it.each([
  [59_999, "59999", "0"],
  [59_999, "60000", "000-002"],
  [undefined, "100200", "0"],
  [undefined, "999999", "0"],
])("with maxAgentId %s, answers the sign-in of %s with %s", async (maxAgentId, agentId, retcode) => {
  const simulator = createSimulator(maxAgentId === undefined ? {} : { maxAgentId });
  expect(await askJson(simulator, "PUT", `onlineagent/${agentId}`, { body: demo })).toMatchObject({ retcode });
});

it("refuses to sign out while a call is on hold", async () => {
  const simulator = createSimulator();
  const guid = simulator.signIn("101");
  const { callId } = simulator.holdCall("101");
  expect(await askJson(simulator, "DELETE", "onlineagent/101/logout", { guid })).toMatchObject({ retcode: "100-007" });
  expect(simulator.agent("101").signedIn).toBe(true);

  simulator.endCall("101", callId);
  expect(await askJson(simulator, "DELETE", "onlineagent/101/logout", { guid })).toMatchObject({ retcode: "0" });
  expect(simulator.agent("101").signedIn).toBe(false);
  expect(await askJson(simulator, "GET", "calldata/101/holdlist", { guid })).toMatchObject({ retcode: "100-006" });
});

it("keeps agents apart", async () => {
  const simulator = createSimulator();
  const guids = { one: simulator.signIn("101"), other: simulator.signIn("102") };
  simulator.holdCall("101", { callId: "1-1" });
  const asked = (agentId: string, guid: string) => askJson(simulator, "GET", `calldata/${agentId}/holdlist`, { guid });
  expect(await asked("101", guids.one)).toMatchObject({ retcode: "0", result: [{ callid: "1-1" }] });
  expect(await asked("102", guids.other)).toEqual({ message: "", retcode: "0", result: [] });
  expect(await asked("101", guids.other)).toMatchObject({ retcode: "100-006" });
});
