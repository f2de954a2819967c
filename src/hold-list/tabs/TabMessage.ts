import type { AgentEvent } from "../../session/AgentEvent.js";
import type { HoldListAnswer } from "../../gateway/parseHoldList.js";
import type { PollState } from "../pollPolicy.js";
import type { HoldTimes } from "../time/holdTimesStorage.js";
import type { TabTopic } from "./TabSharing.js";

/**
 * How well a tab can poll; the best one should. 0: its Guid was refused. 1: it has no network. 2: its page is hidden. 3: its page is
 * visible.
 */
export type TabRank = 0 | 1 | 2 | 3;

/** A salted digest of a refused Guid, too short to find the Guid by trying. */
export type GuidStamp = { readonly salt: string; readonly digest: string };

/** The list of the polling tab, and the polls that led to it. Moments are wall-clock times: ms since 1970, of one machine. */
export type SharedState = {
  /** Names the content. It changes whenever the content does. */
  readonly revision: string;
  /** The list and its hold times; null where the receiver has this revision already. */
  readonly content: { readonly answer: HoldListAnswer; readonly times: HoldTimes } | null;
  /** When the request left whose answer is the list; null before the first answer. */
  readonly requestedAt: number | null;
  /** `settledAt` as a wall-clock time. */
  readonly poll: PollState;
};

/**
 * A message between the tabs of one list. It never contains a Guid.
 *
 * The protocol: the tab that holds the lock polls. It sends `state` after each outcome and `beat` every second. A tab that joins, or
 * lacks a revision, sends `hello`, and the polling tab answers with `state`. Where the polling tab has a lower rank than another, or
 * is silent, the other steals the lock.
 */
export type TabMessage = { readonly from: string } & (
  | { readonly kind: "hello" }
  /** Tells a new polling tab that somebody listens. */
  | { readonly kind: "here" }
  | { readonly kind: "bye" }
  | { readonly kind: "beat"; readonly rank: TabRank }
  | { readonly kind: "state"; readonly rank: TabRank; readonly refused: GuidStamp | null; readonly state: SharedState }
  /** Asks for a poll. `at`: when, ms since 1970. */
  | { readonly kind: "ask"; readonly at: number }
  /** Events that reached the sender. `origin` tells whether the receiver has the same session store and so knows them already. */
  | { readonly kind: "events"; readonly origin: string; readonly events: readonly AgentEvent[] }
  | { readonly kind: "topic"; readonly topic: TabTopic; readonly data: unknown }
);

/** Messages and locks of another version are another group. */
export const protocolVersion = 1;
