import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { GatewayFailure } from "../../src/gateway/GatewayError.js";
import {
  isProvisional,
  mayAskEarly,
  nextPoll,
  pollAnswered,
  pollFailed,
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
  { kind: "redirect" },
  { kind: "http", status: 502 },
  { kind: "http", status: 401 },
  { kind: "malformed", path: "body" },
];

describe("nextPoll after a good answer", () => {
  it.each([
    [0, 1_800, 13_500],
    [0.5, 2_000, 15_000],
    [1, 2_200, 16_500],
  ])("is the interval with 10 % jitter either way: jitter %d", (jitter, visible, hidden) => {
    expect(nextPoll(answered(1_000, jitter), intervals, "visible")).toBeCloseTo(visible);
    expect(nextPoll(answered(1_000, jitter), intervals, "hidden")).toBeCloseTo(hidden);
  });

  it("does not depend on earlier failures", () => {
    expect(answered(5_000, 0.25)).toEqual({
      ...initialPollState,
      answeredAt: 5_000,
      settledAt: 5_000,
      jitter: 0.25,
    });
  });
});

describe("pollFailed", () => {
  it("counts failures in a row and keeps the time of the first and of the last good answer", () => {
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
      askAtOnce: false,
      failingSince: 3_000,
      answeredAt: 1_000,
      settledAt: 6_000,
      jitter: 0.2,
    });
  });

  it("counts refusals only in a row", () => {
    expect(failed([retcode("100-006"), retcode("000-003")]).refusals).toBe(2);
    expect(failed([retcode("100-006"), network]).refusals).toBe(0);
    expect(failed([retcode("100-006"), network, retcode("100-006")]).refusals).toBe(1);
    expect(failed([retcode("100-006")], { guidRenewed: true }).refusals).toBe(0);
  });
});

describe("nextPoll is silent", () => {
  it.each(refused)("from the second %s in a row, polled one second after the first", (code) => {
    expect(nextPoll(failed([retcode(code)]), intervals, "visible")).toBe(1_000);
    expect(nextPoll(failed([retcode(code), retcode(code)]), intervals, "visible")).toBe("silent");
  });

  it("from the second refusal of either kind, after any number of other failures", () => {
    const state = failed([network, network, network, retcode("100-006")]);
    expect(nextPoll(state, intervals, "visible")).toBe(1_000);
    expect(nextPoll(failed([retcode("000-003")], { from: state }), intervals, "visible")).toBe("silent");
  });

  it("never after a refusal that is not the second in a row", () => {
    expect(nextPoll(failed([retcode("100-006"), network, retcode("100-006")]), intervals, "visible")).toBe(1_000);
    const good = answered(2_000, 1);
    expect(nextPoll(failed([retcode("100-006")], { from: good }), intervals, "visible")).toBe(1_000);
  });

  it.each(lost)("from the first %s", (code) => {
    expect(nextPoll(failed([retcode(code)]), intervals, "visible")).toBe("silent");
    expect(nextPoll(failed([retcode(code)]), intervals, "hidden")).toBe("silent");
  });

  it.each(notSent)("from a request that cannot be sent: %j", (failure) => {
    expect(nextPoll(failed([failure]), intervals, "visible")).toBe("silent");
  });

  it.each([...backingOff.map(retcode), retcode("105-003"), ...faults])("never after any number of %j", (failure) => {
    for (let count = 1; count <= 20; count++) {
      expect(nextPoll(failed(Array<GatewayFailure>(count).fill(failure)), intervals, "visible")).toBeTypeOf("number");
    }
  });
});

describe("a renewed Guid", () => {
  it.each([...refused, ...lost])("polls at once after %s when it came during the request", (code) => {
    expect(nextPoll(failed([retcode(code)], { guidRenewed: true }), intervals, "visible")).toBe(1);
  });

  it("polls with back-off when it comes during each of several refused requests", () => {
    const state = failed([retcode("100-006"), retcode("100-006")], { guidRenewed: true });
    expect(nextPoll(state, intervals, "visible")).toBe(8_000);
  });

  it("ends a silence", () => {
    for (const failures of [[retcode("100-006"), retcode("100-006")], [retcode("300-001")], notSent]) {
      const silent = failed(failures);
      expect(nextPoll(silent, intervals, "visible")).toBe("silent");
      const resumed = pollResumed(silent);
      expect(nextPoll(resumed, intervals, "visible")).toBeTypeOf("number");
      expect(resumed.failures).toBe(silent.failures);
    }
  });

  it("allows one more try after the next refusal", () => {
    const resumed = pollResumed(failed([retcode("100-006"), retcode("100-006")]));
    const once = failed([retcode("100-006")], { from: resumed });
    expect(nextPoll(once, intervals, "visible")).toBe(1_000);
    expect(nextPoll(failed([retcode("100-006")], { from: once }), intervals, "visible")).toBe("silent");
  });
});

describe("the back-off of nextPoll", () => {
  it.each([...faults, ...backingOff.map(retcode)])("doubles up to 30 s: %j", (failure) => {
    const ceilings = [1, 2, 3, 4, 5, 2_000].map((count) =>
      nextPoll(failed(Array<GatewayFailure>(count).fill(failure)), intervals, "visible"),
    );
    expect(ceilings).toEqual([4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
  });

  it("has full jitter below its ceiling, but at least half a second", () => {
    expect(nextPoll(failed([network, network], { jitter: 0.5 }), intervals, "visible")).toBe(4_000);
    expect(nextPoll(failed([network, network], { jitter: 0 }), intervals, "visible")).toBe(500);
  });

  it("starts again after a good answer", () => {
    const state = failed([network], { from: answered(0, 1) });
    expect(nextPoll(state, intervals, "visible")).toBe(4_000);
  });

  it("is at least the interval after too-often", () => {
    expect(nextPoll(failed([retcode("000-007")], { jitter: 0 }), intervals, "visible")).toBe(2_000);
  });

  it("polls at once after a restore, but never twice in a row", () => {
    expect(nextPoll(failed([retcode("105-003")]), intervals, "visible")).toBe(1);
    expect(nextPoll(failed([retcode("105-002"), retcode("105-003")]), intervals, "visible")).toBe(1);
    expect(nextPoll(failed([retcode("105-003"), retcode("105-003")]), intervals, "visible")).toBe(8_000);
  });

  it("is at least Retry-After and at most a tenth longer", () => {
    const failure: GatewayFailure = { kind: "http", status: 503, retryAfter: 60_000 };
    expect(nextPoll(failed([failure], { jitter: 0 }), intervals, "visible")).toBe(60_000);
    expect(nextPoll(failed([failure], { jitter: 1 }), intervals, "visible")).toBeCloseTo(66_000);
    const short: GatewayFailure = { kind: "http", status: 503, retryAfter: 1_000 };
    expect(nextPoll(failed([short], { jitter: 1 }), intervals, "visible")).toBe(4_000);
  });

  it.each([1e11, Number.MAX_VALUE, Infinity])(
    "stays within the longest timer of a browser when Retry-After is %d ms",
    (retryAfter) => {
      const failure: GatewayFailure = { kind: "http", status: 503, retryAfter };
      expect(nextPoll(failed([failure]), intervals, "visible")).toBe(2 ** 31 - 1);
    },
  );

  it("is at least the hidden interval while the page is hidden", () => {
    expect(nextPoll(failed([network], { jitter: 0 }), intervals, "hidden")).toBe(13_500);
    expect(nextPoll(failed(Array<GatewayFailure>(5).fill(network)), intervals, "hidden")).toBe(30_000);
  });

  it("is not extended to the safety interval while events flow", () => {
    expect(nextPoll(failed([network]), intervals, "events")).toBe(4_000);
    expect(nextPoll(answered(0, 0.5), intervals, "events")).toBe(30_000);
  });

  it("is 250 ms when an event came during the answered request", () => {
    expect(nextPoll(answered(0, 0.5, true), intervals, "events")).toBe(250);
    expect(nextPoll(answered(0, 0.5, true), intervals, "visible")).toBe(250);
  });

  it("is also short in a hidden page after a restore and after a first refusal", () => {
    expect(nextPoll(failed([retcode("105-003")]), intervals, "hidden")).toBe(1);
    expect(nextPoll(failed([retcode("100-006")]), intervals, "hidden")).toBe(1_000);
  });
});

describe("mayAskEarly", () => {
  it("allows a poll after a good answer, before the first and after most failures", () => {
    expect(mayAskEarly(initialPollState, intervals, 1_000)).toBe(true);
    expect(mayAskEarly(answered(1_000, 0.5), intervals, 1_000)).toBe(true);
    expect(mayAskEarly(failed([network]), intervals, 1_000)).toBe(true);
    expect(mayAskEarly(failed([{ kind: "http", status: 502 }]), intervals, 1_000)).toBe(true);
    expect(mayAskEarly(failed([retcode("100-006")]), intervals, 1_000)).toBe(true);
  });

  it.each([...lost.map(retcode), ...notSent])("never allows a poll in the silence after %j", (failure) => {
    expect(mayAskEarly(failed([failure]), intervals, 1e9)).toBe(false);
  });

  it("waits for Retry-After", () => {
    const state = failed([{ kind: "http", status: 503, retryAfter: 60_000 }]);
    expect(mayAskEarly(state, intervals, 60_999)).toBe(false);
    expect(mayAskEarly(state, intervals, 61_000)).toBe(true);
  });

  it("waits for the interval after too-often", () => {
    const state = failed([retcode("000-007")]);
    expect(mayAskEarly(state, intervals, 2_999)).toBe(false);
    expect(mayAskEarly(state, intervals, 3_000)).toBe(true);
  });
});

describe("signsOut", () => {
  it("is true after 100-008", () => {
    expect(signsOut(failed([retcode("100-008")]))).toBe(true);
  });

  it.each([...refused, "105-005", "105-006", "105-007", "300-001", ...backingOff])("is false after %s", (code) => {
    expect(signsOut(failed([retcode(code)]))).toBe(false);
  });

  it("is false after a good answer and after other failures", () => {
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
  it.each(refused)("is true after the first %s and false after the second", (code) => {
    expect(isProvisional(failed([retcode(code)]))).toBe(true);
    expect(isProvisional(failed([retcode(code), retcode(code)]))).toBe(false);
  });

  it.each([...refused, ...lost])("is true after %s while a new Guid has not been tried", (code) => {
    expect(isProvisional(failed([retcode(code)], { guidRenewed: true }))).toBe(true);
    expect(isProvisional(pollResumed(failed([retcode(code), retcode(code)])))).toBe(true);
  });

  it.each([...lost.map(retcode), ...notSent, ...faults, ...backingOff.map(retcode)])("is false after %j", (failure) => {
    expect(isProvisional(failed([failure]))).toBe(false);
  });

  it.each([...faults, ...backingOff.map(retcode)])(
    "is false after %j also when the Guid was renewed during the request",
    (failure) => {
      expect(isProvisional(failed([failure], { guidRenewed: true }))).toBe(false);
    },
  );

  it("is false before the first answer and after a good one", () => {
    expect(isProvisional(initialPollState)).toBe(false);
    expect(isProvisional(answered(0, 0))).toBe(false);
  });
});

const pace = fc.constantFrom<Pace>("visible", "hidden", "events");

describe("nextPoll after any outcomes", () => {
  const jitter = fc.double({ min: 0, max: 1, noNaN: true });
  const retryAfter = fc.option(fc.double({ min: 1, noNaN: true }), { nil: undefined });
  const failure = fc.oneof<fc.Arbitrary<GatewayFailure>[]>(
    fc.constantFrom(...faults, ...notSent),
    fc.constantFrom(...refused, ...lost, ...backingOff, "105-003").map(retcode),
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
    { weight: 1, arbitrary: fc.constant(pollResumed) },
  );
  const state = fc
    .array(step, { maxLength: 40 })
    .map((steps) => steps.reduce((before, next) => next(before), initialPollState));
  const anyIntervals = fc.record({
    visible: fc.integer({ min: 500, max: 3_600_000 }),
    hidden: fc.integer({ min: 500, max: 3_600_000 }),
    events: fc.integer({ min: 500, max: 3_600_000 }),
  });

  it("is silent or a time within the longest timer, and the same when called again", () => {
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

  it("is at most 33 s, or a tenth more than Retry-After", () => {
    fc.assert(
      fc.property(state, pace, (reached, at) => {
        const next = nextPoll(reached, intervals, at);
        const asked = reached.failure?.kind === "http" ? (reached.failure.retryAfter ?? 0) : 0;
        if (next !== "silent") expect(next).toBeLessThanOrEqual(Math.max(33_000, asked * 1.1 + 1));
      }),
      { numRuns: 1_000 },
    );
  });

  it("is never shorter than half a second twice in a row", () => {
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

  it("is silent exactly when the session is lost and no new Guid has come, at any pace", () => {
    const stops = [...refused, ...lost];
    fc.assert(
      fc.property(state, pace, (reached, at) => {
        const code = reached.failure?.kind === "retcode" ? reached.failure.retcode : "";
        const isStop = reached.failure?.kind === "not-sent" || stops.includes(code);
        const isFirst = refused.includes(code) && reached.refusals === 1;
        const expected = isStop && !reached.guidRenewed && !isFirst;
        expect(nextPoll(reached, intervals, at) === "silent").toBe(expected);
        if (expected) expect(mayAskEarly(reached, intervals, Infinity)).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });

  it("is never sooner in a hidden page than in a visible one", () => {
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
