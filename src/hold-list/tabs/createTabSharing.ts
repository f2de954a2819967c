import type { AgentEvent } from "../../session/AgentEvent.js";
import { isSilent, nextPoll } from "../pollPolicy.js";
import { createDuty, type Duty } from "./createDuty.js";
import { createElection } from "./createElection.js";
import { createListMirror } from "./createListMirror.js";
import { createTabRank } from "./createTabRank.js";
import { parseTabMessage } from "./parseTabMessage.js";
import type { PageChange, TabEnvironment } from "./TabEnvironment.js";
import { protocolVersion, type TabMessage, type TabRank } from "./TabMessage.js";
import type { SharingPorts, TabSharing, TabTopic, TopicListener } from "./TabSharing.js";

const refreshLimit = 12_000; // longer than the gateway may take

type Outgoing = TabMessage extends infer Message ? (Message extends unknown ? Omit<Message, "from"> : never) : never;

/**
 * Joins the tabs that show the same list.
 * @throws where the browser forbids the channel
 */
export function createTabSharing(ports: SharingPorts, environment: TabEnvironment): TabSharing {
  const { tracker, session } = ports;
  const { clocks, locks } = environment;
  const id = Math.random().toString(36).slice(2);
  const name = `hold-list-panel:${protocolVersion}:${ports.scope}`;
  const members = new Set<string>();
  const topics = new Map<TabTopic, Set<TopicListener>>();
  const eventListeners = new Set<(events: readonly AgentEvent[]) => void>();
  const duties = new Set<Duty>();
  /** Called with the next outcome, and when this tab begins to poll. */
  const waiters = new Set<() => void>();
  let pollerId: string | null = null;
  let toldRank: TabRank | null = null;
  let isAway = false;

  const channel = environment.openChannel(name, (data) => {
    const message = parseTabMessage(data);
    if (message !== null && message.from !== id) receive(message);
  });
  const post = (message: Outgoing) => channel.post({ version: protocolVersion, from: id, ...message });
  const tell = (message: Outgoing) => {
    if (members.size > 0) post(message);
  };

  const mirror = createListMirror(tracker, clocks.wall, id);
  const rank = createTabRank(environment, () => session.getState().session?.guid ?? null);
  const election = createElection({
    ...environment,
    lockName: name,
    rank: rank.get,
    isLate: () => tracker.store.getState().isLate && !isSilent(tracker.store.getState().poll),
    onElected,
    onFollow: () => ports.onRole(false),
    hasOthers: () => members.size > 0,
    onTick,
    onBroken() {
      leave();
      ports.onBroken();
    },
  });

  function onElected(): void {
    pollerId = null;
    const { poll } = tracker.store.getState();
    const isRefusalOfAnother = poll.refusals > 0 && rank.get() > 0;
    if (isRefusalOfAnother) tracker.applyNewGuid();
    ports.onRole(true);
    tell(stateMessage(true));
    for (const duty of duties) duty.take();
    // At once where a poll is due: a hidden page's timers may run once a minute, and another tab has the lock by then.
    const next = nextPoll(poll, ports.intervals(), environment.isVisible() ? "visible" : "hidden");
    const isDue = next !== "silent" && poll.settledAt !== null && tracker.now() >= poll.settledAt + next;
    if (isRefusalOfAnother || isDue) void ports.poll();
    wake();
  }

  function wake(): void {
    for (const waiter of [...waiters]) waiter();
  }

  function onTick(): void {
    if (election.isPoller()) tell({ kind: "beat", rank: rank.get() });
    else if (isPollerSlow()) post({ kind: "ask", at: clocks.wall() });
  }

  /** Whether the polling tab is hidden, and this one, which is visible and cannot poll, should have had a poll by now. */
  function isPollerSlow(): boolean {
    if (!environment.isVisible() || election.pollerRank() === 3 || pollerId === null) return false;
    const { poll, eventsFlow } = tracker.store.getState();
    const interval = ports.intervals()[eventsFlow ? "events" : "visible"];
    return poll.failure === null && poll.settledAt !== null && tracker.now() - poll.settledAt > interval;
  }

  function stateMessage(withContent: boolean): Outgoing {
    toldRank = rank.get();
    return { kind: "state", rank: toldRank, refused: rank.refusal(), state: mirror.present(withContent) };
  }

  /** This tab may be the best one now, or no longer. */
  function onRankChange(): void {
    if (!election.isPoller()) election.consider();
    else if (rank.get() !== toldRank) tell(stateMessage(false));
  }

  function receive(message: TabMessage): void {
    members.add(message.from);
    if (!isAway) election.watch();
    switch (message.kind) {
      case "hello":
        if (election.isPoller()) post(stateMessage(true));
        else post({ kind: "here" });
        for (const listeners of topics.values()) for (const { onJoined } of listeners) onJoined?.();
        return;
      case "here":
        return;
      case "bye":
        members.delete(message.from);
        for (const listeners of topics.values()) for (const { onLeft } of listeners) onLeft?.(message.from);
        return;
      case "beat":
        if (!election.isPoller()) heard(message);
        return;
      case "state":
        if (!election.isPoller()) void receiveState(message);
        return;
      case "ask":
        if (election.mayPoll() && election.isPoller() && mirror.wallTime(tracker.requestedAt()) < message.at)
          void ports.poll();
        return;
      case "events":
        if (message.origin !== origin()) receiveEvents(message.events);
        return;
      case "topic":
        for (const { receive: take } of topics.get(message.topic) ?? []) take(message.data, message.from);
        return;
      default:
        message satisfies never;
    }
  }

  function heard({ from, rank: theirs }: TabMessage & { kind: "beat" | "state" }): void {
    if (pollerId !== from) post({ kind: "here" });
    pollerId = from;
    election.heard(theirs);
  }

  async function receiveState(message: TabMessage & { kind: "state" }): Promise<void> {
    if (!mirror.apply(message.state)) post({ kind: "hello" });
    // Compared first: a tab with the refused Guid must not take over.
    if (message.refused !== null) await rank.compare(message.refused);
    if (!hasLeft && !election.isPoller()) heard(message);
  }

  function receiveEvents(events: readonly AgentEvent[]): void {
    if (!ports.hasEvents) return;
    const before = tracker.eventCount();
    tracker.applyEvents(events);
    for (const listener of eventListeners) listener(events);
    if (election.isPoller() && tracker.eventCount() > before) ports.askForEvent();
  }

  /** Names the session store's sign-in, for providers of one page that share it. */
  const origin = () => `${environment.pageId}:${session.getState().session?.signIn ?? ""}`;

  const stopSession = session.subscribe((now, before) => {
    if (now.session === null) return;
    if (now.session.guid !== before.session?.guid) onRankChange();
    if (now.events === before.events || !ports.hasEvents) return;
    // The end of a session is each tab's own.
    const events = now.events.filter(({ kind }) => kind !== "signed-out");
    if (events.length === now.events.length || events.length > 0) tell({ kind: "events", origin: origin(), events });
  });

  const stopTracker = tracker.store.subscribe((now, before) => {
    if (now.poll.settledAt !== before.poll.settledAt) wake();
    if (!election.isPoller()) return;
    const isNews = mirror.noteChange(now, before);
    if (now.poll !== before.poll) void rank.noteOutcome(now.poll, before.poll).then(onRankChange);
    if (now.poll !== before.poll || isNews) tell(stateMessage(isNews));
  });

  const stopPage = environment.onPageChange((change: PageChange) => {
    switch (change) {
      case "away":
        isAway = true;
        post({ kind: "bye" });
        election.goAway();
        for (const duty of duties) duty.goAway();
        return;
      case "back":
        if (!isAway) return;
        isAway = false;
        election.comeBack();
        for (const duty of duties) duty.comeBack();
        post({ kind: "hello" });
        // The others have forgotten what this tab told before it went away.
        for (const listeners of topics.values()) for (const { onJoined } of listeners) onJoined?.();
        return;
      case "rank":
        rank.noteNetwork();
        if (environment.isVisible()) for (const duty of duties) duty.take();
        return onRankChange();
      case "focus":
        for (const duty of duties) duty.take();
        return;
      default:
        change satisfies never;
    }
  });

  let hasLeft = false;
  function leave(): void {
    if (hasLeft) return;
    hasLeft = true;
    post({ kind: "bye" });
    stopSession();
    stopTracker();
    stopPage();
    election.stop();
    for (const duty of duties) duty.giveUp();
    channel.close();
    wake();
  }

  post({ kind: "hello" });

  return {
    mayPoll: election.mayPoll,
    async refresh() {
      const { poll } = tracker.store.getState();
      const theirs = election.pollerRank();
      // An agent who presses Retry in silence has this tab's Guid tried.
      if (!election.isPoller()) {
        if (isSilent(poll) || (theirs !== null && rank.get() > theirs)) election.takeOver();
        else post({ kind: "ask", at: clocks.wall() });
      }
      await nextOutcome();
      if (!hasLeft && election.isPoller() && election.mayPoll()) await ports.poll();
    },
    publish: (topic, data) => tell({ kind: "topic", topic, data }),
    subscribe(topic, listener) {
      const listeners = topics.get(topic) ?? new Set();
      topics.set(topic, listeners.add(listener));
      return () => listeners.delete(listener);
    },
    onEvents(listener) {
      eventListeners.add(listener);
      return () => eventListeners.delete(listener);
    },
    applyFor(kind, onChange) {
      const duty = createDuty(locks, `${name}:${kind}`, onChange);
      duties.add(duty);
      if (environment.isVisible()) duty.take();
      return () => {
        duties.delete(duty);
        duty.giveUp();
      };
    },
    leave,
  };

  function nextOutcome(): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        waiters.delete(end);
        resolve();
      };
      const timer = setTimeout(end, refreshLimit);
      waiters.add(end);
    });
  }
}
