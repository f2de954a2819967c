import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { GatewayError, type GatewayFailure } from "../../../src/gateway/GatewayError.js";
import { createRunnerHarness, hangUp, join, note, retcode, retrieve } from "./createRunnerHarness.js";

const actions = { retrieve, join, hangUp, note };
const failures: (GatewayFailure | null)[] = [
  retcode("200-015"),
  retcode("200-016"),
  { kind: "network" },
  { kind: "timeout", after: 10_000 },
  { kind: "http", status: 404 },
  null,
];
const callId = fc.constantFrom("1", "2", "3");
const step = fc.oneof(
  fc.record({
    kind: fc.constant("start" as const),
    callId,
    action: fc.constantFrom(...(Object.keys(actions) as (keyof typeof actions)[])),
    currentCall: fc.constantFrom("unknown", "none"),
  }),
  fc.record({ kind: fc.constant("accept" as const), index: fc.nat(4), isDone: fc.boolean() }),
  fc.record({ kind: fc.constant("fail" as const), index: fc.nat(4), failure: fc.constantFrom(...failures) }),
  fc.record({ kind: fc.constantFrom("leave", "hold", "check", "dismiss"), callId }),
  fc.record({ kind: fc.constant("pass" as const), ms: fc.constantFrom(50, 1_000, 2_500, 11_000, 61_000) }),
  fc.record({ kind: fc.constant("reads" as const), reads: fc.constantFrom("succeed", "fail", "reject", "hang") }),
  fc.record({
    kind: fc.constant("condition" as const),
    condition: fc.constantFrom("current", "in-doubt", "refused", "cannot-send"),
  }),
  fc.record({ kind: fc.constantFrom("poll", "loseList", "releaseFinished", "reset") }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
type Harness = ReturnType<typeof createRunnerHarness>;

/** Takes a step, and returns whether it started an attempt. */
async function take(one: Step, harness: Harness, answered: Set<number>): Promise<boolean> {
  const { list, runner, sent } = harness;
  switch (one.kind) {
    case "start": {
      const action = actions[one.action];
      const isRunning = ["checking", "sent", "accepted"].includes(harness.phase(one.callId) ?? "");
      const hasStarted = harness.start(action, one.callId, one.currentCall);
      if (isRunning || list.condition === "refused" || list.condition === "cannot-send") expect(hasStarted).toBe(false);
      if (list.condition === "in-doubt" && action === hangUp) expect(hasStarted).toBe(false);
      return hasStarted;
    }
    case "accept": {
      const request = sent[one.index];
      const isDone = one.isDone && request !== undefined && request.action !== "note" && !answered.has(one.index);
      if (isDone) list.truth.delete(request.callId);
      answered.add(one.index);
      request?.accept();
      break;
    }
    case "fail":
      answered.add(one.index);
      sent[one.index]?.reject(one.failure === null ? new Error("own") : new GatewayError(one.failure));
      break;
    case "leave":
      list.truth.delete(one.callId);
      break;
    case "hold":
      list.truth.add(one.callId);
      break;
    case "check":
      void runner.check(one.callId);
      break;
    case "dismiss":
      runner.dismiss(one.callId);
      break;
    case "pass":
      await vi.advanceTimersByTimeAsync(one.ms);
      break;
    case "reads":
      list.reads = one.reads;
      break;
    case "condition":
      list.condition = one.condition;
      break;
    case "poll":
      if (list.reads === "succeed") harness.poll();
      break;
    case "loseList":
      list.shown = null;
      runner.listChanged();
      break;
    case "releaseFinished":
    case "reset":
      runner[one.kind]();
      break;
    default:
      one satisfies never;
  }
  return false;
}

function checkInvariants({ runner, list, sent, reports }: Harness, started: number): void {
  const states = [...runner.store.getState()];
  const running = states.filter(([, { phase }]) => ["checking", "sent", "accepted"].includes(phase));
  expect(running.filter(([, { action }]) => action.movesVoice === true).length).toBeLessThanOrEqual(1);
  expect(sent.length).toBeLessThanOrEqual(started);
  const count = (kind: string) => reports.filter((report) => report.kind === kind).length;
  expect(count("started")).toBe(sent.length);
  expect(count("confirmed")).toBeLessThanOrEqual(sent.length);
  for (const [id, state] of states)
    if (state.phase === "done" && state.action.endsHold === true) expect(list.shown?.has(id) ?? false).toBe(false);
}

it("sends at most once per attempt, one voice action at a time, and only for a call that the list shows", async () => {
  vi.useFakeTimers();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      vi.setSystemTime(1_000);
      vi.clearAllTimers();
      const harness = createRunnerHarness();
      const answered = new Set<number>();
      let started = 0;
      harness.runner.store.subscribe((states, before) => {
        for (const [id, { phase, action }] of states) {
          if (phase !== "sent" || before.get(id)?.phase === "sent") continue;
          expect(harness.list.shown?.has(id)).toBe(true);
          if (action.isFinal === true) expect(Date.now() - harness.list.requestedAt).toBeLessThanOrEqual(12_000);
        }
      });
      for (const one of steps) {
        const sentBefore = harness.sent.length;
        if (await take(one, harness, answered)) started++;
        await vi.advanceTimersByTimeAsync(0);
        // Only a start sends, at once or after the time of its read.
        if (one.kind !== "start" && one.kind !== "pass") expect(harness.sent).toHaveLength(sentBefore);
        checkInvariants(harness, started);
      }
      harness.runner.reset();
      await vi.advanceTimersByTimeAsync(10_000);
      expect(vi.getTimerCount()).toBe(0);
    }),
    { numRuns: 200 },
  );
});
