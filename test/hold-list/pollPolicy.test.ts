import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { GatewayFailure } from "../../src/gateway/GatewayError.js";
import { needsSignOn } from "../../src/gateway/needsSignOn.js";
import {
  isProvisional,
  maxRetryAfter,
  mayAskEarly,
  nextPoll,
  pollAnswered,
  pollFailed,
  pollProvenAlive,
  pollResumed,
  type Pace,
  type PollState,
  signsOut,
  initialPollState,
} from "../../src/hold-list/pollPolicy.js";

const intervals = { visible: 2_000, hidden: 15_000, events: 30_000 };
const network: GatewayFailure = { kind: "network" };

function retcode(code: string): GatewayFailure {
  return { kind: "retcode", retcode: code, gatewayMessage: "" };
}

const answered = (at: number, jitter: number, isOutdated = false) =>
  pollAnswered({ answeredAt: at, settledAt: at, jitter, isOutdated });

/** The state after these failures in a row. */
function failed(
  failures: GatewayFailure[],
  { jitter = 1, guidRenewed = false, from = initialPollState } = {},
): PollState {
  return failures.reduce(
    (state, failure) => pollFailed(state, { failure, guidRenewed, at: 1_000, settledAt: 1_000, jitter }),
    from,
  );
}

const refused = ["100-006", "000-003"];
const lost = ["100-008", "105-005", "105-006", "105-007", "300-001"];
const backingOff = [
  ...["000-004", "105-001", "105-002", "105-004", "000-007", "100-007", "000-001", "000-002", "000-006"],
  ...["200-005", "200-006", "200-010", "200-011", "200-013", "200-014", "200-015", "200-016", "200-017", "200-025"],
  ...["999-999", "", "constructor"],
];
const notSent: GatewayFailure[] = [
  { kind: "not-sent", reason: "agent-id" },
  { kind: "not-sent", reason: "guid" },
  { kind: "not-sent", reason: "insecure" },
];
const faults: GatewayFailure[] = [
  network,
  { kind: "timeout", after: 10_000 },
  { kind: "http", status: 502 },
  { kind: "malformed", path: "body" },
];

describe("after a good answer", () => {
  it.each([
    [0, 1_800, 13_500],
    [0.5, 2_000, 15_000],
    [1, 2_200, 16_500],
  ])("asks again after the interval, spread by 10 % either way: jitter %d", (jitter, visible, hidden) => {
    expect(nextPoll(answered(1_000, jitter), intervals, "visible")).toBeCloseTo(visible);
    expect(nextPoll(answered(1_000, jitter), intervals, "hidden")).toBeCloseTo(hidden);
  });

  it("forgets the failures before it", () => {
    expect(answered(5_000, 0.25)).toEqual({
      ...initialPollState,
      answeredAt: 5_000,
      settledAt: 5_000,
      jitter: 0.25,
    });
  });
});

describe("what a failure is remembered by", () => {
  it("is how many came in a row, since when, and the last good answer", () => {
    const good = answered(1_000, 0.5);
    const first = pollFailed(good, { failure: network, guidRenewed: false, at: 3_000, settledAt: 3_000, jitter: 0.1 });
    const second = pollFailed(first, {
      failure: retcode("100-007"),
      guidRenewed: false,
      at: 6_000,
      settledAt: 6_000,
      jitter: 0.2,
    });
    expect(second).toEqual({
      failure: retcode("100-007"),
      failures: 2,
      refusals: 0,
      guidRenewed: false,
      isProvenAlive: false,
      askAtOnce: false,
      failingSince: 3_000,
      answeredAt: 1_000,
      settledAt: 6_000,
      jitter: 0.2,
    });
  });

  it("is only the refusals in a row", () => {
    expect(failed([retcode("100-006"), retcode("000-003")]).refusals).toBe(2);
    expect(failed([retcode("100-006"), network]).refusals).toBe(0);
    expect(failed([retcode("100-006"), network, retcode("100-006")]).refusals).toBe(1);
    expect(failed([retcode("100-006")], { guidRenewed: true }).refusals).toBe(0);
  });
});

describe("silence", () => {
  it.each(refused)("comes with the second %s in a row, one second after the first", (code) => {
    expect(nextPoll(failed([retcode(code)]), intervals, "visible")).toBe(1_000);
    expect(nextPoll(failed([retcode(code), retcode(code)]), intervals, "visible")).toBe("silent");
  });

  it("comes with the second refusal of either kind, however many other failures came before", () => {
    const state = failed([network, network, network, retcode("100-006")]);
    expect(nextPoll(state, intervals, "visible")).toBe(1_000);
    expect(nextPoll(failed([retcode("000-003")], { from: state }), intervals, "visible")).toBe("silent");
  });

  it("does not come with a refusal that is not the second in a row", () => {
    expect(nextPoll(failed([retcode("100-006"), network, retcode("100-006")]), intervals, "visible")).toBe(1_000);
    const good = answered(2_000, 1);
    expect(nextPoll(failed([retcode("100-006")], { from: good }), intervals, "visible")).toBe(1_000);
  });

  it.each(lost)("comes with the first %s", (code) => {
    expect(nextPoll(failed([retcode(code)]), intervals, "visible")).toBe("silent");
    expect(nextPoll(failed([retcode(code)]), intervals, "hidden")).toBe("silent");
  });

  it.each(notSent)("comes with what could not be sent: %j", (failure) => {
    expect(nextPoll(failed([failure]), intervals, "visible")).toBe("silent");
  });

  it.each([...backingOff.map(retcode), retcode("105-003"), ...faults])("never comes with %j", (failure) => {
    for (let count = 1; count <= 20; count++) {
      expect(nextPoll(failed(Array<GatewayFailure>(count).fill(failure)), intervals, "visible")).toBeTypeOf("number");
    }
  });
});

describe("a Guid that was renewed", () => {
  it.each([...refused, ...lost])("in flight makes %s ask again at once", (code) => {
    expect(nextPoll(failed([retcode(code)], { guidRenewed: true }), intervals, "visible")).toBe(1);
  });

  it("in flight each time makes no flood", () => {
    const state = failed([retcode("100-006"), retcode("100-006")], { guidRenewed: true });
    expect(nextPoll(state, intervals, "visible")).toBe(8_000);
  });

  it("after silence ends it", () => {
    for (const failures of [[retcode("100-006"), retcode("100-006")], [retcode("300-001")], notSent]) {
      const silent = failed(failures);
      expect(nextPoll(silent, intervals, "visible")).toBe("silent");
      const resumed = pollResumed(silent);
      expect(nextPoll(resumed, intervals, "visible")).toBeTypeOf("number");
      expect(resumed.failures).toBe(silent.failures);
    }
  });

  it("gives the next refusal its one more try", () => {
    const resumed = pollResumed(failed([retcode("100-006"), retcode("100-006")]));
    const once = failed([retcode("100-006")], { from: resumed });
    expect(nextPoll(once, intervals, "visible")).toBe(1_000);
    expect(nextPoll(failed([retcode("100-006")], { from: once }), intervals, "visible")).toBe("silent");
  });
});

describe("back-off", () => {
  it.each([...faults, ...backingOff.map(retcode)])("doubles up to 30 s: %j", (failure) => {
    const ceilings = [1, 2, 3, 4, 5, 2_000].map((count) =>
      nextPoll(failed(Array<GatewayFailure>(count).fill(failure)), intervals, "visible"),
    );
    expect(ceilings).toEqual([4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
  });

  it("is anywhere below its ceiling, so that no crowd returns at one moment, but half a second or more", () => {
    const waits = [0, 0.05, 0.1, 0.25, 0.5, 1].map((jitter) =>
      nextPoll(failed([network], { jitter }), intervals, "visible"),
    );
    expect(waits).toEqual([500, 650, 800, 1_250, 2_000, 4_000]);
  });

  it("grows with the random number, so that no two desktops wait the same", () => {
    for (const failures of [1, 2, 3, 9]) {
      const waits = Array.from({ length: 101 }, (_, index) =>
        nextPoll(failed(Array<GatewayFailure>(failures).fill(network), { jitter: index / 100 }), intervals, "visible"),
      );
      waits.slice(1).forEach((wait, index) => expect(wait).toBeGreaterThan(Number(waits[index])));
    }
  });

  it("starts anew after a good answer", () => {
    const state = failed([network], { from: answered(0, 1) });
    expect(nextPoll(state, intervals, "visible")).toBe(4_000);
  });

  it("is never shorter than the interval when the gateway says: too often", () => {
    expect(nextPoll(failed([retcode("000-007")], { jitter: 0 }), intervals, "visible")).toBe(2_500);
    expect(nextPoll(failed([retcode("000-007")], { jitter: 0.25 }), intervals, "visible")).toBe(3_250);
    expect(nextPoll(failed([retcode("000-007")], { jitter: 0.75 }), intervals, "visible")).toBe(3_000);
    const rare = { ...intervals, visible: 60_000 };
    expect(nextPoll(failed([retcode("000-007")], { jitter: 0.5 }), rare, "visible")).toBe(75_000);
  });

  it("asks at once when the gateway has been restored, though not over and over", () => {
    expect(nextPoll(failed([retcode("105-003")]), intervals, "visible")).toBe(1);
    expect(nextPoll(failed([retcode("105-002"), retcode("105-003")]), intervals, "visible")).toBe(1);
    expect(nextPoll(failed([retcode("105-003"), retcode("105-003")]), intervals, "visible")).toBe(8_000);
  });

  it("is never shorter than the gateway's Retry-After, nor longer than it by more than a tenth", () => {
    const failure: GatewayFailure = { kind: "http", status: 503, retryAfter: 60_000 };
    expect(nextPoll(failed([failure], { jitter: 0 }), intervals, "visible")).toBe(60_000);
    expect(nextPoll(failed([failure], { jitter: 1 }), intervals, "visible")).toBeCloseTo(66_000);
    const short: GatewayFailure = { kind: "http", status: 503, retryAfter: 1_000 };
    expect(nextPoll(failed([short], { jitter: 1 }), intervals, "visible")).toBe(4_000);
  });

  it.each(["000-007", "100-007", "999-999", "105-003", "100-006"])(
    "is never shorter than the Retry-After of retcode %s",
    (code) => {
      const failure: GatewayFailure = { kind: "retcode", retcode: code, gatewayMessage: "", retryAfter: 60_000 };
      const state = failed([failure], { jitter: 0 });
      expect(nextPoll(state, intervals, "visible")).toBe(60_000);
      expect(mayAskEarly(state, intervals, (state.settledAt ?? 0) + 59_999)).toBe(false);
      expect(mayAskEarly(state, intervals, (state.settledAt ?? 0) + 60_000)).toBe(true);
    },
  );

  it.each([86_400_000, Number.MAX_VALUE, Infinity])("honours a Retry-After of %d ms for 5 minutes", (retryAfter) => {
    const failure: GatewayFailure = { kind: "http", status: 503, retryAfter };
    const state = failed([failure], { jitter: 0 });
    expect(nextPoll(state, intervals, "visible")).toBe(maxRetryAfter);
    expect(mayAskEarly(state, intervals, (state.settledAt ?? 0) + maxRetryAfter)).toBe(true);
    expect(maxRetryAfter).toBe(300_000);
  });

  it("is never shorter than the hidden interval while the page is hidden", () => {
    expect(nextPoll(failed([network], { jitter: 0 }), intervals, "hidden")).toBe(13_500);
    expect(nextPoll(failed(Array<GatewayFailure>(5).fill(network)), intervals, "hidden")).toBe(30_000);
  });

  it("is not stretched to the safety interval while events flow", () => {
    expect(nextPoll(failed([network]), intervals, "events")).toBe(4_000);
    expect(nextPoll(answered(0, 0.5), intervals, "events")).toBe(30_000);
  });

  it("asks again soon where an event came while the answer was under way", () => {
    expect(nextPoll(answered(0, 0.5, true), intervals, "events")).toBe(250);
    expect(nextPoll(answered(0, 0.5, true), intervals, "visible")).toBe(250);
  });

  it("asks at once, and once more after a refusal, also while the page is hidden", () => {
    expect(nextPoll(failed([retcode("105-003")]), intervals, "hidden")).toBe(1);
    expect(nextPoll(failed([retcode("100-006")]), intervals, "hidden")).toBe(1_000);
  });
});

describe("asking before the time", () => {
  it("is free after a good answer, before any, and after most failures", () => {
    expect(mayAskEarly(initialPollState, intervals, 1_000)).toBe(true);
    expect(mayAskEarly(answered(1_000, 0.5), intervals, 1_000)).toBe(true);
    expect(mayAskEarly(failed([network]), intervals, 1_000)).toBe(true);
    expect(mayAskEarly(failed([{ kind: "http", status: 502 }]), intervals, 1_000)).toBe(true);
    expect(mayAskEarly(failed([retcode("100-006")]), intervals, 1_000)).toBe(true);
  });

  it.each([...lost.map(retcode), ...notSent])("never breaks the silence of %j", (failure) => {
    expect(mayAskEarly(failed([failure]), intervals, 1e9)).toBe(false);
  });

  it("waits for as long as the gateway asked", () => {
    const state = failed([{ kind: "http", status: 503, retryAfter: 60_000 }]);
    expect(mayAskEarly(state, intervals, 60_999)).toBe(false);
    expect(mayAskEarly(state, intervals, 61_000)).toBe(true);
  });

  it("waits for the interval when the gateway says: too often", () => {
    const state = failed([retcode("000-007")]);
    expect(mayAskEarly(state, intervals, 2_999)).toBe(false);
    expect(mayAskEarly(state, intervals, 3_000)).toBe(true);
  });
});

describe("signsOut", () => {
  it("is what 100-008 says", () => {
    expect(signsOut(failed([retcode("100-008")]))).toBe(true);
  });

  it.each([...refused, "105-005", "105-006", "105-007", "300-001", ...backingOff])("is not what %s says", (code) => {
    expect(signsOut(failed([retcode(code)]))).toBe(false);
  });

  it("is neither what a good answer says nor any other fault", () => {
    for (const state of [
      initialPollState,
      answered(0, 0),
      failed([network]),
      failed([{ kind: "not-sent", reason: "guid" }]),
    ])
      expect(signsOut(state)).toBe(false);
  });
});

describe("isProvisional", () => {
  it.each(refused)("is the first %s, not the second", (code) => {
    expect(isProvisional(failed([retcode(code)]))).toBe(true);
    expect(isProvisional(failed([retcode(code), retcode(code)]))).toBe(false);
  });

  it.each([...refused, ...lost])("is %s while a new Guid has yet to be tried", (code) => {
    expect(isProvisional(failed([retcode(code)], { guidRenewed: true }))).toBe(true);
    expect(isProvisional(pollResumed(failed([retcode(code), retcode(code)])))).toBe(true);
  });

  it.each([...lost.map(retcode), ...notSent, ...faults, ...backingOff.map(retcode)])("is not %j", (failure) => {
    expect(isProvisional(failed([failure]))).toBe(false);
  });

  it.each([...faults, ...backingOff.map(retcode)])("is not %j though the Guid was renewed in flight", (failure) => {
    expect(isProvisional(failed([failure], { guidRenewed: true }))).toBe(false);
  });

  it("is no good answer", () => {
    expect(isProvisional(initialPollState)).toBe(false);
    expect(isProvisional(answered(0, 0))).toBe(false);
  });
});

const pace = fc.constantFrom<Pace>("visible", "hidden", "events");

describe("whatever happens", () => {
  const jitter = fc.double({ min: 0, max: 1, noNaN: true });
  const retryAfter = fc.option(fc.double({ min: 1, noNaN: true }), { nil: undefined });
  const failure = fc.oneof<fc.Arbitrary<GatewayFailure>[]>(
    fc.constantFrom(...faults, ...notSent),
    fc.record({
      kind: fc.constant("retcode" as const),
      retcode: fc.constantFrom(...refused, ...lost, ...backingOff, "105-003"),
      gatewayMessage: fc.constant(""),
      retryAfter,
    }),
    fc.record({ kind: fc.constant("http" as const), status: fc.integer({ min: 400, max: 599 }), retryAfter }),
  );
  const step = fc.oneof(
    { weight: 1, arbitrary: jitter.map((drawn) => () => answered(1_000, drawn)) },
    {
      weight: 5,
      arbitrary: fc
        .record({ failure, guidRenewed: fc.boolean(), at: fc.nat(), settledAt: fc.nat(), jitter })
        .map((outcome) => (state: PollState) => pollFailed(state, outcome)),
    },
    { weight: 1, arbitrary: fc.constantFrom(pollResumed, pollProvenAlive) },
  );
  const state = fc
    .array(step, { maxLength: 40 })
    .map((steps) => steps.reduce((before, next) => next(before), initialPollState));
  const anyIntervals = fc.record({
    visible: fc.integer({ min: 500, max: 3_600_000 }),
    hidden: fc.integer({ min: 500, max: 3_600_000 }),
    events: fc.integer({ min: 500, max: 3_600_000 }),
  });

  it("waits for a time that a timer can keep, or is silent, and says the same when asked again", () => {
    fc.assert(
      fc.property(state, anyIntervals, pace, (reached, chosen, at) => {
        const next = nextPoll(reached, chosen, at);
        expect(nextPoll(reached, chosen, at)).toBe(next);
        if (next === "silent") return;
        expect(next).toBeGreaterThanOrEqual(1);
        expect(next).toBeLessThanOrEqual(2 ** 31 - 1);
      }),
      { numRuns: 1_000 },
    );
  });

  it("waits no longer than 33 s, 66 s for a sign-on proxy, or a tenth more than Retry-After asks, and never longer than 330 s", () => {
    fc.assert(
      fc.property(state, pace, (reached, at) => {
        const next = nextPoll(reached, intervals, at);
        const { failure: last } = reached;
        const asked = last !== null && "retryAfter" in last ? (last.retryAfter ?? 0) : 0;
        const usual = last !== null && needsSignOn(last) ? 66_000 : 33_000;
        const longest = Math.min(330_000, Math.max(usual, asked * 1.1));
        if (next !== "silent") expect(next).toBeLessThanOrEqual(longest + 1);
      }),
      { numRuns: 1_000 },
    );
  });

  it("never asks within half a second twice in a row", () => {
    const isSoon = (reached: PollState) => nextPoll(reached, intervals, "visible") === 1;
    fc.assert(
      fc.property(state, (reached) => {
        if (reached.failure === null) return;
        const { failure, guidRenewed } = reached;
        const again = pollFailed(reached, { failure, guidRenewed, at: 0, settledAt: 0, jitter: 0 });
        expect(isSoon(reached) && isSoon(again)).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });

  it("is silent exactly where the session is lost and no new Guid has come, hidden or not", () => {
    const stops = [...refused, ...lost];
    fc.assert(
      fc.property(state, pace, (reached, at) => {
        const code = reached.failure?.kind === "retcode" ? reached.failure.retcode : "";
        const isStop = reached.failure?.kind === "not-sent" || stops.includes(code);
        const isFirst = refused.includes(code) && reached.refusals === 1;
        const expected = isStop && !reached.guidRenewed && !isFirst && !reached.isProvenAlive;
        expect(nextPoll(reached, intervals, at) === "silent").toBe(expected);
        if (expected) expect(mayAskEarly(reached, intervals, Infinity)).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });

  it("never asks sooner hidden than visible", () => {
    fc.assert(
      fc.property(state, (reached) => {
        const [visible, hidden] = [nextPoll(reached, intervals, "visible"), nextPoll(reached, intervals, "hidden")];
        if (visible === "silent" || hidden === "silent") expect(hidden).toBe(visible);
        else expect(hidden).toBeGreaterThanOrEqual(visible);
      }),
      { numRuns: 1_000 },
    );
  });
});
