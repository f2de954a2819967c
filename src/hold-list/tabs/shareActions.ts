import { isObject } from "../../gateway/isObject.js";
import type { AgentEvent } from "../../session/AgentEvent.js";
import { type ActionState, isRunning } from "../actions/ActionState.js";
import type { CallAction } from "../actions/CallAction.js";
import type { ActionRunner } from "../actions/createActionRunner.js";
import type { Tabs } from "./createTabs.js";
import type { TabSharing } from "./TabSharing.js";

const repeatInterval = 20_000;
/** For how long the actions of a tab count that says nothing any more, ms: longer than a hidden tab's timers take. */
const lifetime = 75_000;
/** The same after it has left: what it had sent may still be carried out. */
const lifetimeAfterLeaving = 10_000;

/**
 * Shows the running actions of other tabs, and their outcomes as far as they are about the call, in this tab's runner: a call that
 * one tab acts on is busy in all.
 * @param onEvents - called with events that reached another tab
 */
export function shareActions(
  tabs: Tabs,
  runner: ActionRunner,
  onEvents: (events: readonly AgentEvent[]) => void,
): void {
  const others = new Map<string, { readonly states: ReadonlyMap<string, ActionState>; timer: Timer }>();
  let stop: (() => void) | null = null;
  let repeatTimer: Timer;
  let published = "[]";

  function show(): void {
    runner.showOthers(new Map([...others.values()].flatMap(({ states }) => [...states])));
  }

  function forget(from: string): void {
    clearTimeout(others.get(from)?.timer);
    if (others.delete(from)) show();
  }

  function receive(data: unknown, from: string): void {
    const states = parseStates(data);
    if (states === null || (states.size === 0 && !others.has(from))) return;
    clearTimeout(others.get(from)?.timer);
    others.set(from, { states, timer: setTimeout(forget, lifetime, from) });
    show();
  }

  function onLeft(from: string): void {
    const left = others.get(from);
    if (left === undefined) return;
    clearTimeout(left.timer);
    left.timer = setTimeout(forget, lifetimeAfterLeaving, from);
  }

  function publish(isRepeated: boolean): void {
    const { sharing } = tabs.store.getState();
    if (sharing === null) return;
    const own = [...runner.own()].filter(([, { phase }]) => isShared(phase));
    const states = own.map(([callId, state]) => ({ callId, state: { ...state, action: plainAction(state.action) } }));
    const text = JSON.stringify(states);
    if (!isRepeated && text === published) return;
    published = text;
    sharing.publish("actions", states);
    clearTimeout(repeatTimer);
    if (own.some(([, state]) => isRunning(state))) repeatTimer = setTimeout(publish, repeatInterval, true);
  }

  function join(sharing: TabSharing | null): void {
    stop?.();
    for (const from of [...others.keys()]) forget(from);
    if (sharing === null) return;
    const stops = [
      sharing.subscribe("actions", { receive, onLeft, onJoined: () => publish(true) }),
      sharing.onEvents(onEvents),
    ];
    stop = () => stops.forEach((each) => each());
  }

  join(tabs.store.getState().sharing);
  tabs.store.subscribe((now, before) => {
    if (now.sharing !== before.sharing) join(now.sharing);
  });
  runner.store.subscribe(() => publish(false));
}

type Timer = ReturnType<typeof setTimeout> | undefined;
type Phase = ActionState["phase"];

/** Refusals are for the agent who pressed, in that tab. */
function isShared(phase: Phase): boolean {
  return phase === "checking" || phase === "sent" || phase === "accepted" || phase === "done" || phase === "unknown";
}

/** An action without its functions. */
function plainAction({ id, movesVoice, endsHold }: CallAction): object {
  return { id, movesVoice: movesVoice === true, endsHold: endsHold === true };
}

function parseStates(data: unknown): Map<string, ActionState> | null {
  if (!Array.isArray(data)) return null;
  const states = new Map<string, ActionState>();
  for (const entry of data as unknown[]) {
    if (!isObject(entry) || !isObject(entry.state) || typeof entry.callId !== "string") return null;
    const state = parseState(entry.state);
    if (state === null) return null;
    states.set(entry.callId, state);
  }
  return states;
}

function parseState({ action: rawAction, phase, late, hasLeftHold, after, checked }: Fields): ActionState | null {
  if (!isObject(rawAction) || typeof rawAction.id !== "string") return null;
  const action: CallAction = {
    id: rawAction.id,
    movesVoice: rawAction.movesVoice === true,
    endsHold: rawAction.endsHold === true,
    run: () => Promise.reject(new Error("This action is another tab's.")),
  };
  switch (phase) {
    case "checking":
      return { action, phase };
    case "sent":
      return { action, phase, hasLeftHold: hasLeftHold === true };
    case "accepted":
      return { action, phase, late: late === true };
    case "done":
      return { action, phase, late: late === true, after: typeof after === "number" ? after : 0 };
    case "unknown":
      return { action, phase, checked: checked === true };
  }
  return null;
}

type Fields = Readonly<Record<string, unknown>>;
