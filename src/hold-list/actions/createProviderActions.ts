import { createStore } from "zustand/vanilla";
import type { HeldCall } from "../../gateway/HeldCall.js";
import type { AgentEvent } from "../../session/AgentEvent.js";
import { currentRequest } from "../../session/currentRequest.js";
import type { CallTracker } from "../createCallTracker.js";
import type { HoldListPoller } from "../createHoldListPoller.js";
import type { Tabs } from "../tabs/createTabs.js";
import { shareActions } from "../tabs/shareActions.js";
import type { CallAction } from "./CallAction.js";
import { createActionRunner } from "./createActionRunner.js";
import { type CurrentCall, currentCallAfter } from "./currentCall.js";
import type { ActionSource, ProviderActions } from "./ProviderActions.js";

/** The action runner of a provider and what it knows of the current call. */
export function createProviderActions(
  tracker: CallTracker,
  poller: HoldListPoller,
  tabs: Tabs,
  initial: ActionSource,
): ProviderActions {
  let source = initial;
  let observers = 0;
  let stopEvents: (() => void) | null = null;
  let releaseTimer: ReturnType<typeof setTimeout> | undefined;
  const currentCall = createStore<CurrentCall>()(() => "unknown");

  const runner = createActionRunner({
    now: tracker.now,
    isListed: tracker.isListed,
    requestedAt: tracker.requestedAt,
    refresh: poller.refresh,
    mayAsk: poller.mayRefresh,
    isAnswering: () => tracker.store.getState().poll.failure === null,
    // A supervisor only reads.
    condition: () => (source.supervised === null ? tracker.store.getState().condition : "no-permission"),
    run: (action, call, signal) => runAction(source, action, call, signal),
  });

  // For the life of the tracker: an action outlives the panel that started it.
  tracker.store.subscribe((now, before) => {
    if (now.requester !== before.requester) {
      runner.reset();
      currentCall.setState("unknown", true);
      return;
    }
    // Without events, what they told of the current call is soon outdated.
    if (before.eventsFlow && !now.eventsFlow) currentCall.setState("unknown", true);
    if (now.answer !== before.answer || now.poll !== before.poll) runner.listChanged();
  });

  // What an attempt that ends without an observer came to is for nobody, and has the call's numbers in it.
  runner.store.subscribe(() => {
    if (stopEvents === null) runner.releaseFinished();
  });

  const applyEvents = (events: readonly AgentEvent[]) =>
    currentCall.setState(events.reduce(currentCallAfter, currentCall.getState()), true);

  shareActions(tabs, runner, (events) => {
    if (stopEvents !== null) applyEvents(events);
  });

  /** The last observer has gone, and no other has come in the same task. */
  function release(): void {
    stopEvents?.();
    stopEvents = null;
    currentCall.setState("unknown", true);
    runner.releaseFinished();
  }

  return {
    runner,
    currentCall,
    set: (next) => void (source = next),
    retain(session) {
      observers++;
      clearTimeout(releaseTimer);
      stopEvents ??= session.subscribe(({ session: agent, events }, before) => {
        if (events === before.events || agent === null) return;
        applyEvents(events);
      });
      return () => {
        if (--observers === 0) releaseTimer = setTimeout(release);
      };
    },
  };
}

/** Runs an action as the agent who is signed in now, with the present Guid. A sign-out aborts it, whether or not a panel is left. */
async function runAction({ gateway, session }: ActionSource, action: CallAction, call: HeldCall, reset: AbortSignal) {
  const controller = new AbortController();
  const { signal } = controller;
  const request = currentRequest(session, signal);
  if (request === null) throw new DOMException("No longer signed in.", "AbortError");
  const abort = () => controller.abort();
  reset.addEventListener("abort", abort);
  const stopFollowing = session.subscribe((now) => {
    if (now.session?.signIn !== request.signIn) abort();
  });
  try {
    await action.run({ call, gateway, session, request, signal });
  } finally {
    reset.removeEventListener("abort", abort);
    stopFollowing();
  }
}
