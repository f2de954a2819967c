import { hashKey } from "@tanstack/react-query";
import { useEffect } from "react";
import { createStore, type StoreApi } from "zustand/vanilla";
import type { HeldCall } from "../../gateway/HeldCall.js";
import type { AgentSessionStore } from "../../session/createAgentSession.js";
import { parseSetGuid } from "../../session/parseSetGuid.js";
import { doubtOf } from "../listCondition.js";
import { type HoldListContextValue, useHoldListContext } from "../HoldListContext.js";
import { holdListQueryKey } from "../holdListQuery.js";
import type { CallTracker } from "../createCallTracker.js";
import { mayAskEarly, initialPollState } from "../pollPolicy.js";
import { isRunning } from "./ActionState.js";
import type { CallAction } from "./CallAction.js";
import { type ActionRunner, createActionRunner } from "./createActionRunner.js";
import { type CurrentCall, currentCallAfter } from "./currentCall.js";
import { conditionOf } from "./interimCondition.js";

/** What acts on the calls of one provider, however many panels press. */
export type ProviderActions = {
  readonly runner: ActionRunner;
  readonly currentCall: StoreApi<CurrentCall>;
  /** Takes the provider's settings of now. */
  readonly set: (context: HoldListContextValue) => void;
  /** Somebody looks, as the agent of a session; the function given back ends that. */
  readonly attend: (session: AgentSessionStore) => () => void;
};

const actionsByWatch = new WeakMap<CallTracker, ProviderActions>();

/** The provider's actions. Made when they are first asked for: a panel that only reads has none. */
export function useActionRunner(): ProviderActions {
  const context = useHoldListContext("HoldListPanel");
  const actions = actionsByWatch.get(context.tracker) ?? createProviderActions(context);
  actionsByWatch.set(context.tracker, actions);
  const { session } = context;
  useEffect(() => actions.set(context), [actions, context]);
  useEffect(() => actions.attend(session), [actions, session]);
  return actions;
}

function createProviderActions(initial: HoldListContextValue): ProviderActions {
  let context = initial;
  let watchers = 0;
  let stop = () => {};
  let stopLingering = () => {};
  let followed = initial.session.getState().session?.signIn;
  const currentCall = createStore<CurrentCall>()(() => "unknown");

  const key = () => holdListQueryKey(context.gateway.baseUrl, context.session.getState().session, null);
  const poll = () => context.polls.get(hashKey(key())) ?? initialPollState;
  const runner = createActionRunner({
    now: () => context.tracker.now(),
    isListed: (callId) => context.tracker.isListed(callId),
    requestedAt: () => context.tracker.requestedAt(),
    refresh: () => context.client.refetchQueries({ queryKey: key(), exact: true }, { cancelRefetch: false }),
    mayAsk: () => mayAskEarly(poll(), context.intervals, Date.now()),
    isAnswering: () => poll().failure === null,
    // A supervisor only reads.
    condition: () =>
      context.supervised === null ? conditionOf(doubtOf(poll(), context.intervals), false) : "no-permission",
    run: (action, call, signal) => runAs(context, action, call, signal),
  });

  /** Follows the list and the events as long as somebody looks. */
  function begin(session: AgentSessionStore): () => void {
    const { tracker } = context;
    const follow = (signIn: number | undefined) => {
      if (signIn === followed) return;
      followed = signIn;
      runner.reset();
      currentCall.setState("unknown", true);
    };
    follow(session.getState().session?.signIn);
    const endFollowing = session.subscribe(({ session: now }) => follow(now?.signIn));
    stopLingering();
    const ends = [
      tracker.store.subscribe(({ eventsFlow }, before) => {
        // Without events what they said of the current call is soon no longer so.
        if (before.eventsFlow && !eventsFlow) currentCall.setState("unknown", true);
        runner.listChanged();
      }),
      session.subscribe(({ session: now, events }, before) => {
        if (events !== before.events && now !== null) {
          currentCall.setState(events.reduce(currentCallAfter, currentCall.getState()), true);
        }
      }),
    ];
    return () => {
      for (const end of ends) end();
      runner.releaseFinished();
      currentCall.setState("unknown", true);
      linger(endFollowing);
    };
  }

  /** Though nobody looks, a sign-out aborts what is still under way. */
  function linger(endFollowing: () => void): void {
    const isIdle = () => ![...runner.store.getState().values()].some(isRunning);
    const endWaiting = runner.store.subscribe(() => {
      if (isIdle()) stopLingering();
    });
    stopLingering = () => {
      endWaiting();
      endFollowing();
      stopLingering = () => {};
      if (watchers === 0) runner.releaseFinished(); // what came of it is for nobody, and has numbers in it
    };
    if (isIdle()) stopLingering();
  }

  return {
    runner,
    currentCall,
    set(now) {
      // Another list would tell of other calls.
      if (now.gateway !== context.gateway || now.supervised?.agentId !== context.supervised?.agentId) runner.reset();
      context = now;
    },
    attend(session) {
      if (watchers++ === 0) stop = begin(session);
      return () => {
        if (--watchers === 0) stop();
      };
    },
  };
}

/** Runs an action as the agent who is signed in now, with the Guid of now. A new one in the answer is kept. */
async function runAs(context: HoldListContextValue, action: CallAction, call: HeldCall, signal: AbortSignal) {
  const { gateway, session } = context;
  const asked = session.getState().session;
  if (asked === null) throw new DOMException("No longer signed in.", "AbortError");
  const onSetGuid = (header: string) => {
    const guid = parseSetGuid(header);
    if (guid !== null) session.getState().renewGuid(guid, asked.signIn);
  };
  const request = { agentId: asked.agentId, guid: asked.guid, signal, onSetGuid };
  await action.run({ call, gateway, session, request, signal });
}
