import { beforeEach, describe, expect, it, vi } from "vitest";
import type { CallAction } from "../../../src/hold-list/actions/CallAction.js";
import type { ListCondition } from "../../../src/hold-list/listCondition.js";
import { createRunnerHarness, hangUp, heldCall, join, note, retcode, retrieve } from "./createRunnerHarness.js";

beforeEach(() => void vi.useFakeTimers({ now: 1_000 }));

const stale = { requestedAt: -9_000 };
const withheldInDoubt = (action: CallAction) => ({ action, phase: "withheld", block: { kind: "in-doubt" } });
const notSent = (action: CallAction) => ({ kind: "failed", action: action.id, code: "not-sent" });

describe("reading the list before sending", () => {
  it.each([
    ["sends at once with a list that was requested 2 s ago", -1_000, "sent", []],
    ["reads a list that was requested more than 2 s ago", -1_001, "checking", [1_000]],
  ])("%s", async (_, requestedAt, phase, refreshes) => {
    const harness = createRunnerHarness({ requestedAt });
    expect(harness.start(retrieve)).toBe(true);
    expect(harness.phase()).toBe(phase);
    await harness.pass();
    expect(harness.list.refreshes).toEqual(refreshes);
    expect(harness.sent).toMatchObject([{ action: "retrieve", callId: "1" }]);
    expect(harness.reports).toEqual([{ kind: "started", action: "retrieve" }]);
  });

  it("sends nothing for a call that the list no longer shows, and reports that for 60 s", async () => {
    const harness = createRunnerHarness(stale);
    harness.leave();
    harness.start(hangUp);
    await harness.pass();
    expect(harness.sent).toEqual([]);
    expect(harness.state()).toEqual({ action: hangUp, phase: "gone", sent: false });
    expect(harness.reports).toEqual([{ kind: "failed", action: "hang-up", code: "off-hold" }]);
    await harness.pass(59_999);
    expect(harness.phase()).toBe("gone");
    await harness.pass(1);
    expect(harness.phase()).toBeUndefined();
  });

  it("sends nothing for a call that left during the read, although it is on hold again", async () => {
    const harness = createRunnerHarness(stale);
    harness.list.reads = "hang";
    harness.start(hangUp);
    await harness.pass(500);
    harness.leave();
    harness.poll();
    harness.list.truth.add("1");
    harness.poll();
    await harness.pass(10_000);
    expect(harness.sent).toEqual([]);
    expect(harness.reports).toEqual([{ kind: "failed", action: "hang-up", code: "off-hold" }]);
  });

  it("withholds an action that the list's condition blocks after the read", async () => {
    const harness = createRunnerHarness(stale);
    harness.list.reads = "fail";
    harness.start(retrieve);
    harness.list.condition = "refused";
    await harness.pass();
    expect(harness.sent).toEqual([]);
    expect(harness.state()).toEqual({ action: retrieve, phase: "withheld", block: { kind: "refused" } });
    expect(harness.reports).toEqual([notSent(retrieve)]);
  });

  it.each([
    [retrieve, "fail", 0],
    [retrieve, "reject", 0],
    [retrieve, "throw", 0],
    [retrieve, "hang", 3_000],
    [hangUp, "fail", 0],
    [hangUp, "reject", 0],
    [hangUp, "throw", 0],
    [hangUp, "hang", 10_000],
  ] as const)(
    "sends $id only if it is not final when reads of the list %s, after %d ms",
    async (action, reads, wait) => {
      const harness = createRunnerHarness(stale);
      harness.list.reads = reads;
      harness.start(action);
      if (wait > 0) {
        await harness.pass(wait - 1);
        expect(harness.phase()).toBe("checking");
      }
      await harness.pass(wait > 0 ? 1 : 0);
      if (action.isFinal !== true) return expect(harness.phase()).toBe("sent");
      expect(harness.state()).toEqual(withheldInDoubt(hangUp));
      expect(harness.reports).toEqual([notSent(hangUp)]);
      expect(harness.sent).toEqual([]);
    },
  );

  it("withholds a final action with an old list from a gateway that may not be asked", async () => {
    const harness = createRunnerHarness(stale);
    harness.list.mayAsk = false;
    harness.start(hangUp);
    await harness.pass();
    expect(harness.list.refreshes).toEqual([]);
    expect(harness.state()).toEqual(withheldInDoubt(hangUp));
  });

  it("does not let a gateway that never answers block another call's action for more than 10 s", async () => {
    const harness = createRunnerHarness(stale);
    harness.list.reads = "hang";
    harness.start({ ...join, isFinal: true }, "1");
    expect(harness.start(retrieve, "2")).toBe(false);
    await harness.pass(10_000);
    expect(harness.start(retrieve, "2")).toBe(true);
    await harness.pass(3_000);
    expect(harness.sent.map(({ callId }) => callId)).toEqual(["2"]);
  });

  it("sends nothing after the sign-in ended during the read", async () => {
    const harness = createRunnerHarness(stale);
    harness.start(retrieve);
    harness.runner.reset();
    await harness.pass();
    expect(harness.sent).toEqual([]);
  });
});

describe("a list that is unknown", () => {
  it.each([retrieve, hangUp, note])("makes $id read the list before sending", async (action) => {
    const harness = createRunnerHarness();
    harness.list.shown = null;
    expect(harness.start(action)).toBe(true);
    expect(harness.phase()).toBe("checking");
    await harness.pass();
    expect(harness.list.refreshes).toHaveLength(1);
    expect(harness.sent).toMatchObject([{ action: action.id, callId: "1" }]);
  });

  it.each([
    [retrieve, "fail"],
    [note, "hang"],
    [hangUp, "fail"],
  ] as const)("withholds $id as not up to date, not as off hold, when reads %s", async (action, reads) => {
    const harness = createRunnerHarness();
    harness.list.shown = null;
    harness.list.reads = reads;
    harness.start(action);
    await harness.pass(3_000);
    expect(harness.sent).toEqual([]);
    expect(harness.state()).toEqual(withheldInDoubt(action));
    expect(harness.reports).toEqual([notSent(action)]);
  });

  it("withholds an action whose list became unknown during the read", async () => {
    const harness = createRunnerHarness(stale);
    harness.list.reads = "fail";
    harness.start(retrieve);
    harness.list.shown = null;
    await harness.pass();
    expect(harness.state()).toEqual(withheldInDoubt(retrieve));
  });

  it("changes no outcome", async () => {
    const harness = createRunnerHarness();
    harness.start(retrieve, "1");
    await harness.refuse(retcode("200-016"));
    harness.start(retrieve, "2");
    await harness.pass();
    harness.list.shown = null;
    harness.runner.listChanged();
    expect([harness.phase("1"), harness.state("2")]).toEqual(["refused", { action: retrieve, phase: "sent" }]);
  });

  it("leaves an accepted action unknown, not still held, and does not count as checked", async () => {
    const harness = createRunnerHarness();
    harness.start(retrieve);
    harness.list.reads = "fail";
    await harness.accept();
    harness.list.shown = null;
    harness.list.requestedAt = Date.now() + 1;
    await harness.pass(10_000);
    expect(harness.state()).toEqual({ action: retrieve, phase: "unknown", checked: false });
    harness.list.requestedAt = Date.now();
    await harness.runner.check("1");
    expect(harness.state()).toEqual({ action: retrieve, phase: "unknown", checked: false });
  });
});

describe("starting an action", () => {
  it("has no effect while an action on the same call is running", async () => {
    const harness = createRunnerHarness(stale);
    harness.start(retrieve);
    expect(harness.start(retrieve)).toBe(false);
    await harness.pass();
    for (const action of [retrieve, join, hangUp, note]) expect(harness.start(action)).toBe(false);
    await harness.accept();
    expect(harness.phase()).toBe("accepted");
    expect(harness.start(hangUp)).toBe(false);
    expect(harness.sent).toHaveLength(1);
    expect(harness.reports).toHaveLength(1);
  });

  it("has no effect while an action on another call moves the voice path, if it would move it too", async () => {
    const harness = createRunnerHarness();
    harness.start(retrieve, "1");
    expect(harness.start(join, "2")).toBe(false);
    expect(harness.start(hangUp, "2")).toBe(true);
    harness.leave("1");
    await harness.accept(0);
    expect(harness.phase("1")).toBe("done");
    harness.leave("2");
    await harness.accept(1);
    harness.list.truth.add("3");
    harness.poll();
    expect(harness.start(join, "3")).toBe(true);
  });

  it.each([
    [retrieve, "3", "current", { phase: "gone", sent: false }],
    [join, "1", "current", { phase: "withheld", block: { kind: "no-current-call" } }],
    [retrieve, "1", "refused", { phase: "withheld", block: { kind: "refused" } }],
    [note, "1", "cannot-send", { phase: "withheld", block: { kind: "cannot-send" } }],
    [hangUp, "1", "in-doubt", { phase: "withheld", block: { kind: "in-doubt" } }],
  ] as const)(
    "withholds $id that is blocked since its button was drawn: call %s, %s",
    (action, callId, condition, state) => {
      const harness = createRunnerHarness();
      harness.list.condition = condition;
      expect(harness.start(action, callId, "none")).toBe(false);
      expect(harness.state(callId)).toEqual({ action, ...state });
      expect(harness.sent).toEqual([]);
    },
  );

  it("reports a host's error in onReport and still sends", async () => {
    const reported = vi.fn();
    vi.stubGlobal("reportError", reported);
    const harness = createRunnerHarness();
    const onReport = () => {
      throw new Error("host");
    };
    harness.runner.start(retrieve, heldCall("1"), { currentCall: "unknown", onReport });
    await harness.pass();
    expect(harness.sent).toHaveLength(1);
    expect(reported).toHaveBeenCalledWith(new Error("host"));
    vi.unstubAllGlobals();
  });

  it("sends nothing when the host signs the agent out in onReport", async () => {
    const harness = createRunnerHarness();
    harness.runner.start(retrieve, heldCall("1"), { currentCall: "unknown", onReport: harness.runner.reset });
    await harness.pass();
    expect(harness.sent).toEqual([]);
  });
});

describe("an attempt after an unknown outcome", () => {
  async function startUnknown() {
    const harness = createRunnerHarness();
    harness.start(retrieve);
    await harness.refuse({ kind: "network" });
    await harness.pass(500);
    harness.list.refreshes.length = 0;
    return harness;
  }

  it.each([
    ["reads even a fresh list", null, 1],
    ["reads the list again when the first read joined an earlier poll", 1_400, 2],
  ])("%s, and sends nothing for a call that has left", async (_, joinedPoll, reads) => {
    const harness = await startUnknown();
    harness.leave();
    harness.list.joinedPoll = joinedPoll;
    harness.start(retrieve);
    await harness.pass();
    expect(harness.list.refreshes).toHaveLength(reads);
    expect(harness.sent).toHaveLength(1);
    expect(harness.state()).toMatchObject({ phase: "gone", sent: false });
  });

  it.each<[string, "fail" | "hang", ListCondition]>([
    ["the list cannot be read", "fail", "current"],
    ["the gateway never answers", "hang", "current"],
    ["the read shows that the session is refused", "fail", "refused"],
  ])("keeps the outcome unknown and sends nothing when %s", async (_, reads, condition) => {
    const harness = await startUnknown();
    harness.list.reads = reads;
    expect(harness.start(retrieve)).toBe(true);
    harness.list.condition = condition;
    await harness.pass(5_000);
    expect(harness.sent).toHaveLength(1);
    expect(harness.state()).toEqual({ action: retrieve, phase: "unknown", checked: false });
    expect(harness.reports.at(-1)).toEqual(notSent(retrieve));
  });

  it("keeps the outcome unknown when it is blocked", async () => {
    const harness = await startUnknown();
    harness.list.condition = "switching";
    expect(harness.start(retrieve)).toBe(false);
    expect(harness.state()).toMatchObject({ phase: "unknown" });
    expect(harness.reports.at(-1)).toEqual(notSent(retrieve));
    harness.list.condition = "current";
    harness.start(retrieve);
    await harness.pass();
    expect(harness.list.refreshes).toHaveLength(1);
  });

  it("is checked without sending, and counts as checked only with a list requested since", async () => {
    const harness = await startUnknown();
    harness.list.reads = "fail";
    await harness.runner.check("1");
    expect(harness.state()).toMatchObject({ phase: "unknown", checked: false });
    harness.list.reads = "succeed";
    harness.list.joinedPoll = 1_400;
    await harness.runner.check("1");
    expect(harness.list.refreshes).toHaveLength(3);
    expect(harness.state()).toMatchObject({ phase: "unknown", checked: true });
    expect(harness.sent).toHaveLength(1);
  });

  it("ends a check after 10 s when the gateway never answers, also after a reset", async () => {
    const harness = await startUnknown();
    harness.list.reads = "hang";
    const ended = vi.fn();
    void harness.runner.check("1").then(ended);
    harness.runner.reset();
    await harness.pass(9_999);
    expect(ended).not.toHaveBeenCalled();
    await harness.pass(1);
    expect(ended).toHaveBeenCalledOnce();
  });
});

describe("forgetting attempts", () => {
  it("aborts running actions at a reset and reports nothing more of them", async () => {
    const harness = createRunnerHarness();
    harness.start(retrieve, "1");
    harness.start(hangUp, "2");
    harness.runner.reset();
    expect(harness.sent.map(({ signal }) => signal.aborted)).toEqual([true, true]);
    await harness.reject(new DOMException("", "AbortError"), 0);
    await harness.accept(1);
    await harness.pass(60_000);
    expect(harness.runner.store.getState().size).toBe(0);
    expect(harness.reports.map(({ kind }) => kind)).toEqual(["started", "started"]);
    expect(vi.getTimerCount()).toBe(0);
    harness.start(note);
    await harness.pass();
    expect(harness.sent.at(-1)?.signal.aborted).toBe(false);
  });

  it("keeps running actions and removes outcomes when no component observes it", async () => {
    const harness = createRunnerHarness();
    harness.start(hangUp, "2");
    await harness.refuse(retcode("200-025"));
    harness.start(retrieve, "1");
    harness.runner.releaseFinished();
    expect([harness.phase("1"), harness.phase("2")]).toEqual(["sent", undefined]);
    expect(harness.sent.at(-1)?.signal.aborted).toBe(false);
  });

  it("does not dismiss a running action", () => {
    const harness = createRunnerHarness();
    harness.start(retrieve);
    harness.runner.dismiss("1");
    harness.runner.dismiss("2");
    expect(harness.phase()).toBe("sent");
  });
});
