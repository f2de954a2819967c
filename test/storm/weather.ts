import type { Fault, Simulator } from "../../src/simulator/simulator.js";
import { agentId } from "./openDesk.js";
import type { Draws } from "./random.js";

const numbers = ["13800138000", "13800138000", "10086", "12025550123"] as const;
const actions = ["retrieve", "threeParty", "connect", "drop", "any"] as const;
const mostHeld = 7;

/** Does to the gateway what a day does: calls come and go, answers get lost. */
export function changeWeather(simulator: Simulator, draws: Draws): void {
  const { heldCalls, currentCall } = simulator.agent(agentId);
  const held = draws.pickAny(heldCalls);
  const kind = draws.next();
  if (kind < 0.35 || heldCalls.length < 2) {
    if (heldCalls.length < mostHeld) holdCall(simulator, draws);
  } else if (kind < 0.5) {
    if (held !== undefined) simulator.endCall(agentId, held.callId, draws.pick(["customer", "retrieved", "released"]));
  } else if (kind < 0.6) {
    // Back on hold under its old ID, or a new current call.
    if (currentCall !== null && draws.chance(0.6)) simulator.holdCall(agentId, { callId: currentCall.callId });
    else if (heldCalls.length < mostHeld) simulator.takeCall(agentId, { ...callOf(draws) });
  } else if (kind < 0.9) simulator.order(draws.chance(0.7) ? actionFault(draws) : listFault(draws));
  else simulator.clearFaults();
}

function holdCall(simulator: Simulator, draws: Draws): void {
  simulator.holdCall(agentId, callOf(draws));
}

function callOf(draws: Draws) {
  const isOutgoing = draws.chance(0.3);
  const [other, own] = [draws.pick(numbers), "40038"];
  return {
    callType: isOutgoing ? 7 : 0,
    caller: isOutgoing ? own : other,
    called: isOutgoing ? other : own,
    skill: "",
  };
}

function actionFault(draws: Draws): Fault {
  const on = draws.pick(actions);
  const times = draws.between(1, 2);
  const retcode = draws.pick(["200-005", "200-015", "200-016", "200-025", "100-006", "000-007", "999-999"]);
  // Faults of any request would strike the list too.
  const one = on === "any" ? "retrieve" : on;
  return draws.pick<Fault>([
    { kind: "notDone", on, times },
    { kind: "doneLate", on, times, after: draws.between(100, 2_500) },
    { kind: "answerLost", on, times, by: draws.pick(["disconnect", "silence"]) },
    { kind: "retcode", on: one, times, retcode },
    { kind: "latency", on: one, times, delay: draws.between(50, 700) },
    { kind: "http", on: one, times, status: draws.pick([502, 403]) },
    { kind: "disconnect", on: one, times },
    { kind: "silence", on: one, times },
    { kind: "body", on: one, times, body: "<html>" },
  ]);
}

function listFault(draws: Draws): Fault {
  const on = "holdList";
  const times = draws.between(1, 2);
  const retcode = draws.pick(["100-006", "100-007", "100-007", "000-004", "000-007"]);
  return draws.pick<Fault>([
    { kind: "latency", on, times, delay: draws.between(50, 700) },
    { kind: "retcode", on, times, retcode },
    { kind: "http", on, times, status: 502 },
    { kind: "disconnect", on, times },
    { kind: "silence", on, times: 1 },
    { kind: "body", on, times, body: '{"retcode":"0","result":[{"callid":' },
  ]);
}
