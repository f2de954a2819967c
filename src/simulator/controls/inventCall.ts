import { type SimulatedCall } from "../state/SimulatedCall.js";

const areas = ["202", "312", "415", "617", "713", "917"];
const skills = ["voice", "Billing", "Orders", "Technical support", "Priority customers", ""];
const hotline = "+18005550199";
const agentLine = "70943";
// Mostly incoming calls (0), some outgoing (7), few internal (6).
const callTypes = [0, 0, 0, 0, 7, 7, 6];

function pick<T>(values: readonly [T, ...T[]] | readonly T[], random: () => number): T {
  return values[Math.floor(random() * values.length)] as T;
}

/** A made-up call with plausible numbers, skill and type. Numbers are E.164 and reserved for fiction; internal ones are extensions. */
export function inventCall(callId: string, random: () => number): SimulatedCall {
  const callType = pick(callTypes, random);
  const fictional = String(100 + Math.floor(random() * 100)).padStart(4, "0");
  const customer = `+1${pick(areas, random)}555${fictional}`;
  const skill = pick(skills, random);
  if (callType === 7) return { callId, callType, caller: hotline, called: customer, skill };
  if (callType === 6) return { callId, callType, caller: `71${fictional.slice(1)}`, called: agentLine, skill: "" };
  return { callId, callType, caller: customer, called: hotline, skill };
}
