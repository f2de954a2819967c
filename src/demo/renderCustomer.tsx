import type { ReactNode } from "react";
import { type HeldCall, otherParty } from "../index.js";
import { customerOf } from "./customers.js";

/** The host's content of a row: the customer with the number. */
export function renderCustomer(call: HeldCall): ReactNode {
  return <span className="demo-customer">{customerOf(otherParty(call))}</span>;
}
