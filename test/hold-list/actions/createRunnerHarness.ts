import { vi } from "vitest";
import { GatewayError, type GatewayFailure } from "../../../src/gateway/GatewayError.js";
import type { HeldCall } from "../../../src/gateway/HeldCall.js";
import type { CallAction } from "../../../src/hold-list/actions/CallAction.js";
import { createActionRunner } from "../../../src/hold-list/actions/createActionRunner.js";
import type { CurrentCall } from "../../../src/hold-list/actions/currentCall.js";
import type { CallActionReport } from "../../../src/hold-list/CallActionReport.js";
import type { ListCondition } from "../../../src/hold-list/listCondition.js";

const run = () => Promise.resolve();
export const retrieve: CallAction = { id: "retrieve", movesVoice: true, endsHold: true, run };
export const join: CallAction = { id: "join", movesVoice: true, needsCurrentCall: true, endsHold: true, run };
export const hangUp: CallAction = { id: "hang-up", isFinal: true, endsHold: true, run };
export const note: CallAction = { id: "note", run };

export const heldCall = (callId: string): HeldCall => ({
  callId,
  callType: 0,
  caller: "10086",
  called: "70943",
  skill: "",
});
export const retcode = (code: string): GatewayFailure => ({ kind: "retcode", retcode: code, gatewayMessage: "" });

type Request = {
  action: string;
  callId: string;
  signal: AbortSignal;
  accept: () => void;
  reject: (error: unknown) => void;
};

/** A runner, a list and a gateway whose answers the test gives. Calls 1 and 2 are on hold, and it is 1_000. */
export function createRunnerHarness({ requestedAt = 0 } = {}) {
  const list = {
    /** The calls of the last answer; null while there is none. */
    shown: new Set(["1", "2"]) as Set<string> | null,
    requestedAt,
    /** The calls that the gateway would list now. */
    truth: new Set(["1", "2"]),
    /** What a refresh does. */
    reads: "succeed" as "succeed" | "fail" | "hang" | "reject" | "throw",
    isAnswering: true,
    mayAsk: true,
    /** When the running poll was sent that the next refresh joins; null for none. */
    joinedPoll: null as number | null,
    condition: "current" as ListCondition,
    /** The moment of each refresh. */
    refreshes: [] as number[],
  };
  const sent: Request[] = [];
  const reports: CallActionReport[] = [];

  function poll() {
    list.requestedAt = Date.now();
    list.shown = new Set(list.truth);
    runner.listChanged();
  }
  const refresh = (): Promise<void> => {
    list.refreshes.push(Date.now());
    if (list.reads === "throw") throw new Error("refresh");
    if (list.reads === "reject") return Promise.reject(new Error("refresh"));
    if (list.reads === "hang") return new Promise(() => {});
    if (list.joinedPoll !== null) list.requestedAt = list.joinedPoll;
    else if (list.reads === "succeed") poll();
    list.joinedPoll = null;
    return Promise.resolve();
  };
  const runner = createActionRunner({
    now: () => Date.now(),
    isListed: (callId) => list.shown && list.shown.has(callId),
    requestedAt: () => list.requestedAt,
    refresh,
    mayAsk: () => list.mayAsk,
    isAnswering: () => list.isAnswering,
    condition: () => list.condition,
    run: (action, { callId }, signal) =>
      new Promise((accept, reject) => sent.push({ action: action.id, callId, signal, accept, reject })),
  });

  const settle = () => vi.advanceTimersByTimeAsync(0);
  const answer = async (index: number, give: (request: Request) => void) => {
    const request = sent.at(index);
    if (request !== undefined) give(request);
    await settle();
  };
  return {
    runner,
    list,
    sent,
    reports,
    poll,
    start: (action: CallAction, callId = "1", currentCall: CurrentCall = "unknown") =>
      runner.start(action, heldCall(callId), { currentCall, onReport: (report) => reports.push(report) }),
    state: (callId = "1") => runner.store.getState().get(callId),
    phase: (callId = "1") => runner.store.getState().get(callId)?.phase,
    /** The call leaves hold at the gateway. The next list shows that. */
    leave: (callId = "1") => list.truth.delete(callId),
    accept: (index = -1) => answer(index, ({ accept }) => accept()),
    reject: (error: unknown, index = -1) => answer(index, ({ reject }) => reject(error)),
    refuse: (failure: GatewayFailure, index = -1) => answer(index, ({ reject }) => reject(new GatewayError(failure))),
    pass: (ms = 0) => vi.advanceTimersByTimeAsync(ms),
  };
}
