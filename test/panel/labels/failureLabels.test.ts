import { expect, it } from "vitest";
import type { GatewayFailure } from "../../../src/gateway/GatewayError.js";
import { failureLabels } from "../../../src/panel/labels/failureLabels.js";
import { en } from "../../../src/panel/labels/en.js";

const retcode = (code: string): GatewayFailure => ({ kind: "retcode", retcode: code, gatewayMessage: "" });

it("says the same of a redirect as of no connection", () => {
  const words = { reason: "No connection to the phone system. Trying again.", canRetry: true };
  expect(failureLabels({ kind: "network" }, false, en)).toEqual(words);
  expect(failureLabels({ kind: "redirect" }, false, en)).toEqual(words);
});

it("says a timeout in seconds", () => {
  expect(failureLabels({ kind: "timeout", after: 2_500 }, false, en).reason).toBe(
    "The phone system did not answer within 2.5 s. Trying again.",
  );
});

it.each(["100-006", "000-003", "105-005", "105-006", "105-007"])(
  "asks to sign in again once %s has stopped the polls",
  (code) => {
    expect(failureLabels(retcode(code), true, en)).toEqual({
      title: "Sign in again",
      reason: "The phone system no longer accepts this sign-in. Callers may still be on hold.",
      canRetry: true,
    });
  },
);

it("does not ask to sign in again while a refusal may mean nothing", () => {
  expect(failureLabels(retcode("100-006"), false, en)).toEqual({
    reason: "The phone system did not accept this sign-in. Trying again.",
    canRetry: true,
  });
});

it.each(["000-004", "105-001", "105-002", "105-003", "105-004", "000-007", "000-001", "000-002", "000-006"])(
  "offers no retry where asking sooner does not help: %s",
  (code) => expect(failureLabels(retcode(code), false, en).canRetry).toBe(false),
);

it("tells what was not sent, and why", () => {
  expect(failureLabels({ kind: "not-sent", reason: "guid" }, true, en).title).toBe("Sign in again");
  expect(failureLabels({ kind: "not-sent", reason: "agent-id" }, true, en).reason).toMatch(/no such agent ID/);
  expect(failureLabels({ kind: "not-sent", reason: "insecure" }, true, en).reason).toMatch(/not secure/);
});

it("shows no more of an unknown code than a code is long", () => {
  expect(failureLabels(retcode("9".repeat(10_000)), false, en).reason).toBe(
    `The phone system answered with an unknown code, ${"9".repeat(40)}. Trying again.`,
  );
});
