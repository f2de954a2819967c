import { expect, it, vi } from "vitest";
import { GatewayError, type GatewayFailure, isGatewayError } from "../../src/gateway/GatewayError.js";

const retcode = (code: string): GatewayFailure => ({
  kind: "retcode",
  retcode: code,
  gatewayMessage: "no line for 13800138000",
});

it.each<[GatewayFailure, string]>([
  [{ kind: "network" }, "The gateway could not be reached."],
  [{ kind: "timeout", after: 10_000 }, "The gateway did not answer within 10000 ms."],
  [{ kind: "redirect" }, "The gateway answered with a redirect, which was not followed."],
  [{ kind: "http", status: 502 }, "The gateway answered with HTTP 502."],
  [{ kind: "http", status: 503, retryAfter: 5_000 }, "The gateway answered with HTTP 503."],
  [retcode("100-006"), "The gateway answered with retcode 100-006."],
  [retcode("-1"), "The gateway answered with retcode -1."],
  ...["13800138000", "no line for 13800138000", "100-006\n13800138000", "x".repeat(10_000)].map(
    (code): [GatewayFailure, string] => [retcode(code), "The gateway answered with a retcode of no known form."],
  ),
  [{ kind: "malformed", path: "result[2].callid" }, "The gateway's answer could not be read at result[2].callid."],
  [{ kind: "not-sent", reason: "agent-id" }, "Nothing was sent to the gateway: agent-id."],
  [{ kind: "not-sent", reason: "no-gateway" }, "Nothing was sent to the gateway: no-gateway."],
])("describes the failure %.80j in codes only", (failure, message) => {
  const error = new GatewayError(failure);
  expect(error).toMatchObject({ message, failure, name: "GatewayError" });
  expect(error).toBeInstanceOf(Error);
  expect(error.stack).not.toMatch(/13800138000|xxxx/);
});

it("keeps its cause", () => {
  const cause = new TypeError("fetch failed");
  expect(new GatewayError({ kind: "network" }, { cause }).cause).toBe(cause);
  expect(new GatewayError({ kind: "network" })).not.toHaveProperty("cause");
});

it("is recognised by isGatewayError, also when another copy of the package created it", async () => {
  expect(isGatewayError(new GatewayError({ kind: "network" }))).toBe(true);
  vi.resetModules();
  const other = await import("../../src/gateway/GatewayError.js");
  const error = new other.GatewayError({ kind: "redirect" });
  expect(error).not.toBeInstanceOf(GatewayError);
  expect(isGatewayError(error)).toBe(true);
});

it.each([undefined, null, "GatewayError", 0, {}, new Error("GatewayError"), { name: "GatewayError", failure: {} }])(
  "is not what isGatewayError recognises in %j",
  (value) => {
    expect(isGatewayError(value)).toBe(false);
  },
);
