import type { CallTrackerState } from "./CallTrackerState.js";
import type { HoldListState } from "./HoldListState.js";
import { doubtOf, type ListCondition, listCondition } from "./listCondition.js";
import { initialPollState } from "./pollPolicy.js";

const signedOut: HoldListState = { status: "signed-out", condition: "signed-out" };
const loading: HoldListState = { status: "loading", condition: "loading" };

/** Nobody is signed in. */
export const initialTrackerState: CallTrackerState = {
  requester: null,
  isObserved: false,
  answer: null,
  poll: initialPollState,
  isLate: false,
  since: new Map(),
  longestId: null,
  arrived: new Set(),
  left: new Map(),
  levels: new Map(),
  eventsFlow: false,
  doubt: null,
  condition: "signed-out",
  list: signedOut,
};

/** The state with its derived fields. They keep their identity where nothing changes but the age of the list. */
export function deriveList(state: CallTrackerState): CallTrackerState {
  const { requester, answer, poll, isLate } = state;
  const doubt = isSameDoubt(state) ? state.doubt : doubtOf(poll);
  const condition = listCondition({ isSignedIn: requester !== null, answer, poll, doubt, isLate });
  const list = listOf({ ...state, doubt, condition });
  return { ...state, doubt, condition, list: isSameList(state.list, list) ? state.list : list };
}

/** Whether the present doubt still describes the poll state. */
function isSameDoubt({ doubt, poll }: CallTrackerState): boolean {
  const next = doubtOf(poll);
  if (doubt === null || next === null) return doubt === next;
  return (
    doubt.failure === next.failure &&
    doubt.failures === next.failures &&
    doubt.since === next.since &&
    doubt.stopped === next.stopped
  );
}

type Derived = Pick<CallTrackerState, "answer" | "poll" | "isLate" | "doubt"> & { readonly condition: ListCondition };

function listOf({ answer, poll, isLate, doubt, condition }: Derived): HoldListState {
  if (condition === "signed-out") return signedOut;
  if (answer !== null)
    return {
      status: "ready",
      condition,
      ...answer,
      updatedAt: poll.answeredAt ?? 0,
      doubt,
      overdue: isLate && doubt?.stopped !== true,
    };
  return condition === "loading" || doubt === null ? loading : { status: "error", condition, doubt };
}

function isSameList(a: HoldListState, b: HoldListState): boolean {
  if (a.condition !== b.condition || a.status !== b.status) return false;
  if (a.status === "error" && b.status === "error") return a.doubt === b.doubt;
  if (a.status !== "ready" || b.status !== "ready") return true;
  return (
    a.calls === b.calls &&
    a.unreadable === b.unreadable &&
    a.doubt === b.doubt &&
    a.overdue === b.overdue &&
    // In doubt the time is shown; while the list is current an unchanged answer must render nothing.
    (a.condition === "current" || a.updatedAt === b.updatedAt)
  );
}
