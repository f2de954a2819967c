import { describe, expect, it } from "vitest";
import type { HoldListAnswer } from "../../src/gateway/parseHoldList.js";
import type { CallTrackerState } from "../../src/hold-list/CallTrackerState.js";
import { deriveList, initialTrackerState } from "../../src/hold-list/deriveList.js";
import { pollAnswered, pollFailed } from "../../src/hold-list/pollPolicy.js";

const requester = { baseUrl: "https://gateway.invalid", agentId: "101", signIn: 1, supervised: null };
const answer: HoldListAnswer = {
  calls: [{ callId: "a", callType: 0, caller: "1", called: "2", skill: "" }],
  unreadable: ["result[1]"],
};
const answered = (at: number) =>
  pollAnswered({ answeredAt: at, settledAt: at, jitter: at / 10_000, isOutdated: false });
const signedIn = deriveList({ ...initialTrackerState, requester });
const ready = deriveList({ ...signedIn, answer, poll: answered(1_000) });

/** The state after one more failed poll. */
function failed(state: CallTrackerState, retcode?: string): CallTrackerState {
  const failure = retcode === undefined ? ({ kind: "network" } as const) : retcodeFailure(retcode);
  const outcome = { failure, guidRenewed: false, at: 5_000, settledAt: 5_000, jitter: 0.5 };
  return deriveList({ ...state, poll: pollFailed(state.poll, outcome) });
}

function retcodeFailure(retcode: string) {
  return { kind: "retcode", retcode, gatewayMessage: "" } as const;
}

describe("deriveList", () => {
  it.each([
    ["nobody is signed in", initialTrackerState, { status: "signed-out", condition: "signed-out" }],
    ["the gateway says signed out", failed(ready, "100-008"), { status: "signed-out", condition: "signed-out" }],
    ["there is no answer yet", signedIn, { status: "loading", condition: "loading" }],
    ["the first poll was refused once", failed(signedIn, "100-006"), { status: "loading", condition: "loading" }],
    ["the first poll failed", failed(signedIn), { status: "error", condition: "in-doubt", doubt: { failures: 1 } }],
    ["the first poll is not permitted", failed(signedIn, "300-001"), { status: "error", condition: "no-permission" }],
    ["there is an answer", ready, { status: "ready", condition: "current", ...answer, updatedAt: 1_000, doubt: null }],
    ["a later poll failed", failed(ready), { status: "ready", condition: "current", doubt: { failures: 1 } }],
    ["two later polls failed", failed(failed(ready)), { status: "ready", condition: "in-doubt", updatedAt: 1_000 }],
  ])("gives the list when %s", (_name, state, list) => {
    expect(deriveList(state).list).toMatchObject(list);
  });

  it.each([
    ["after a good answer", ready, true],
    ["after a failure", failed(ready), true],
    ["after polling has stopped", failed(ready, "300-001"), false],
  ])("reports a late answer as overdue %s: %s", (_name, state, overdue) => {
    expect(deriveList({ ...state, isLate: true }).list).toMatchObject({ overdue });
  });

  it("keeps the list object when a poll repeats the answer, and for fields that are not in it", () => {
    const again = deriveList({ ...ready, poll: answered(3_000), arrived: new Set(["a"]), eventsFlow: true });
    expect(again.list).toBe(ready.list);
    const doubted = failed(failed(ready));
    const next = deriveList({ ...doubted, levels: new Map([["a", "long"]]) });
    expect([next.list, next.doubt]).toEqual([doubted.list, doubted.doubt]);
    expect(next.list).toBe(doubted.list);
    expect(next.doubt).toBe(doubted.doubt);
  });

  it.each([
    ["other calls", { answer: { ...answer, calls: [] } }],
    ["other unreadable rows", { answer: { ...answer, unreadable: [] } }],
    ["a late answer", { isLate: true }],
    ["a failure", { poll: failed(ready).poll }],
    ["another requester", { requester: null }],
  ])("gives a new list object for %s", (_name, change) => {
    expect(deriveList({ ...ready, ...change }).list).not.toBe(ready.list);
  });

  it("gives a new list object for each failure in a row, and the present time when the doubt ends", () => {
    const [first, second] = [failed(ready), failed(failed(ready))];
    expect(second.list).not.toBe(first.list);
    expect(deriveList({ ...second, poll: answered(9_000) }).list).toMatchObject({ updatedAt: 9_000, doubt: null });
  });
});
