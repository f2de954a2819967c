import type { HeldCall } from "../../gateway/HeldCall.js";
import type { AttentionLevel } from "../../hold-list/attention.js";
import type { LeftCall, LeftReason } from "../../hold-list/LeftCall.js";
import type { ListCondition } from "../../hold-list/listCondition.js";

/** The list, as far as its changes are announced. */
export type AnnouncedState = {
  readonly condition: ListCondition;
  /** Null before the first list. */
  readonly calls: ReadonlyMap<string, HeldCall> | null;
  /** Calls that are held long and are neither acknowledged nor snoozed. */
  readonly levels: ReadonlyMap<string, AttentionLevel>;
  /** Why the calls that left a moment ago did so. */
  readonly reasons: ReadonlyMap<string, LeftReason>;
  /** When the gateway last gave the list: ms since 1970. */
  readonly updatedAt: number;
};

/** The state before anything was announced, and while nothing is to be announced. */
export const initialAnnouncedState: AnnouncedState = {
  condition: "loading",
  calls: null,
  levels: new Map(),
  reasons: new Map(),
  updatedAt: 0,
};

type AnnouncedList = Pick<AnnouncedState, "condition" | "levels" | "updatedAt"> & {
  /** Null before the first list. */
  readonly calls: readonly HeldCall[] | null;
  readonly left: ReadonlyMap<string, LeftCall>;
};

/** What is announced of a list in this condition. */
export function announcedStateOf({ condition, calls, updatedAt, levels, left }: AnnouncedList): AnnouncedState {
  if (isSilent(condition)) return { ...initialAnnouncedState, condition };
  if (calls === null) return { ...initialAnnouncedState, condition, updatedAt };
  return {
    condition,
    calls: new Map(calls.map((call) => [call.callId, call])),
    levels,
    reasons: new Map([...left].map(([callId, { reason }]) => [callId, reason])),
    updatedAt,
  };
}

/** Whether nothing is announced in this condition. */
export function isSilent(condition: ListCondition): boolean {
  return condition === "signed-out" || condition === "loading";
}
