import { expect, it } from "vitest";
import type { GatewayFailure } from "../../../src/gateway/GatewayError.js";
import { codeOf, isOutcomeUnknown } from "../../../src/hold-list/actions/actionOutcome.js";

const code = (retcode: string): GatewayFailure => ({ kind: "retcode", retcode, gatewayMessage: "of 13800138000" });

it.each<[GatewayFailure | null, string]>([
  [null, "error"],
  [{ kind: "network" }, "network"],
  [{ kind: "timeout", after: 10_000 }, "timeout"],
  [{ kind: "redirect" }, "redirect"],
  [{ kind: "malformed", path: "body" }, "malformed"],
  [{ kind: "not-sent", reason: "guid" }, "not-sent"],
  [{ kind: "http", status: 502, retryAfter: 1 }, "HTTP 502"],
  [code("200-016"), "200-016"],
  [code("-1"), "-1"],
])("calls %j %s", (failure, word) => {
  expect(codeOf(failure)).toBe(word);
});

it.each(["call 13800138000 is gone", "13800138000", "1501127996-2", "agent 291", ""])(
  "tells no more of the retcode %j, which is none, than that it is unknown",
  (retcode) => {
    expect(codeOf(code(retcode))).toBe("unknown");
  },
);

it.each<[GatewayFailure, boolean]>([
  [{ kind: "network" }, true],
  [{ kind: "timeout", after: 10_000 }, true],
  [{ kind: "redirect" }, true],
  [{ kind: "malformed", path: "body" }, true],
  [{ kind: "http", status: 302 }, true],
  [{ kind: "http", status: 399 }, true],
  [{ kind: "http", status: 400 }, false],
  [{ kind: "http", status: 499 }, false],
  [{ kind: "http", status: 500 }, true],
  [{ kind: "http", status: 502 }, true],
  [code("200-016"), false],
  [{ kind: "not-sent", reason: "guid" }, false],
])("after %j it is unknown whether it was done: %s", (failure, unknown) => {
  expect(isOutcomeUnknown(failure)).toBe(unknown);
});
