import type { Fault, Simulator } from "../../src/simulator/simulator.js";
import { agentId } from "./openDesktop.js";
import type { Random } from "./createRandom.js";

const numbers = ["13800138000", "13800138000", "10086", "12025550123"] as const;
const actions = ["retrieve", "threeParty", "connect", "drop", "any"] as const;
const maxHeld = 7;

/** Changes the gateway at random: calls arrive and leave, and the next requests fail in every way. */
export function changeGateway(simulator: Simulator, random: Random): void {
  const { heldCalls, currentCall } = simulator.agent(agentId);
  const held = random.pickAny(heldCalls);
  const kind = random.next();
  if (kind < 0.35 || heldCalls.length < 2) {
    if (heldCalls.length < maxHeld) holdCall(simulator, random);
  } else if (kind < 0.5) {
    if (held !== undefined) simulator.endCall(agentId, held.callId, random.pick(["customer", "retrieved", "released"]));
  } else if (kind < 0.6) {
    // The current call goes back on hold under its ID, or there is a new current call.
    if (currentCall !== null && random.chance(0.6)) simulator.holdCall(agentId, { callId: currentCall.callId });
    else if (heldCalls.length < maxHeld) simulator.takeCall(agentId, { ...callOf(random) });
  } else if (kind < 0.9) simulator.order(random.chance(0.7) ? actionFault(random) : listFault(random));
  else simulator.clearFaults();
}

function holdCall(simulator: Simulator, random: Random): void {
  simulator.holdCall(agentId, callOf(random));
}

function callOf(random: Random) {
  const isOutgoing = random.chance(0.3);
  const [other, own] = [random.pick(numbers), "40038"];
  return {
    callType: isOutgoing ? 7 : 0,
    caller: isOutgoing ? own : other,
    called: isOutgoing ? other : own,
    skill: "",
  };
}

function actionFault(random: Random): Fault {
  const on = random.pick(actions);
  const times = random.between(1, 2);
  const retcode = random.pick(["200-005", "200-015", "200-016", "200-025", "100-006", "000-007", "999-999"]);
  // Some faults of any operation would apply to the list too.
  const action = on === "any" ? "retrieve" : on;
  return random.pick<Fault>([
    { kind: "notDone", on, times },
    { kind: "doneLate", on, times, after: random.between(100, 2_500) },
    { kind: "answerLost", on, times, by: random.pick(["disconnect", "silence"]) },
    { kind: "retcode", on: action, times, retcode },
    { kind: "latency", on: action, times, delay: random.between(50, 700) },
    { kind: "http", on: action, times, status: random.pick([502, 403]) },
    { kind: "disconnect", on: action, times },
    { kind: "silence", on: action, times },
    { kind: "body", on: action, times, body: "<html>" },
  ]);
}

function listFault(random: Random): Fault {
  const on = "holdList";
  const times = random.between(1, 2);
  const retcode = random.pick(["100-006", "100-007", "100-007", "000-004", "000-007"]);
  return random.pick<Fault>([
    { kind: "latency", on, times, delay: random.between(50, 700) },
    { kind: "retcode", on, times, retcode },
    { kind: "http", on, times, status: 502 },
    { kind: "disconnect", on, times },
    { kind: "silence", on, times: 1 },
    { kind: "body", on, times, body: '{"retcode":"0","result":[{"callid":' },
  ]);
}
