import type { Fault } from "../simulator/simulator.js";

/** A fault that the drawer offers. */
export type FaultChoice = { readonly name: string; readonly fault: Fault };

const retcode = (code: string, message: string): Fault => ({ kind: "retcode", retcode: code, message });

/** Faults of the answers to a request for the list. */
export const listFaults: readonly FaultChoice[] = [
  { name: "100-006 Refused", fault: retcode("100-006", "The agent is not signed in.") },
  { name: "300-001 Forbidden", fault: retcode("300-001", "No permission.") },
  { name: "400-003 No calls", fault: retcode("400-003", "No call information.") },
  { name: "000-004 Switching", fault: retcode("000-004", "The agent is being switched.") },
  { name: "100-007 Internal", fault: retcode("100-007", "Internal error.") },
  { name: "999-999 Unknown", fault: retcode("999-999", "A code of the future.") },
  { name: "HTTP 502", fault: { kind: "http", status: 502 } },
  { name: "Never answers", fault: { kind: "silence" } },
  {
    name: "HTML page",
    fault: { kind: "body", body: "<!doctype html><title>Sign in</title>", contentType: "text/html" },
  },
  { name: "Cut-off JSON", fault: { kind: "body", body: '{"message":"","retcode":"0","result":[{"callid":"1501' } },
  { name: "Redirect", fault: { kind: "redirect", location: "/login" } },
  { name: "Disconnected", fault: { kind: "disconnect" } },
];

/** Faults of actions. */
export const actionFaults: readonly FaultChoice[] = [
  { name: "Never done", fault: { kind: "notDone" } },
  { name: "Done late", fault: { kind: "doneLate", after: 4_000 } },
  { name: "Answer lost", fault: { kind: "answerLost" } },
  { name: "200-016 State", fault: { kind: "retcode", retcode: "200-016", message: "Wrong state.", on: "retrieve" } },
];

/** The name of the choice with this fault; undefined for a fault that another program ordered. */
export function faultName(fault: Fault): string | undefined {
  const json = sortedJson(fault);
  return [...listFaults, ...actionFaults].find((choice) => sortedJson(choice.fault) === json)?.name;
}

function sortedJson(fault: Fault): string {
  return JSON.stringify(fault, Object.keys(fault).sort());
}
