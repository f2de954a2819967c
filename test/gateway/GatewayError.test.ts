import { describe, expect, it, vi } from "vitest";
import { GatewayError, type GatewayFailure, isGatewayError } from "../../src/gateway/GatewayError.js";

describe("GatewayError", () => {
  it.each<[GatewayFailure, string]>([
    [{ kind: "network" }, "The gateway could not be reached."],
    [{ kind: "timeout", after: 10_000 }, "The gateway did not answer within 10000 ms."],
    [{ kind: "redirect" }, "The gateway answered with a redirect, which was not followed."],
    [{ kind: "http", status: 502 }, "The gateway answered with HTTP 502."],
    [{ kind: "http", status: 503, retryAfter: 5_000 }, "The gateway answered with HTTP 503."],
    [{ kind: "retcode", retcode: "100-006", gatewayMessage: "" }, "The gateway answered with retcode 100-006."],
    [{ kind: "retcode", retcode: "-1", gatewayMessage: "" }, "The gateway answered with retcode -1."],
    [{ kind: "malformed", path: "result[2].callid" }, "The gateway's answer could not be read at result[2].callid."],
    [{ kind: "not-sent", reason: "agent-id" }, "Nothing was sent to the gateway: agent-id."],
    [{ kind: "not-sent", reason: "guid" }, "Nothing was sent to the gateway: guid."],
    [{ kind: "not-sent", reason: "insecure" }, "Nothing was sent to the gateway: insecure."],
  ])("says what happened: %j", (failure, message) => {
    const error = new GatewayError(failure);
    expect(error.message).toBe(message);
    expect(error.failure).toBe(failure);
    expect(error.name).toBe("GatewayError");
    expect(error).toBeInstanceOf(Error);
  });

  it("keeps the gateway's own text out of its message", () => {
    const error = new GatewayError({ kind: "retcode", retcode: "100-007", gatewayMessage: "no line for 13800138000" });
    expect(error.message).toBe("The gateway answered with retcode 100-007.");
    expect(error.stack).not.toContain("13800138000");
  });

  it.each(["13800138000", "no line for 13800138000", "100-006\n13800138000", "x".repeat(10_000)])(
    "keeps a retcode that is no code out of its message: %.30s",
    (retcode) => {
      const error = new GatewayError({ kind: "retcode", retcode, gatewayMessage: "" });
      expect(error.message).toBe("The gateway answered with a retcode of no known form.");
      expect(error.stack).not.toContain(retcode);
    },
  );

  it("keeps its cause", () => {
    const cause = new TypeError("fetch failed");
    expect(new GatewayError({ kind: "network" }, { cause }).cause).toBe(cause);
    expect(new GatewayError({ kind: "network" })).not.toHaveProperty("cause");
  });
});

describe("isGatewayError", () => {
  it("knows an error of this copy of the package", () => {
    expect(isGatewayError(new GatewayError({ kind: "network" }))).toBe(true);
  });

  it("knows an error of another copy of the package", async () => {
    vi.resetModules();
    const other = await import("../../src/gateway/GatewayError.js");
    const error = new other.GatewayError({ kind: "redirect" });
    expect(error).not.toBeInstanceOf(GatewayError);
    expect(isGatewayError(error)).toBe(true);
  });

  it.each([undefined, null, "GatewayError", 0, {}, new Error("GatewayError"), { name: "GatewayError", failure: {} }])(
    "takes nothing else for one: %j",
    (value) => {
      expect(isGatewayError(value)).toBe(false);
    },
  );
});
