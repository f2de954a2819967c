import { type Fault, type FaultKind, type OrderedFault } from "./Fault.js";
import { type Operation } from "./operationNames.js";

/** What decides whether a fault applies to a request. */
export interface FaultTarget {
  operation: Operation | null;
  agentId: string | null;
}

/** The ordered faults. The oldest fault that matches is used first, so faults with `times` run in sequence. */
export interface FaultBook {
  order: (fault: Fault) => OrderedFault;
  /** Uses the oldest fault of one of these kinds that applies to the request. */
  take: <K extends FaultKind>(target: FaultTarget, ...kinds: K[]) => Extract<Fault, { kind: K }> | undefined;
  list: () => OrderedFault[];
  /** Clears one fault, or all. Returns whether there was any. */
  clear: (id?: string) => boolean;
}
