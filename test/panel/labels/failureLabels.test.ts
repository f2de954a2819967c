import { expect, it } from "vitest";
import type { GatewayFailure } from "../../../src/gateway/GatewayError.js";
import { failureDetail, failureLabels } from "../../../src/panel/labels/failureLabels.js";
import { en } from "../../../src/panel/labels/en.js";

const retcode = (code: string, gatewayMessage = ""): GatewayFailure => ({
  kind: "retcode",
  retcode: code,
  gatewayMessage,
});
const notSent = (reason: "agent-id" | "guid" | "insecure" | "no-gateway"): GatewayFailure => ({
  kind: "not-sent",
  reason,
});
const signInAgain = { title: en.signInAgain, reason: en.refused, canRetry: true, asksForSignIn: true };
const trying = (reason: string) => ({ reason, canRetry: true, asksForSignIn: false });

it.each<[string, GatewayFailure, ReturnType<typeof trying>]>([
  ["a lost connection", { kind: "network" }, trying(en.network)],
  ["a timeout, in seconds", { kind: "timeout", after: 2_500 }, trying(en.timeout(2.5))],
  ["a refusal that may not be final", retcode("100-006"), trying(en.refusedOnce)],
])("describes %s", (_, failure, labels) => expect(failureLabels(failure, false, en)).toEqual(labels));

it.each(["100-006", "000-003", "105-005", "105-006", "105-007"])(
  "asks to sign in again after %s has stopped polling",
  (code) => expect(failureLabels(retcode(code), true, en)).toEqual(signInAgain),
);

it.each(["000-004", "105-001", "105-002", "105-003", "105-004", "000-007", "000-001", "000-002", "000-006"])(
  "offers no retry after %s, where an earlier request cannot succeed",
  (code) => expect(failureLabels(retcode(code), false, en).canRetry).toBe(false),
);

it.each([
  [notSent("agent-id"), trying(en.badAgentId)],
  [notSent("insecure"), trying(en.insecurePage)],
  [notSent("no-gateway"), { ...trying(en.noGateway), canRetry: false }],
  [retcode("300-001"), { title: en.noPermission, ...trying(en.askAdministrator) }],
])("does not ask to sign in where that cannot help: %j", (failure, labels) =>
  expect(failureLabels(failure, true, en)).toEqual(labels),
);

it("asks to sign in again where the Guid cannot be sent", () =>
  expect(failureLabels(notSent("guid"), true, en)).toEqual(signInAgain));

it.each<GatewayFailure>([{ kind: "redirect" }, { kind: "http", status: 401 }, { kind: "http", status: 407 }])(
  "asks to sign on again where a proxy wants it: %j",
  (failure) => {
    const labels = { title: en.signOnAgain, reason: en.signOnNeeded, canRetry: true, asksForSignIn: true };
    expect(failureLabels(failure, false, en)).toEqual(labels);
  },
);

it("cuts a long retcode and a long message", () => {
  const failure = retcode("9".repeat(10_000), "m".repeat(10_000));
  expect(failureLabels(failure, false, en).reason).toBe(en.unknownCode("9".repeat(40)));
  expect(failureDetail(failure, en)).toBe(en.code("9".repeat(40), "m".repeat(300)));
});

it("has no detail for a failure without a retcode", () =>
  expect(failureDetail({ kind: "network" }, en)).toBeUndefined());

it("isolates the code and the message in right-to-left words", () => {
  const labels = { ...en, code: (code: string, message: string) => `קוד ${code}: ${message}` };
  expect(failureDetail(retcode("100-006", "no auth"), labels)).toBe("קוד \u2068100-006\u2069: \u2068no auth\u2069");
});
