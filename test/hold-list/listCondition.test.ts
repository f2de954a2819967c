import { describe, expect, it } from "vitest";
import type { GatewayFailure } from "../../src/gateway/GatewayError.js";
import { doubtOf, isSerious, standingOf } from "../../src/hold-list/listCondition.js";
import { pollAnswered, pollFailed, type PollState, initialPollState } from "../../src/hold-list/pollPolicy.js";
import type { Doubt } from "../../src/hold-list/Doubt.js";

const intervals = { visible: 2_000, hidden: 15_000, events: 30_000 };
const network: GatewayFailure = { kind: "network" };
const code = (retcode: string): GatewayFailure => ({ kind: "retcode", retcode, gatewayMessage: "" });
const doubt = (failure: GatewayFailure, failures = 1, stopped = false): Doubt => ({
  failure,
  failures,
  since: 0,
  stopped,
});
const failed = (failure: GatewayFailure, before: PollState = initialPollState, at = 5_000) =>
  pollFailed(before, { failure, guidRenewed: false, at, jitter: 0.5 });

describe("doubt", () => {
  it("is none before the first answer, and none after a good one", () => {
    expect(doubtOf(initialPollState, intervals)).toBeNull();
    expect(doubtOf(pollAnswered(1_000, 0.5), intervals)).toBeNull();
  });

  it("counts failures from the first of them on, and polls go on", () => {
    const second = failed(network, failed(network), 9_000);
    expect(doubtOf(second, intervals)).toEqual({ failure: network, failures: 2, since: 5_000, stopped: false });
  });

  it("says that polling has stopped once it has: not at the first refusal, at the second", () => {
    const first = failed(code("100-006"));
    expect(doubtOf(first, intervals)).toMatchObject({ failures: 1, stopped: false });
    expect(doubtOf(failed(code("100-006"), first), intervals)).toMatchObject({ failures: 2, stopped: true });
    expect(doubtOf(failed(code("300-001")), intervals)).toMatchObject({ failures: 1, stopped: true });
  });
});

describe("a doubt is serious", () => {
  it.each([
    ["not for one failure", doubt(network), false],
    ["for two", doubt(network, 2), true],
    ["for a stop", doubt(code("300-001"), 1, true), true],
    ["for one failure that took 6 s to wait for", doubt({ kind: "timeout", after: 6_000 }), true],
    ["not for one that took less", doubt({ kind: "timeout", after: 5_999 }), false],
  ])("%s", (_, one, serious) => {
    expect(isSerious(one)).toBe(serious);
  });
});

describe("the standing of a list", () => {
  it("is good without a doubt, and doubtful when the answer is late", () => {
    expect(standingOf(null, false)).toBe("good");
    expect(standingOf(null, true)).toBe("doubt");
  });

  it("is good after one failed poll, and doubtful from the second on", () => {
    expect(standingOf(doubt(network), false)).toBe("good");
    expect(standingOf(doubt(network, 2), false)).toBe("doubt");
    expect(standingOf(doubt(network), true)).toBe("doubt");
  });

  it.each(["000-004", "105-001", "105-002", "105-004", "105-003"])("is switching from the first %s on", (retcode) => {
    expect(standingOf(doubt(code(retcode)), false)).toBe("switching");
    expect(standingOf(doubt(code(retcode), 3), true)).toBe("switching");
  });

  it.each(["100-006", "000-003", "105-005", "100-008"])("is refused once %s has stopped the polls", (retcode) => {
    expect(standingOf(doubt(code(retcode), 2, true), false)).toBe("refused");
  });

  it("is good at a refusal that may mean nothing", () => {
    expect(standingOf(doubt(code("100-006")), false)).toBe("good");
  });

  it("is refused where nothing can be sent, and no-permission where there is none", () => {
    expect(standingOf(doubt({ kind: "not-sent", reason: "guid" }, 1, true), false)).toBe("refused");
    expect(standingOf(doubt(code("300-001"), 1, true), false)).toBe("no-permission");
  });
});
