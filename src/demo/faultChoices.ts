import type { Fault } from "../simulator/simulator.js";

const retcode = (code: string, message: string): Fault => ({ kind: "retcode", retcode: code, message });

/** The faults that the drawer offers. */
export const faultChoices = {
  "100-006": retcode("100-006", "The agent is not signed in."),
  "300-001": retcode("300-001", "No permission."),
  "400-003": retcode("400-003", "No call information."),
  "000-004": retcode("000-004", "The agent is being switched."),
  "100-007": retcode("100-007", "Internal error."),
  "999-999": retcode("999-999", "A code of the future."),
  http: { kind: "http", status: 502 },
  silence: { kind: "silence" },
  html: { kind: "body", body: "<!doctype html><title>Sign in</title>", contentType: "text/html" },
  truncated: { kind: "body", body: '{"message":"","retcode":"0","result":[{"callid":"1501' },
  redirect: { kind: "redirect", location: "/login" },
  disconnect: { kind: "disconnect" },
  notDone: { kind: "notDone" },
  doneLate: { kind: "doneLate", after: 4_000 },
  answerLost: { kind: "answerLost" },
  "200-016": { kind: "retcode", retcode: "200-016", message: "Wrong state.", on: "retrieve" },
} as const satisfies Record<string, Fault>;

/** One of {@link faultChoices}. */
export type FaultName = keyof typeof faultChoices;

/** Their names, in the order in which they are offered. */
const faultNames = Object.keys(faultChoices) as FaultName[];

/** Those that strike what the agent does with a call. */
export const actionFaultNames: readonly FaultName[] = ["notDone", "doneLate", "answerLost", "200-016"];

/** Those that strike the hold list. */
export const listFaultNames: readonly FaultName[] = faultNames.filter((name) => !actionFaultNames.includes(name));

/** Which of the choices a fault is, if any. */
export function faultNameOf(fault: Fault): FaultName | undefined {
  const written = JSON.stringify(fault, Object.keys(fault).sort());
  return faultNames.find((name) => {
    const choice = faultChoices[name];
    return JSON.stringify(choice, Object.keys(choice).sort()) === written;
  });
}
