import fc from "fast-check";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { GatewayError, type GatewayFailure } from "../../../src/gateway/GatewayError.js";
import type { HeldCall } from "../../../src/gateway/HeldCall.js";
import type { CallAction } from "../../../src/hold-list/actions/CallAction.js";
import { createActionRunner } from "../../../src/hold-list/actions/createActionRunner.js";
import type { CurrentCall } from "../../../src/hold-list/actions/currentCall.js";
import type { Standing } from "../../../src/hold-list/listCondition.js";
import type { CallActionReport } from "../../../src/hold-list/CallActionReport.js";

const run = () => Promise.resolve();
const retrieve: CallAction = { id: "retrieve", movesVoice: true, endsHold: true, run };
const join: CallAction = { id: "join", movesVoice: true, needsCurrentCall: true, endsHold: true, run };
const hangUp: CallAction = { id: "hang-up", isFinal: true, endsHold: true, run };
const note: CallAction = { id: "note", run };

const held = (callId: string): HeldCall => ({ callId, callType: 0, caller: "10086", called: "70943", skill: "" });
const code = (retcode: string): GatewayFailure => ({ kind: "retcode", retcode, gatewayMessage: "" });

/** A runner over a list and a gateway whose answers the test gives. */
function openDesk({ askedAt = 0, calls = ["1", "2"] }: { askedAt?: number; calls?: string[] | null } = {}) {
  const list = {
    /** What the panel was last told; null where nobody looks. */
    shown: calls === null ? null : new Set(calls),
    askedAt,
    /** What the gateway would list now. */
    truth: new Set(calls ?? []),
    readable: true,
    isAnswering: true,
    hangs: false,
    /** When the poll had left that the next reading joins; null: none is under way. */
    joins: null as number | null,
    mayAsk: true,
    standing: "good" as Standing,
    reads: [] as number[],
  };
  const sent: {
    action: string;
    callId: string;
    signal: AbortSignal;
    accept: () => void;
    fail: (e: unknown) => void;
  }[] = [];
  const reports: CallActionReport[] = [];
  const runner = createActionRunner({
    now: () => Date.now(),
    isListed: (callId) => list.shown && list.shown.has(callId),
    requestedAt: () => list.askedAt,
    refresh: () => {
      list.reads.push(Date.now());
      if (list.joins !== null) {
        list.askedAt = list.joins;
        list.joins = null;
      } else if (list.readable && !list.hangs) show();
      return list.hangs ? new Promise<void>(() => {}) : Promise.resolve();
    },
    mayAsk: () => list.mayAsk,
    isAnswering: () => list.isAnswering,
    standing: () => list.standing,
    run: (action, call, signal) =>
      new Promise((accept, fail) => sent.push({ action: action.id, callId: call.callId, signal, accept, fail })),
  });
  /** The list is read, as by a poll or a refresh. */
  function show() {
    list.askedAt = Date.now();
    if (list.shown !== null) list.shown = new Set(list.truth);
    runner.listChanged();
  }
  return {
    runner,
    list,
    sent,
    reports,
    show,
    press: (action: CallAction, callId = "1", currentCall: CurrentCall = "unknown") =>
      runner.start(action, held(callId), { currentCall, onReport: (report) => reports.push(report) }),
    state: (callId = "1") => runner.store.getState().get(callId),
    phase: (callId = "1") => runner.store.getState().get(callId)?.phase,
    /** The call leaves hold at the gateway; the next list shows it. */
    leave: (callId = "1") => list.truth.delete(callId),
    accept: async (index = sent.length - 1) => {
      sent[index]?.accept();
      await vi.advanceTimersByTimeAsync(0);
    },
    fail: async (error: unknown, index = sent.length - 1) => {
      sent[index]?.fail(error);
      await vi.advanceTimersByTimeAsync(0);
    },
    refuse: async (failure: GatewayFailure) => {
      sent.at(-1)?.fail(new GatewayError(failure));
      await vi.advanceTimersByTimeAsync(0);
    },
    pass: (ms = 0) => vi.advanceTimersByTimeAsync(ms),
  };
}

beforeEach(() => void vi.useFakeTimers({ now: 1_000 }));

describe("before it sends", () => {
  it("reads no list that is 2 s old or fresher", async () => {
    const desk = openDesk({ requestedAt: -1_000 });
    expect(desk.press(retrieve)).toBe(true);
    expect(desk.phase()).toBe("sent");
    expect(desk.list.reads).toEqual([]);
    await desk.pass();
    expect(desk.sent.map(({ action, callId }) => [action, callId])).toEqual([["retrieve", "1"]]);
  });

  it("reads a list that is older than 2 s, and sends if the call is still on it", async () => {
    const desk = openDesk({ requestedAt: -1_001 });
    desk.press(retrieve);
    expect(desk.phase()).toBe("checking");
    expect(desk.sent).toEqual([]);
    await desk.pass();
    expect(desk.list.reads).toEqual([1_000]);
    expect(desk.phase()).toBe("sent");
    expect(desk.reports).toEqual([{ kind: "started", action: "retrieve" }]);
  });

  it("sends nothing for a call that the list shows no more, and tells so", async () => {
    const desk = openDesk({ requestedAt: -9_000 });
    desk.leave();
    desk.press(hangUp);
    await desk.pass();
    expect(desk.sent).toEqual([]);
    expect(desk.state()).toEqual({ action: hangUp, phase: "gone", sent: false });
    expect(desk.reports).toEqual([{ kind: "failed", action: "hang-up", code: "off-hold" }]);
    await desk.pass(59_999);
    expect(desk.phase()).toBe("gone");
    await desk.pass(1);
    expect(desk.phase()).toBeUndefined();
  });

  it("sends all the same when the list could not be read and nothing else stands in the way", async () => {
    const desk = openDesk({ requestedAt: -9_000 });
    desk.list.readable = false;
    desk.press(retrieve);
    await desk.pass();
    expect(desk.sent).toHaveLength(1);
  });

  it("withholds what the list's standing blocks once it was read", async () => {
    const desk = openDesk({ requestedAt: -9_000 });
    desk.list.readable = false;
    desk.press(hangUp);
    desk.list.standing = "doubt";
    await desk.pass();
    expect(desk.sent).toEqual([]);
    expect(desk.state()).toEqual({ action: hangUp, phase: "withheld", block: { kind: "doubt" } });
    expect(desk.reports).toEqual([{ kind: "failed", action: "hang-up", code: "not-sent" }]);
  });

  it("forgets the press where nobody looks any more", async () => {
    const desk = openDesk({ requestedAt: -9_000 });
    desk.press(retrieve);
    desk.list.shown = null;
    await desk.pass();
    expect(desk.sent).toEqual([]);
    expect(desk.state()).toBeUndefined();
    expect(desk.reports).toEqual([]);
  });
});

describe("a press does nothing", () => {
  it("while an action on the same call is under way, from reading the list to the end", async () => {
    const desk = openDesk({ requestedAt: -9_000 });
    desk.press(retrieve);
    expect(desk.press(retrieve)).toBe(false);
    await desk.pass();
    for (const action of [retrieve, join, hangUp, note]) expect(desk.press(action)).toBe(false);
    await desk.accept();
    expect(desk.phase()).toBe("accepted");
    expect(desk.press(hangUp)).toBe(false);
    expect(desk.sent).toHaveLength(1);
    expect(desk.reports).toHaveLength(1);
  });

  it("on another call, where both move the voice path", async () => {
    const desk = openDesk();
    desk.press(retrieve, "1");
    expect(desk.press(join, "2")).toBe(false);
    expect(desk.press(hangUp, "2")).toBe(true);
    expect(desk.sent.map(({ action, callId }) => action + callId)).toEqual(["retrieve1", "hang-up2"]);
    desk.leave("1");
    await desk.accept(0);
    expect(desk.phase("1")).toBe("done");
    desk.leave("2");
    await desk.accept(1);
    desk.list.truth.add("3");
    desk.show();
    expect(desk.press(join, "3")).toBe(true);
  });
});

it("sends nothing for a press on what has changed since it was drawn, and tells why", () => {
  const desk = openDesk();
  expect(desk.press(retrieve, "3")).toBe(false);
  expect(desk.state("3")).toEqual({ action: retrieve, phase: "gone", sent: false });
  expect(desk.press(join, "1", "none")).toBe(false);
  expect(desk.state("1")).toEqual({ action: join, phase: "withheld", block: { kind: "no-current-call" } });
  desk.list.standing = "refused";
  expect(desk.press(retrieve)).toBe(false);
  expect(desk.state("1")).toEqual({ action: retrieve, phase: "withheld", block: { kind: "refused" } });
  desk.list.standing = "doubt";
  expect(desk.press(hangUp)).toBe(false);
  expect(desk.state("1")).toEqual({ action: hangUp, phase: "withheld", block: { kind: "doubt" } });
  expect(desk.sent).toEqual([]);
});

describe("after the gateway has accepted", () => {
  it("is done at once when the list shows it at once, and lasts longer than the row", async () => {
    const desk = openDesk();
    desk.press(retrieve);
    await desk.pass(300);
    desk.leave();
    await desk.accept();
    expect(desk.list.reads).toEqual([1_300]);
    expect(desk.state()).toEqual({ action: retrieve, phase: "done", after: 300, late: false });
    expect(desk.reports).toEqual([
      { kind: "started", action: "retrieve" },
      { kind: "confirmed", action: "retrieve", after: 300 },
    ]);
    await desk.pass(59_999);
    expect(desk.phase()).toBe("done");
    expect(desk.list.reads).toHaveLength(1);
    await desk.pass(1);
    expect(desk.phase()).toBeUndefined();
    expect(vi.getTimerCount()).toBe(0);
  });

  it("is done when a list had shown it already before the answer", async () => {
    const desk = openDesk();
    desk.press(retrieve);
    desk.leave();
    desk.show();
    expect(desk.phase()).toBe("sent");
    await desk.accept();
    expect(desk.phase()).toBe("done");
    expect(desk.list.reads).toEqual([]);
  });

  it("reads the list at once and then every second, and says that it takes longer from 2 s on", async () => {
    const desk = openDesk();
    desk.press(retrieve);
    await desk.accept();
    expect(desk.state()).toEqual({ action: retrieve, phase: "accepted", late: false });
    await desk.pass(1_999);
    expect(desk.state()).toMatchObject({ late: false });
    await desk.pass(1);
    expect(desk.state()).toMatchObject({ phase: "accepted", late: true });
    await desk.pass(2_000);
    expect(desk.list.reads).toEqual([1_000, 2_000, 3_000, 4_000, 5_000]);
    desk.leave();
    await desk.pass(1_000);
    expect(desk.state()).toEqual({ action: retrieve, phase: "done", after: 5_000, late: true });
    expect(desk.reports.at(-1)).toEqual({ kind: "confirmed", action: "retrieve", after: 5_000 });
  });

  it("is still held after 10 s, which is told, and another press is another try", async () => {
    const desk = openDesk();
    desk.press(retrieve);
    await desk.accept();
    await desk.pass(9_999);
    expect(desk.phase()).toBe("accepted");
    await desk.pass(1);
    expect(desk.phase()).toBe("still-held");
    expect(desk.reports.at(-1)).toEqual({ kind: "failed", action: "retrieve", code: "not-confirmed" });
    const reads = desk.list.reads.length;
    await desk.pass(60_000);
    expect(desk.list.reads).toHaveLength(reads);
    desk.show();
    expect(desk.phase()).toBe("still-held");
    expect(desk.press(retrieve)).toBe(true);
    await desk.pass();
    expect(desk.sent).toHaveLength(2);
  });

  it("watches as long as the action wants, and no longer", async () => {
    const desk = openDesk();
    desk.press({ ...retrieve, confirmWithin: 3_000 });
    await desk.accept();
    await desk.pass(2_999);
    expect(desk.phase()).toBe("accepted");
    await desk.pass(1);
    expect(desk.phase()).toBe("still-held");
  });

  it.each([Infinity, 2 ** 40])("watches for %s ms, though no timer is as long", async (confirmWithin) => {
    const desk = openDesk();
    desk.press({ ...retrieve, confirmWithin });
    await desk.accept();
    await desk.pass(60_000);
    expect(desk.phase()).toBe("accepted");
  });

  it("claims no departure that comes after its time was told to be over: the row says why the call left", async () => {
    const desk = openDesk();
    desk.press(retrieve);
    await desk.accept();
    await desk.pass(12_000);
    desk.leave();
    desk.show();
    expect(desk.state()).toBeUndefined();
    expect(desk.reports.at(-1)).toEqual({ kind: "failed", action: "retrieve", code: "not-confirmed" });
  });

  it("is done, not still held, where the list shows that and nobody has said so", async () => {
    const desk = openDesk();
    desk.press(retrieve);
    await desk.accept();
    desk.list.isAnswering = false;
    await desk.pass(9_000);
    desk.leave();
    desk.list.askedAt = Date.now();
    desk.list.shown = new Set(desk.list.truth); // unseen by the runner, as after a panel that came back
    await desk.pass(1_000);
    expect(desk.phase()).toBe("done");
  });

  it("leaves the polls to a gateway that does not answer", async () => {
    const desk = openDesk();
    desk.press(retrieve);
    desk.list.isAnswering = false;
    await desk.accept();
    await desk.pass(8_000);
    expect(desk.list.reads).toEqual([]);
    desk.list.isAnswering = true;
    await desk.pass(1_000);
    expect(desk.list.reads).toHaveLength(1);
  });

  it("is unknown, not still held, where no list could be read since", async () => {
    const desk = openDesk();
    desk.press(retrieve);
    await desk.pass(100);
    desk.list.readable = false;
    await desk.accept();
    await desk.pass(10_000);
    expect(desk.state()).toEqual({ action: retrieve, phase: "unknown", looked: false });
  });

  it("asks no gateway that does not bear it, and goes on once it does", async () => {
    const desk = openDesk();
    desk.list.mayAsk = false;
    desk.press(retrieve);
    await desk.accept();
    await desk.pass(3_500);
    expect(desk.list.reads).toEqual([]);
    desk.list.mayAsk = true;
    await desk.pass(1_000);
    expect(desk.list.reads).toEqual([5_000]);
  });

  it("begins anew when the call comes on hold again", async () => {
    const desk = openDesk();
    desk.press(retrieve);
    desk.leave();
    await desk.accept();
    expect(desk.phase()).toBe("done");
    desk.list.truth.add("1");
    desk.show();
    expect(desk.state()).toBeUndefined();
    expect(desk.press(retrieve)).toBe(true);
    await desk.pass();
    expect(desk.sent).toHaveLength(2);
  });
});

describe("an action that leaves its call on hold", () => {
  it("is done when its promise ends, says so for 3 s, and reads no list", async () => {
    const desk = openDesk();
    desk.press(note);
    await desk.pass(700);
    await desk.accept();
    expect(desk.state()).toEqual({ action: note, phase: "done", after: 700, late: false });
    expect(desk.list.reads).toEqual([]);
    desk.show();
    await desk.pass(2_999);
    expect(desk.phase()).toBe("done");
    await desk.pass(1);
    expect(desk.phase()).toBeUndefined();
  });

  it("is told as an error when it throws anything of its own", async () => {
    for (const error of [new Error("of 13800138000"), "no", null, undefined]) {
      const desk = openDesk();
      desk.press(note);
      await desk.fail(error);
      expect(desk.state()).toEqual({ action: note, phase: "refused", failure: null });
      expect(desk.reports.at(-1)).toEqual({ kind: "failed", action: "note", code: "error" });
    }
  });
});

describe("a refusal", () => {
  it("stays until it is dismissed, with what the gateway said, and the list is read", async () => {
    const desk = openDesk();
    desk.press(retrieve);
    await desk.refuse(code("200-016"));
    expect(desk.state()).toEqual({ action: retrieve, phase: "refused", failure: code("200-016") });
    expect(desk.reports.at(-1)).toEqual({ kind: "failed", action: "retrieve", code: "200-016" });
    expect(desk.list.reads).toHaveLength(1);
    await desk.pass(600_000);
    desk.show();
    expect(desk.phase()).toBe("refused");
    desk.runner.dismiss("1");
    expect(desk.state()).toBeUndefined();
  });

  it("reads no list of a gateway that does not bear it", async () => {
    const desk = openDesk();
    desk.press(retrieve);
    desk.list.mayAsk = false;
    await desk.refuse(code("000-007"));
    expect(desk.list.reads).toEqual([]);
  });

  it("is resolved when the call leaves", async () => {
    const desk = openDesk();
    desk.press(retrieve);
    await desk.refuse(code("200-016"));
    desk.leave();
    desk.show();
    expect(desk.state()).toBeUndefined();
  });

  it.each(["200-015", "200-006", "200-011"])("of %s says that the call is off hold already", async (retcode) => {
    const desk = openDesk();
    desk.leave();
    desk.press(retrieve);
    await desk.refuse(code(retcode));
    expect(desk.state()).toEqual({ action: retrieve, phase: "gone", sent: true });
    expect(desk.reports.at(-1)).toEqual({ kind: "failed", action: "retrieve", code: retcode });
    desk.list.truth.add("1");
    desk.show();
    expect(desk.state()).toBeUndefined();
  });

  it("lets another action that moves the voice path begin", async () => {
    const desk = openDesk();
    desk.press(retrieve, "1");
    await desk.refuse(code("200-016"));
    expect(desk.press(retrieve, "2")).toBe(true);
  });
});

describe("an outcome that nobody can know", () => {
  const failures: GatewayFailure[] = [
    { kind: "timeout", after: 10_000 },
    { kind: "network" },
    { kind: "redirect" },
    { kind: "http", status: 502 },
    { kind: "malformed", path: "body" },
  ];
  it.each(failures)("is told as unknown and never sent again: $kind", async (failure) => {
    const desk = openDesk();
    desk.press(retrieve);
    await desk.refuse(failure);
    expect(desk.state()).toEqual({ action: retrieve, phase: "unknown", looked: false });
    await desk.pass(600_000);
    expect(desk.sent).toHaveLength(1);
    expect(desk.phase()).toBe("unknown");
  });

  it("is resolved when the list shows the call no more", async () => {
    const desk = openDesk();
    desk.press(retrieve);
    desk.leave();
    await desk.refuse({ kind: "network" });
    expect(desk.state()).toBeUndefined();
  });

  it("is looked at without sending, and says so only of a list asked for since", async () => {
    const desk = openDesk();
    desk.list.readable = false;
    desk.press(retrieve);
    await desk.refuse({ kind: "network" });
    await desk.pass(100);
    await desk.runner.look("1");
    expect(desk.state()).toMatchObject({ phase: "unknown", looked: false });
    desk.list.readable = true;
    await desk.runner.look("1");
    expect(desk.state()).toMatchObject({ phase: "unknown", looked: true });
    expect(desk.sent).toHaveLength(1);
  });

  it("is looked at once more where the first look joined a poll that had left before", async () => {
    const desk = openDesk();
    desk.press(retrieve);
    await desk.refuse({ kind: "network" });
    await desk.pass(500);
    const before = desk.list.reads.length;
    desk.list.joins = Date.now() - 100;
    await desk.runner.look("1");
    expect(desk.list.reads.length - before).toBe(2);
    expect(desk.state()).toMatchObject({ phase: "unknown", looked: true });
  });

  it("reads even a fresh list before another press is sent", async () => {
    const desk = openDesk();
    desk.press(retrieve);
    await desk.refuse({ kind: "network" });
    desk.leave();
    const reads = desk.list.reads.length;
    desk.press(retrieve);
    await desk.pass();
    expect(desk.list.reads).toHaveLength(reads + 1);
    expect(desk.sent).toHaveLength(1);
    expect(desk.state()).toMatchObject({ phase: "gone", sent: false });
  });

  it("reads the list once more before another press is sent, where the first joined a poll that had left before", async () => {
    const desk = openDesk();
    desk.press(retrieve);
    await desk.refuse({ kind: "network" });
    await desk.pass(500);
    desk.leave();
    desk.list.joins = Date.now() - 100;
    desk.press(retrieve);
    await desk.pass();
    expect(desk.sent).toHaveLength(1);
    expect(desk.state()).toMatchObject({ phase: "gone", sent: false });
  });

  it("stays unknown, and nothing is sent again, where the list cannot be read", async () => {
    const desk = openDesk();
    desk.press(retrieve);
    await desk.refuse({ kind: "timeout", after: 10_000 });
    await desk.pass(500);
    desk.list.readable = false;
    expect(desk.press(retrieve)).toBe(true);
    await desk.pass(5_000);
    expect(desk.sent).toHaveLength(1);
    expect(desk.state()).toMatchObject({ phase: "unknown", looked: false });
  });

  it("is not forgotten for a press that is blocked", async () => {
    const desk = openDesk();
    desk.press(retrieve);
    await desk.refuse({ kind: "network" });
    desk.list.standing = "switching";
    expect(desk.press(retrieve)).toBe(false);
    expect(desk.state()).toMatchObject({ phase: "unknown" });
    desk.list.standing = "good";
    const reads = desk.list.reads.length;
    desk.press(retrieve);
    await desk.pass();
    expect(desk.list.reads.length).toBeGreaterThan(reads);
  });
});

describe("a host's own action", () => {
  it("that never ends holds up no other once its call is off hold, and is unknown after a minute", async () => {
    const desk = openDesk();
    desk.press(join, "1");
    await desk.pass();
    expect(desk.press(retrieve, "2")).toBe(false);
    desk.leave("1");
    desk.show();
    expect(desk.press(retrieve, "2")).toBe(true);
    await desk.pass(60_000);
    expect(desk.phase("1")).not.toBe("sent");
  });

  it("is unknown after a minute without an end", async () => {
    const desk = openDesk();
    desk.press(join, "1");
    await desk.pass(59_999);
    expect(desk.phase("1")).toBe("sent");
    await desk.pass(1);
    expect(desk.phase("1")).toBe("unknown");
  });
});

it("sends what the call ID protects after 3 s, though the list is still awaited", async () => {
  const desk = openDesk();
  await desk.pass(5_000);
  desk.list.hangs = true;
  desk.press(retrieve);
  desk.press(hangUp, "2");
  await desk.pass(2_999);
  expect(desk.sent).toEqual([]);
  await desk.pass(1);
  expect(desk.sent.map(({ callId }) => callId)).toEqual(["1"]);
  await desk.pass(30_000);
  expect(desk.sent).toHaveLength(1);
});

it("sends nothing for a call that has left while the list was read, though it has come back since, and tells so", async () => {
  const desk = openDesk();
  await desk.pass(5_000);
  desk.list.hangs = true;
  desk.press(hangUp);
  await desk.pass(500);
  desk.leave();
  desk.show();
  desk.list.truth.add("1");
  desk.show();
  await desk.pass(10_000);
  expect(desk.sent).toEqual([]);
  expect(desk.reports).toEqual([{ kind: "failed", action: "hang-up", code: "off-hold" }]);
});

it("survives a host's report that throws", async () => {
  const reported = vi.fn();
  vi.stubGlobal("reportError", reported);
  const desk = openDesk();
  desk.runner.start(retrieve, held("1"), {
    currentCall: "unknown",
    onReport: () => {
      throw new Error("host");
    },
  });
  await desk.pass();
  expect(desk.sent).toHaveLength(1);
  expect(reported).toHaveBeenCalledWith(new Error("host"));
  vi.unstubAllGlobals();
});

describe("forgetting", () => {
  it("aborts at another sign-in what is under way, and tells nothing of it", async () => {
    const desk = openDesk();
    desk.press(retrieve, "1");
    desk.press(hangUp, "2");
    desk.runner.reset();
    expect(desk.sent.map(({ signal }) => signal.aborted)).toEqual([true, true]);
    expect(desk.runner.store.getState().size).toBe(0);
    await desk.fail(new DOMException("", "AbortError"), 0);
    await desk.accept(1);
    await desk.pass(60_000);
    expect(desk.runner.store.getState().size).toBe(0);
    expect(desk.reports.map(({ kind }) => kind)).toEqual(["started", "started"]);
    expect(vi.getTimerCount()).toBe(0);
    expect(desk.press(retrieve)).toBe(true);
    await desk.pass();
    expect(desk.sent.at(-1)?.signal.aborted).toBe(false);
  });

  it("sends nothing of a press whose sign-in ended while the list was read", async () => {
    const desk = openDesk({ requestedAt: -9_000 });
    desk.press(retrieve);
    desk.runner.reset();
    await desk.pass();
    expect(desk.sent).toEqual([]);
  });

  it("keeps what is under way when nobody looks, and forgets what was told", async () => {
    const desk = openDesk();
    desk.press(hangUp, "2");
    await desk.refuse(code("200-025"));
    desk.press(retrieve, "1");
    desk.runner.releaseFinished();
    expect([desk.phase("1"), desk.phase("2")]).toEqual(["sent", undefined]);
    expect(desk.sent.at(-1)?.signal.aborted).toBe(false);
  });

  it("dismisses nothing that is under way", () => {
    const desk = openDesk();
    desk.press(retrieve);
    desk.runner.dismiss("1");
    desk.runner.dismiss("2");
    expect(desk.phase()).toBe("sent");
  });
});

describe("whatever happens", () => {
  const actions = { retrieve, join, hangUp, note };
  const failures: (GatewayFailure | null)[] = [
    code("200-015"),
    code("200-016"),
    { kind: "network" },
    { kind: "timeout", after: 10_000 },
    { kind: "http", status: 404 },
    null,
  ];
  const callId = fc.constantFrom("1", "2", "3");
  const step = fc.oneof(
    fc.record({
      kind: fc.constant("press" as const),
      callId,
      action: fc.constantFrom("retrieve", "join", "hangUp", "note"),
      currentCall: fc.constantFrom("unknown", "none"),
    }),
    fc.record({ kind: fc.constant("accept" as const), index: fc.nat(4), does: fc.boolean() }),
    fc.record({ kind: fc.constant("fail" as const), index: fc.nat(4), failure: fc.constantFrom(...failures) }),
    fc.record({ kind: fc.constant("leave" as const), callId }),
    fc.record({ kind: fc.constant("hold" as const), callId }),
    fc.record({ kind: fc.constant("poll" as const) }),
    fc.record({ kind: fc.constant("look" as const), callId }),
    fc.record({ kind: fc.constant("dismiss" as const), callId }),
    fc.record({ kind: fc.constant("pass" as const), ms: fc.constantFrom(50, 1_000, 2_500, 11_000, 61_000) }),
    fc.record({ kind: fc.constant("readable" as const), yes: fc.boolean() }),
    fc.record({ kind: fc.constant("standing" as const), is: fc.constantFrom("good", "doubt", "refused") }),
    fc.record({ kind: fc.constant("rest" as const) }),
    fc.record({ kind: fc.constant("reset" as const) }),
  );

  it("sends once for a press at most, one voice action at a time, and none for a call that no list shows", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        vi.setSystemTime(1_000);
        vi.clearAllTimers();
        const desk = openDesk();
        let begun = 0;
        const open = new Set<number>();
        const settle = () => vi.advanceTimersByTimeAsync(0);
        const check = () => {
          const running = [...desk.runner.store.getState().values()].filter(({ phase }) =>
            ["checking", "sent", "accepted"].includes(phase),
          );
          expect(running.filter(({ action }) => action.movesVoice === true).length).toBeLessThanOrEqual(1);
          expect(desk.sent.length).toBeLessThanOrEqual(begun);
          const kinds = desk.reports.map(({ kind }) => kind);
          expect(kinds.filter((kind) => kind === "started")).toHaveLength(desk.sent.length);
          expect(kinds.filter((kind) => kind === "confirmed").length).toBeLessThanOrEqual(desk.sent.length);
          for (const [id, state] of desk.runner.store.getState())
            if (state.phase === "done" && state.action.endsHold === true) expect(desk.list.shown?.has(id)).toBe(false);
        };
        desk.runner.store.subscribe((states, before) => {
          for (const [id, { phase }] of states)
            if (phase === "sent" && before.get(id)?.phase !== "sent") expect(desk.list.shown?.has(id)).toBe(true);
        });
        for (const one of steps) {
          const sentBefore = desk.sent.length;
          switch (one.kind) {
            case "press": {
              const action = actions[one.action];
              const isRunning = ["checking", "sent", "accepted"].includes(desk.phase(one.callId) ?? "");
              const began = desk.press(action, one.callId, one.currentCall);
              if (began) begun++;
              if (isRunning || desk.list.standing === "refused") expect(began).toBe(false);
              if (desk.list.standing === "doubt" && action === hangUp) expect(began).toBe(false);
              break;
            }
            case "accept": {
              const request = desk.sent[one.index];
              if (one.does && request !== undefined && request.action !== "note" && !open.has(one.index))
                desk.list.truth.delete(request.callId);
              open.add(one.index);
              request?.accept();
              break;
            }
            case "fail": {
              const { failure } = one;
              open.add(one.index);
              desk.sent[one.index]?.fail(failure === null ? new Error("own") : new GatewayError(failure));
              break;
            }
            case "leave":
              desk.list.truth.delete(one.callId);
              break;
            case "hold":
              desk.list.truth.add(one.callId);
              break;
            case "poll":
              if (desk.list.readable) desk.show();
              break;
            case "look":
              void desk.runner.look(one.callId);
              break;
            case "dismiss":
              desk.runner.dismiss(one.callId);
              break;
            case "pass":
              await vi.advanceTimersByTimeAsync(one.ms);
              break;
            case "readable":
              desk.list.readable = one.yes;
              break;
            case "standing":
              desk.list.standing = one.is;
              break;
            case "rest":
              desk.runner.releaseFinished();
              break;
            case "reset":
              desk.runner.reset();
              break;
            default:
              one satisfies never;
          }
          await settle();
          // Nothing but a press ever sends.
          if (one.kind !== "press") expect(desk.sent).toHaveLength(sentBefore);
          check();
        }
        desk.runner.reset();
        expect(vi.getTimerCount()).toBe(0);
      }),
      { numRuns: 200 },
    );
  });
});
