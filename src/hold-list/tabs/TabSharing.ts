import type { AgentEvent } from "../../session/AgentEvent.js";
import type { AgentSessionStore } from "../../session/createAgentSession.js";
import type { CallTracker } from "../createCallTracker.js";
import type { PollIntervals } from "../pollPolicy.js";

/** What a tab shares beside the list. Each message of a topic replaces or extends what the receiver knows of the sender. */
export type TabTopic = "actions" | "acknowledgements";

/** What only one of the tabs does. */
export type TabDuty = "sound" | "notifications" | "guard";

/** Receives a topic. `data` comes from another tab and can be anything; `from` identifies that tab. */
export type TopicListener = {
  readonly receive: (data: unknown, from: string) => void;
  /** A tab has joined and knows nothing yet. */
  readonly onJoined?: (() => void) | undefined;
  /** A tab has left. */
  readonly onLeft?: ((from: string) => void) | undefined;
};

/** The membership of one provider in the group of tabs that show the same list. Each tab counts once for each provider. */
export type TabSharing = {
  /**
   * Whether this tab may poll at this moment. To be asked before each request: a tab that was frozen may have been replaced before
   * it learns so.
   */
  readonly mayPoll: () => boolean;
  /** Asks the polling tab for a poll, or takes over. Settles with the outcome, within 12 s. Never rejects. */
  readonly refresh: () => Promise<void>;
  readonly publish: (topic: TabTopic, data: unknown) => void;
  readonly subscribe: (topic: TabTopic, listener: TopicListener) => () => void;
  /** Registers an observer of the events that reached another tab. */
  readonly onEvents: (listener: (events: readonly AgentEvent[]) => void) => () => void;
  /** Applies for a duty and returns the function that gives it up. `onChange` tells whether this tab has the duty. */
  readonly applyFor: (duty: TabDuty, onChange: (hasDuty: boolean) => void) => () => void;
  /** Leaves the group: releases all locks and closes the channel. */
  readonly leave: () => void;
};

/** What the sharing needs of the provider. */
export type SharingPorts = {
  /** Whose list it is. Equal in all tabs that share, and in no other. */
  readonly scope: string;
  readonly tracker: CallTracker;
  readonly session: AgentSessionStore;
  /** Whether the session's events are about this list. */
  readonly hasEvents: boolean;
  readonly intervals: () => PollIntervals;
  /** Polls now, from this tab. Never rejects. */
  readonly poll: () => Promise<void>;
  /** Polls soon after an event. */
  readonly askForEvent: () => void;
  /** Called when `mayPoll` has changed. */
  readonly onRole: (polls: boolean) => void;
  /** Called when the browser refuses what sharing needs: this tab is for itself from then on. */
  readonly onBroken: () => void;
};
