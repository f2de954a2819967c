import type { HoldListAnswer } from "../gateway/parseHoldList.js";
import type { AttentionLevel } from "./attention.js";
import type { Doubt } from "./Doubt.js";
import type { HoldListState } from "./HoldListState.js";
import type { LeftCall } from "./LeftCall.js";
import type { ListCondition } from "./listCondition.js";
import type { PollState } from "./pollPolicy.js";
import type { Requester } from "./Requester.js";
import type { HeldSince } from "./time/HeldSince.js";

/** What is known of one list. Each field keeps its identity until its content changes. */
export type CallTrackerState = {
  /** Whose list it is; null while nobody is signed in. */
  readonly requester: Requester | null;
  /** Whether a component shows the list. Nothing is polled, and no call is kept, while none does. */
  readonly isObserved: boolean;
  /** The gateway's last list; null before the first. */
  readonly answer: HoldListAnswer | null;
  /** How the polls went. Changes with every outcome: only the poll policy reads it. */
  readonly poll: PollState;
  /** Whether the next answer is late, or the clock was changed since the last one. */
  readonly isLate: boolean;
  /** Since when each listed call is held. */
  readonly since: ReadonlyMap<string, HeldSince>;
  /** The listed call that was put on hold first, as far as that is known. */
  readonly longestId: string | null;
  /** Calls that came a moment ago. */
  readonly arrived: ReadonlySet<string>;
  /** Calls that left a moment ago. */
  readonly left: ReadonlyMap<string, LeftCall>;
  /** Calls that are held long or too long. */
  readonly levels: ReadonlyMap<string, AttentionLevel>;
  /** Whether the host passes on events, so that polls may be rare. */
  readonly eventsFlow: boolean;

  // Derived from the fields above, whenever one of them changes.
  readonly doubt: Doubt | null;
  readonly condition: ListCondition;
  readonly list: HoldListState;
};
