import { describe, expect, it } from "vitest";
import type { GatewayFailure } from "../../src/gateway/GatewayError.js";
import type { HoldListAnswer } from "../../src/gateway/parseHoldList.js";
import { doubtOf, type ListCondition, listCondition } from "../../src/hold-list/listCondition.js";
import {
  initialPollState,
  pollAnswered,
  pollFailed,
  pollResumed,
  type PollState,
} from "../../src/hold-list/pollPolicy.js";

const network: GatewayFailure = { kind: "network" };
const code = (retcode: string): GatewayFailure => ({ kind: "retcode", retcode, gatewayMessage: "" });
const failed = (...failures: GatewayFailure[]) =>
  failures.reduce<PollState>(
    (state, failure, index) =>
      pollFailed(state, { failure, guidRenewed: false, at: 5_000 + index * 1_000, settledAt: 0, jitter: 0.5 }),
    initialPollState,
  );
const answered = pollAnswered({ answeredAt: 1_000, settledAt: 1_000, jitter: 0.5, isOutdated: false });
const emptyList: HoldListAnswer = { calls: [], unreadable: [] };

const conditionOf = (
  poll: PollState,
  {
    answer = emptyList,
    isLate = false,
    isSignedIn = true,
  }: { answer?: HoldListAnswer | null; isLate?: boolean; isSignedIn?: boolean } = {},
) => listCondition({ isSignedIn, answer, poll, doubt: doubtOf(poll), isLate });

describe("doubtOf", () => {
  it("gives no doubt before the first answer and after a good one", () => {
    expect(doubtOf(initialPollState)).toBeNull();
    expect(doubtOf(answered)).toBeNull();
  });

  it("counts failures and keeps the time of the first", () => {
    expect(doubtOf(failed(network, network))).toEqual({ failure: network, failures: 2, since: 5_000, stopped: false });
  });

  it.each([
    ["a first refusal", failed(code("100-006")), false],
    ["a second refusal", failed(code("100-006"), code("100-006")), true],
    ["a second refusal, then a new Guid", pollResumed(failed(code("100-006"), code("100-006"))), false],
    ["no permission", failed(code("300-001")), true],
    ["a request that cannot be sent", failed({ kind: "not-sent", reason: "insecure" }), true],
  ])("tells whether polling has stopped after %s", (_, poll, stopped) => {
    expect(doubtOf(poll)).toMatchObject({ stopped });
  });
});

describe("listCondition", () => {
  it.each<[string, PollState, ListCondition, ListCondition]>([
    ["no outcome yet", initialPollState, "current", "loading"],
    ["a good answer", answered, "current", "loading"],
    ["one failure", failed(network), "current", "in-doubt"],
    ["one failure after a wait of 6 s", failed({ kind: "timeout", after: 6_000 }), "in-doubt", "in-doubt"],
    ["one failure after a shorter wait", failed({ kind: "timeout", after: 5_999 }), "current", "in-doubt"],
    ["two failures", failed(network, network), "in-doubt", "in-doubt"],
    ["a first refusal", failed(code("100-006")), "current", "loading"],
    ["two refusals by 100-006", failed(code("100-006"), code("100-006")), "refused", "refused"],
    ["two refusals by 000-003", failed(code("000-003"), code("000-003")), "refused", "refused"],
    ["a lost session", failed(code("105-005")), "refused", "refused"],
    ["a sign-out at the gateway", failed(code("100-008")), "signed-out", "signed-out"],
    ["no permission", failed(code("300-001")), "no-permission", "no-permission"],
    ["an insecure page", failed({ kind: "not-sent", reason: "insecure" }), "cannot-send", "cannot-send"],
    ["a bad agent ID", failed({ kind: "not-sent", reason: "agent-id" }), "cannot-send", "cannot-send"],
    ["a switch-over", failed(code("000-004")), "switching", "switching"],
    [
      "three polls in a switch-over",
      failed(code("105-001"), code("105-002"), code("105-004")),
      "switching",
      "switching",
    ],
    ["a finished switch-over", failed(code("105-003")), "switching", "switching"],
  ])("is derived from the last outcome: after %s", (_, poll, withList, withoutList) => {
    expect(conditionOf(poll)).toBe(withList);
    expect(conditionOf(poll, { answer: null })).toBe(withoutList);
  });

  it.each([
    ["a good answer", answered, "in-doubt"],
    ["one failure", failed(network), "in-doubt"],
    ["a stop", failed(code("300-001")), "no-permission"],
    ["a switch-over", failed(code("000-004")), "switching"],
  ])("is derived from a late answer after %s", (_, poll, condition) => {
    expect(conditionOf(poll, { isLate: true })).toBe(condition);
  });

  it("is signed-out without a session, whatever the polls say", () => {
    expect(conditionOf(failed(network, network), { isSignedIn: false })).toBe("signed-out");
  });
});
