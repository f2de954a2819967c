import {
  initialPollState,
  mayAskEarly,
  nextPoll,
  type Pace,
  pollAnswered,
  pollFailed,
  type PollState,
  waitAfterEvent,
} from "../../src/hold-list/pollPolicy.js";
import type { Client, CreateClient, World } from "./Client.js";

/** The provider's defaults, and the gateway client's. A test compares this client with the real provider. */
const intervals = { visible: 2_000, hidden: 15_000, events: 30_000 };
const timeout = 10_000;

/** What is due for an agent. */
export const due = { poll: 0, eventPoll: 1, callEvent: 2, flowStarts: 3, flowEnds: 4 } as const;

/** The panel in a visible page, asking when the library's poll policy says so. */
export const createPanelClient: CreateClient = (world) => createPanels(world, false);

/**
 * The same with the event bridge. Each agent takes ten calls an hour, a third of which they put on hold once. The host asks for
 * events over and over, and each of its polls lasts 10 s when there is none. The host's own requests are not counted.
 */
export const createBridgedPanelClient: CreateClient = (world) => createPanels(world, true);

function createPanels(world: World, hasEvents: boolean): Client {
  const states = Array<PollState>(world.agents).fill(initialPollState);
  const paces = Array<Pace>(world.agents).fill("visible");
  const nextDue = new Float64Array(world.agents).fill(Infinity);
  const eventDue = new Float64Array(world.agents).fill(Infinity);
  const callSteps = new Uint8Array(world.agents);

  const stateOf = (agent: number) => states[agent] ?? initialPollState;
  const isAsking = (agent: number, at: number) => (stateOf(agent).settledAt ?? -Infinity) > at;

  function plan(agent: number, now: number): void {
    const state = stateOf(agent);
    const next = nextPoll(state, intervals, paces[agent] ?? "visible");
    if (next === "silent") return void (nextDue[agent] = Infinity);
    const time = Math.max(now + 1, (state.settledAt ?? now) + next);
    nextDue[agent] = time;
    world.schedule(agent, due.poll, time);
  }

  /** The outcome is known at once, as the state in which the agent will be at `settledAt`. */
  function poll(agent: number, at: number): void {
    const { failure, at: settledAt } = world.send(agent, at, timeout);
    const jitter = world.random();
    states[agent] =
      failure === null
        ? pollAnswered({ answeredAt: settledAt, settledAt, jitter, isOutdated: false })
        : pollFailed(stateOf(agent), { failure, guidRenewed: false, at: settledAt, settledAt, jitter });
    plan(agent, at);
  }

  function setPace(agent: number, pace: Pace, now: number): void {
    if (paces[agent] === pace) return;
    paces[agent] = pace;
    plan(agent, now);
  }

  function askForEvent(agent: number, now: number): void {
    if (isAsking(agent, now)) {
      const state = stateOf(agent);
      if (state.failure === null) states[agent] = { ...state, askAtOnce: true };
      return plan(agent, now);
    }
    if ((eventDue[agent] ?? Infinity) >= now && eventDue[agent] !== Infinity) return;
    const time = now + waitAfterEvent(stateOf(agent), intervals, now);
    eventDue[agent] = time;
    world.schedule(agent, due.eventPoll, time);
  }

  /** Talking, in a third of the calls Hold and Talking, and the two events of a release. Then a pause until the next call. */
  function callEvent(agent: number, now: number): void {
    if (!world.isFaulty(now)) {
      setPace(agent, "events", now);
      askForEvent(agent, now);
    }
    const step = callSteps[agent] ?? 0;
    const isHeld = step === 0 && world.random() < 1 / 3;
    const [nextStep, wait] = [
      isHeld ? ([1, 60_000] as const) : ([3, 210_000] as const),
      [2, 30_000] as const,
      [3, 120_000] as const,
      [4, 200] as const,
      [0, 150_000] as const,
    ][step] ?? [0, 0];
    callSteps[agent] = nextStep;
    world.schedule(agent, due.callEvent, now + (wait < 1_000 ? wait : wait * (0.5 + world.random())));
  }

  return {
    start(agent, at) {
      poll(agent, at);
      if (!hasEvents) return;
      world.schedule(agent, due.flowStarts, at + world.random() * 10_000);
      world.schedule(agent, due.callEvent, at + world.random() * 360_000);
    },
    onFault(agent, from, to) {
      if (!hasEvents) return;
      // Events count as flowing for 20 s after the last answer to the host, which came up to 10 s ago.
      const endsAt = from + 20_000 - world.random() * 10_000;
      if (endsAt < to) world.schedule(agent, due.flowEnds, endsAt);
      // The host asks every half a second, and gets an empty answer after 10 s.
      world.schedule(agent, due.flowStarts, to + world.random() * 500 + 10_000);
    },
    due(agent, kind, at) {
      switch (kind) {
        case due.poll:
          if (nextDue[agent] === at) poll(agent, at);
          break;
        case due.eventPoll:
          eventDue[agent] = Infinity;
          if (!isAsking(agent, at) && mayAskEarly(stateOf(agent), intervals, at)) poll(agent, at);
          break;
        case due.callEvent:
          callEvent(agent, at);
          break;
        case due.flowStarts:
          if (!world.isFaulty(at)) setPace(agent, "events", at);
          break;
        case due.flowEnds:
          setPace(agent, "visible", at);
          break;
      }
    },
  };
}
