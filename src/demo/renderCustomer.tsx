import type { ReactNode } from "react";
import { type HeldCall, otherParty } from "../index.js";
import { customerOf } from "./customers.js";

/** The host's own content of a row: who the number belongs to. */
export function renderCustomer(call: HeldCall): ReactNode {
  return <span className="demo-customer">{customerOf(otherParty(call))}</span>;
}
