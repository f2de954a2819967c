import { describe, expect, it } from "vitest";
import type { GatewayFailure } from "../../../src/gateway/GatewayError.js";
import { codeOf, isOutcomeUnknown } from "../../../src/hold-list/actions/actionOutcome.js";
import { retcode } from "./createRunnerHarness.js";

const http = (status: number): GatewayFailure => ({ kind: "http", status });

describe("codeOf", () => {
  it.each<[GatewayFailure | null, string]>([
    [null, "error"],
    [{ kind: "network" }, "network"],
    [{ kind: "timeout", after: 10_000 }, "timeout"],
    [{ kind: "redirect" }, "redirect"],
    [{ kind: "malformed", path: "body" }, "malformed"],
    [{ kind: "not-sent", reason: "guid" }, "not-sent"],
    [{ kind: "http", status: 502, retryAfter: 1 }, "HTTP 502"],
    [retcode("200-016"), "200-016"],
    [retcode("-1"), "-1"],
  ])("names %j %s", (failure, code) => {
    expect(codeOf(failure)).toBe(code);
  });

  it.each(["call 13800138000 is gone", "13800138000", "1501127996-2", "agent 291", ""])(
    "does not repeat %j, which is not of the form of a retcode",
    (text) => {
      expect(codeOf(retcode(text))).toBe("unknown");
    },
  );
});

it.each<[GatewayFailure, boolean]>([
  [{ kind: "network" }, true],
  [{ kind: "timeout", after: 10_000 }, true],
  [{ kind: "redirect" }, true],
  [{ kind: "malformed", path: "body" }, true],
  [http(302), true],
  [http(399), true],
  [http(400), false],
  [http(499), false],
  [http(500), true],
  [http(502), true],
  [retcode("200-016"), false],
  [{ kind: "not-sent", reason: "guid" }, false],
])("after the failure %j, the outcome is unknown: %s", (failure, isUnknown) => {
  expect(isOutcomeUnknown(failure)).toBe(isUnknown);
});
