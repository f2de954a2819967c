import { callDirection } from "../../gateway/callTypes.js";
import type { LeftCall } from "../../hold-list/LeftCall.js";
import type { HoldListLabels } from "../labels/HoldListLabels.js";

/** Why a call left hold. A colleague who hung up is not called a customer. */
export function departureLabel({ call, reason }: LeftCall, labels: HoldListLabels): string {
  const isInternal = callDirection(call.callType) === "internal";
  return labels.leftBecause[reason === "customer-hung-up" && isInternal ? "other-party-hung-up" : reason];
}
