import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { act } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { createAgentSession } from "../../src/session/createAgentSession.js";
import { createGateway } from "../../src/index.js";
import { passTime } from "../support/clock.js";
import { sendEvent } from "../support/desktop.js";
import { renderHoldList } from "../support/renderHoldList.js";
import type { CreateClient } from "./Client.js";
import { createBridgedPanelClient, createPanelClient, due } from "./createPanelClient.js";
import { createReactQueryClient } from "./createReactQueryClient.js";
import { createDay } from "./Day.js";
import { type AgentRecord, recordAgent } from "./recordAgent.js";

const minute = 60_000;
const day = createDay({ ordinary: 3 * minute, recovery: 1.5 * minute });

beforeEach(() => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
});

/** Answers each request as the simulated gateway did, and notes when it came. */
function replay({ requests }: AgentRecord) {
  const start = Date.now();
  const asked: number[] = [];
  const answer = (init?: RequestInit) =>
    new Promise<Response>((resolve, reject) => {
      const request = requests[asked.length];
      asked.push(Date.now() - start);
      if (request === undefined) return;
      const { failure, at } = request.outcome;
      init?.signal?.addEventListener("abort", () => reject(new DOMException("", "AbortError")));
      if (failure?.kind === "timeout") return; // left to the client
      setTimeout(() => {
        if (failure?.kind === "network") reject(new TypeError("Failed to fetch"));
        else resolve(Response.json({ message: "", retcode: failure?.kind === "retcode" ? failure.retcode : "0" }));
      }, at - request.at);
    });
  return { asked, answer };
}

/** @param tolerance - ms: timers have whole milliseconds */
function expectSame(asked: readonly number[], { requests }: AgentRecord, tolerance = 3): void {
  const gaps = (times: readonly number[]) => times.slice(1).map((time, index) => time - (times[index] ?? 0));
  const simulated = gaps(requests.map(({ at }) => at));
  const real = gaps(asked);
  expect(real.length).toBeGreaterThanOrEqual(simulated.length - 2);
  const differing = real
    .slice(0, simulated.length - 2)
    .map((gap, index) => ({ index, gap, simulated: simulated[index] ?? NaN }))
    .filter(({ gap, simulated }) => !(Math.abs(gap - simulated) <= tolerance));
  expect(differing).toEqual([]);
}

function mountPanel(record: AgentRecord) {
  const { asked, answer } = replay(record);
  // By request, since React draws random numbers as well.
  vi.spyOn(Math, "random").mockImplementation(() => record.jitters[asked.length - 1] ?? 0.5);
  const gateway = createGateway({ baseUrl: "https://gateway.invalid", fetch: (_, init) => answer(init) });
  const session = createAgentSession({ agentId: "291", guid: "9f1c2d3e-0000-4000-8000-000000000000.AgentGateway1" });
  renderHoldList({ gateway, session });
  return { asked, session };
}

it.each([1, 2, 3])("the panel of the fleet asks when the real one does (seed %d)", async (seed) => {
  const record = recordAgent(day, seed, createPanelClient);
  const { asked } = mountPanel(record);
  await passTime(record.requests.at(-1)?.at ?? 0);
  expectSame(asked, record);
});

it.each([1, 2, 3])("the panel of the fleet with events asks when the real one does (seed %d)", async (seed) => {
  const record = recordAgent(day, seed, createBridgedPanelClient);
  const { asked, session } = mountPanel(record);
  const passEmpty = () => act(() => session.getState().applyAgentEvent({ message: "", retcode: "0", event: null }));
  let flowsUntil = -Infinity;
  const start = Date.now();
  const now = () => Date.now() - start;
  /** The host's event poll answers at least every 9 s, and last 20 s before the flow ends. */
  const pass = async (to: number) => {
    while (now() + 9_000 < to) {
      await passTime(9_000);
      if (now() <= flowsUntil) passEmpty();
    }
    await passTime(Math.max(0, to - now()));
  };
  const flow = record.due.flatMap(({ kind, at, isFaulty }): { at: number; kind: "first" | "last" | "call" }[] => {
    if (kind === due.flowEnds) return [{ at: at - 20_000, kind: "last" }];
    if (kind === due.flowStarts && !isFaulty) return [{ at, kind: "first" }];
    return kind === due.callEvent && !isFaulty ? [{ at, kind: "call" }] : [];
  });
  const lasts = flow.filter(({ kind }) => kind === "last").map(({ at }) => at);
  for (const { at, kind } of [...flow].sort((a, b) => a.at - b.at)) {
    await pass(at);
    if (kind === "call") sendEvent(session, "AgentEvent_Talking", { callid: "1-1" });
    else passEmpty();
    if (kind === "first") flowsUntil = lasts.find((last) => last > at) ?? Infinity;
  }
  await pass(Math.max(now(), record.requests.at(-1)?.at ?? 0));
  // Rounded timers drift against the events, which come at fixed times.
  expectSame(asked, record, 50);
});

it("the react-query of the fleet asks when the real one does", async () => {
  const record = recordAgent(day, 1, createReactQueryClient satisfies CreateClient);
  const { asked, answer } = replay(record);
  const client = new QueryClient();
  const observer = new QueryObserver(client, {
    queryKey: ["list"],
    queryFn: async () => {
      const { retcode } = (await (await answer()).json()) as { retcode: string };
      if (retcode !== "0") throw new Error(retcode);
      return retcode;
    },
    refetchInterval: 2_000,
  });
  const stop = observer.subscribe(() => {});
  await passTime(record.requests.at(-1)?.at ?? 0);
  stop();
  client.clear();
  expectSame(asked, record);
});
