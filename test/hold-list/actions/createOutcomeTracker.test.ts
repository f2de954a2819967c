import { beforeEach, describe, expect, it, vi } from "vitest";
import type { GatewayFailure } from "../../../src/gateway/GatewayError.js";
import { createRunnerHarness, hangUp, join, note, retcode, retrieve } from "./createRunnerHarness.js";

beforeEach(() => void vi.useFakeTimers({ now: 1_000 }));

async function startAccepted(action = retrieve) {
  const harness = createRunnerHarness();
  harness.start(action);
  await harness.accept();
  return harness;
}

describe("after the gateway accepted", () => {
  it("is done when the list confirms it, for 60 s", async () => {
    const harness = createRunnerHarness();
    harness.start(retrieve);
    await harness.pass(300);
    harness.leave();
    await harness.accept();
    expect(harness.state()).toEqual({ action: retrieve, phase: "done", after: 300, late: false });
    expect(harness.reports).toEqual([
      { kind: "started", action: "retrieve" },
      { kind: "confirmed", action: "retrieve", after: 300 },
    ]);
    await harness.pass(59_999);
    expect(harness.phase()).toBe("done");
    expect(harness.list.refreshes).toEqual([1_300]);
    await harness.pass(1);
    expect(harness.phase()).toBeUndefined();
    expect(vi.getTimerCount()).toBe(0);
  });

  it("is done without a read when a list confirmed it before the answer", async () => {
    const harness = createRunnerHarness();
    harness.start(retrieve);
    harness.leave();
    harness.poll();
    expect(harness.state()).toEqual({ action: retrieve, phase: "sent", hasLeftHold: true });
    await harness.accept();
    expect(harness.phase()).toBe("done");
    expect(harness.list.refreshes).toEqual([]);
  });

  it("reads the list at once and every second, and is late after 2 s", async () => {
    const harness = await startAccepted();
    await harness.pass(1_999);
    expect(harness.state()).toEqual({ action: retrieve, phase: "accepted", late: false });
    await harness.pass(1);
    expect(harness.state()).toEqual({ action: retrieve, phase: "accepted", late: true });
    await harness.pass(2_000);
    expect(harness.list.refreshes).toEqual([1_000, 2_000, 3_000, 4_000, 5_000]);
    harness.leave();
    await harness.pass(1_000);
    expect(harness.state()).toEqual({ action: retrieve, phase: "done", after: 5_000, late: true });
    expect(harness.reports.at(-1)).toEqual({ kind: "confirmed", action: "retrieve", after: 5_000 });
  });

  it.each([
    [undefined, 10_000],
    [3_000, 3_000],
    [0, 0],
    [-1, 10_000],
    [NaN, 10_000],
    [2 ** 40, 300_000],
    [Infinity, 300_000],
  ])(
    "is still held when the list has not confirmed it, with confirmWithin %s after %d ms",
    async (confirmWithin, ms) => {
      const harness = createRunnerHarness();
      harness.start({ ...retrieve, confirmWithin });
      await harness.pass(0);
      harness.sent[0]?.accept();
      if (ms > 0) {
        await harness.pass(ms - 1);
        expect(harness.phase()).toBe("accepted");
      }
      await harness.pass(ms > 0 ? 1 : 0);
      expect(harness.phase()).toBe("still-held");
      expect(harness.reports.at(-1)).toEqual({ kind: "failed", action: "retrieve", code: "not-confirmed" });
    },
  );

  it("stops reading the list once it is still held, and can be started again", async () => {
    const harness = await startAccepted();
    await harness.pass(10_000);
    const reads = harness.list.refreshes.length;
    await harness.pass(60_000);
    expect(harness.list.refreshes).toHaveLength(reads);
    harness.poll();
    expect(harness.phase()).toBe("still-held");
    expect(harness.start(retrieve)).toBe(true);
    await harness.pass();
    expect(harness.sent).toHaveLength(2);
  });

  it("reads the list every 5 s once 10 s have passed", async () => {
    const harness = await startAccepted({ ...retrieve, confirmWithin: 60_000 });
    await harness.pass(11_000);
    harness.list.refreshes.length = 0;
    await harness.pass(20_000);
    expect(harness.list.refreshes).toEqual([17_000, 22_000, 27_000, 32_000]);
  });

  it.each(["reject", "throw", "hang"] as const)("goes on reading the list after reads that %s", async (reads) => {
    const harness = await startAccepted({ ...retrieve, confirmWithin: 60_000 });
    harness.list.reads = reads;
    await harness.pass(5_000);
    harness.list.reads = "succeed";
    harness.leave();
    await harness.pass(11_000);
    expect(harness.phase()).toBe("done");
  });

  it("does not claim a departure that comes after its time", async () => {
    const harness = await startAccepted();
    await harness.pass(12_000);
    harness.leave();
    harness.poll();
    expect(harness.state()).toBeUndefined();
    expect(harness.reports.at(-1)).toEqual({ kind: "failed", action: "retrieve", code: "not-confirmed" });
  });

  it("is done at the end of its time when the list changed without a notification", async () => {
    const harness = await startAccepted();
    harness.list.isAnswering = false;
    await harness.pass(9_000);
    harness.list.requestedAt = Date.now();
    harness.list.shown = new Set(["2"]);
    await harness.pass(1_000);
    expect(harness.phase()).toBe("done");
  });

  it.each(["isAnswering", "mayAsk"] as const)("reads the list only while %s is true", async (port) => {
    const harness = createRunnerHarness();
    harness.list[port] = false;
    harness.start(retrieve);
    await harness.accept();
    await harness.pass(3_500);
    expect(harness.list.refreshes).toEqual([]);
    harness.list[port] = true;
    await harness.pass(1_000);
    expect(harness.list.refreshes).toEqual([5_000]);
  });

  it("is unknown, not still held, when no list could be read since", async () => {
    const harness = createRunnerHarness();
    harness.start(retrieve);
    await harness.pass(100);
    harness.list.reads = "fail";
    await harness.accept();
    await harness.pass(10_000);
    expect(harness.state()).toEqual({ action: retrieve, phase: "unknown", checked: false });
  });

  it("is forgotten when the call is on hold again", async () => {
    const harness = createRunnerHarness();
    harness.start(retrieve);
    harness.leave();
    await harness.accept();
    expect(harness.phase()).toBe("done");
    harness.list.truth.add("1");
    harness.poll();
    expect(harness.state()).toBeUndefined();
    expect(harness.start(retrieve)).toBe(true);
  });
});

describe("an action that leaves its call on hold", () => {
  it("is done when run resolves, for 3 s, without a read", async () => {
    const harness = createRunnerHarness();
    harness.start(note);
    await harness.pass(700);
    await harness.accept();
    expect(harness.state()).toEqual({ action: note, phase: "done", after: 700, late: false });
    expect(harness.list.refreshes).toEqual([]);
    harness.poll();
    await harness.pass(2_999);
    expect(harness.phase()).toBe("done");
    await harness.pass(1);
    expect(harness.phase()).toBeUndefined();
  });

  it.each([new Error("of 13800138000"), "no", null, undefined])(
    "is refused without details when run throws %s",
    async (error) => {
      const harness = createRunnerHarness();
      harness.start(note);
      await harness.reject(error);
      expect(harness.state()).toEqual({ action: note, phase: "refused", failure: null });
      expect(harness.reports.at(-1)).toEqual({ kind: "failed", action: "note", code: "error" });
    },
  );
});

describe("a refusal", () => {
  async function startRefused(failure: GatewayFailure = retcode("200-016")) {
    const harness = createRunnerHarness();
    harness.start(retrieve);
    await harness.refuse(failure);
    return harness;
  }

  it("is shown until it is dismissed, after one read of the list", async () => {
    const harness = await startRefused();
    expect(harness.reports.at(-1)).toEqual({ kind: "failed", action: "retrieve", code: "200-016" });
    await harness.pass(600_000);
    harness.poll();
    expect(harness.state()).toEqual({ action: retrieve, phase: "refused", failure: retcode("200-016") });
    expect(harness.list.refreshes).toHaveLength(1);
    harness.runner.dismiss("1");
    expect(harness.state()).toBeUndefined();
  });

  it("causes no read from a gateway that may not be asked", async () => {
    const harness = createRunnerHarness();
    harness.start(retrieve);
    harness.list.mayAsk = false;
    await harness.refuse(retcode("000-007"));
    expect(harness.list.refreshes).toEqual([]);
  });

  it("is forgotten when the call leaves", async () => {
    const harness = await startRefused();
    harness.leave();
    harness.poll();
    expect(harness.state()).toBeUndefined();
  });

  it.each(["200-015", "200-006", "200-011"])("of %s shows that the call was off hold already", async (code) => {
    const harness = createRunnerHarness();
    harness.leave();
    harness.start(retrieve);
    await harness.refuse(retcode(code));
    expect(harness.state()).toEqual({ action: retrieve, phase: "gone", sent: true });
    expect(harness.reports.at(-1)).toEqual({ kind: "failed", action: "retrieve", code });
    harness.list.truth.add("1");
    harness.poll();
    expect(harness.state()).toBeUndefined();
  });

  it("of 200-015 is an ordinary refusal once a list requested since shows the call", async () => {
    const harness = await startRefused(retcode("200-015"));
    expect(harness.phase()).toBe("gone");
    await harness.pass(500);
    harness.poll();
    await harness.pass(500);
    expect(harness.state()).toEqual({ action: retrieve, phase: "refused", failure: retcode("200-015") });
  });

  it("no longer blocks another action that moves the voice path", async () => {
    const harness = await startRefused();
    expect(harness.start(retrieve, "2")).toBe(true);
  });
});

describe("an unknown outcome", () => {
  it.each<GatewayFailure>([
    { kind: "timeout", after: 10_000 },
    { kind: "network" },
    { kind: "redirect" },
    { kind: "http", status: 502 },
    { kind: "malformed", path: "body" },
  ])("follows a failure of kind $kind, and nothing is sent again", async (failure) => {
    const harness = createRunnerHarness();
    harness.start(retrieve);
    await harness.refuse(failure);
    await harness.pass(600_000);
    expect(harness.state()).toEqual({ action: retrieve, phase: "unknown", checked: false });
    expect(harness.sent).toHaveLength(1);
  });

  it("is forgotten when the list no longer shows the call", async () => {
    const harness = createRunnerHarness();
    harness.start(retrieve);
    harness.leave();
    await harness.refuse({ kind: "network" });
    expect(harness.state()).toBeUndefined();
  });
});

describe("an action whose run never settles", () => {
  it("is unknown after 60 s", async () => {
    const harness = createRunnerHarness();
    harness.start(join);
    await harness.pass(59_999);
    expect(harness.phase()).toBe("sent");
    await harness.pass(1);
    expect(harness.state()).toEqual({ action: join, phase: "unknown", checked: false });
    expect(harness.reports.at(-1)).toEqual({ kind: "failed", action: "join", code: "timeout" });
  });

  it("no longer blocks other actions once its call is off hold", async () => {
    const harness = createRunnerHarness();
    harness.start(join, "1");
    expect(harness.start(retrieve, "2")).toBe(false);
    harness.leave("1");
    harness.poll();
    expect(harness.start(retrieve, "2")).toBe(true);
    await harness.pass(60_000);
    expect(harness.phase("1")).not.toBe("sent");
  });

  it.each(["accept", "reject"] as const)("ignores a late answer that would %s it", async (answer) => {
    const harness = createRunnerHarness();
    harness.start(join, "1");
    await harness.pass(60_000);
    harness.start(retrieve, "2");
    const reports = harness.reports.length;
    harness.sent[0]?.[answer](new Error("late"));
    await harness.pass(100);
    expect(harness.phase("1")).toBe("unknown");
    expect(harness.reports.slice(reports).filter(({ action }) => action === "join")).toEqual([]);
  });
});

it("sends final actions with a fresh list like any other", async () => {
  const harness = await startAccepted(hangUp);
  harness.leave();
  await harness.pass(1_000);
  expect(harness.phase()).toBe("done");
});
