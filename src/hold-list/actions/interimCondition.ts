import type { Doubt } from "../Doubt.js";
import type { HoldListState } from "../HoldListState.js";
import { type ListCondition, standingOf } from "../listCondition.js";

/** The condition of a list, until the call tracker's store provides it. */
export function conditionOfList(list: HoldListState): ListCondition {
  return list.status === "ready" ? conditionOf(list.doubt, list.overdue) : "current";
}

export function conditionOf(doubt: Doubt | null, overdue: boolean): ListCondition {
  if (doubt?.stopped === true && doubt.failure.kind === "not-sent") return "cannot-send";
  const standing = standingOf(doubt, overdue);
  return standing === "good" ? "current" : standing === "doubt" ? "in-doubt" : standing;
}
