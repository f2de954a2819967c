import { type Fault, type FaultKind, type OrderedFault } from "./Fault.js";
import { type Operation } from "./operationNames.js";

/** Whose request a fault may strike. */
export interface Struck {
  operation: Operation | null;
  agentId: string | null;
}

/** The faults on order. The oldest that fits strikes first, so faults with `times` follow one another like a script. */
export interface FaultBook {
  order: (fault: Fault) => OrderedFault;
  /** Takes the oldest fault of one of these kinds that fits the request. */
  take: <K extends FaultKind>(request: Struck, ...kinds: K[]) => Extract<Fault, { kind: K }> | undefined;
  list: () => OrderedFault[];
  /** Clears one fault, or all; tells whether there was any. */
  clear: (id?: string) => boolean;
}

export function createFaultBook(): FaultBook {
  let faults: OrderedFault[] = [];
  let count = 0;
  return {
    order: (fault) => {
      const ordered: OrderedFault = { id: String(++count), fault, remaining: fault.times ?? null };
      faults.push(ordered);
      return { ...ordered };
    },
    take: <K extends FaultKind>(request: Struck, ...kinds: K[]) => {
      const isOfKind = (fault: Fault): fault is Extract<Fault, { kind: K }> =>
        kinds.some((kind) => kind === fault.kind);
      for (const ordered of faults) {
        const { fault } = ordered;
        if (!isOfKind(fault) || !strikes(fault, request)) continue;
        if (ordered.remaining !== null && --ordered.remaining <= 0) faults = faults.filter((one) => one !== ordered);
        return fault;
      }
      return undefined;
    },
    list: () => faults.map((ordered) => ({ ...ordered })),
    clear: (id) => {
      const before = faults.length;
      faults = id === undefined ? [] : faults.filter((one) => one.id !== id);
      return faults.length < before;
    },
  };
}

function strikes(fault: Fault, { operation, agentId }: Struck): boolean {
  if (fault.agentId !== undefined && fault.agentId !== agentId) return false;
  const on = fault.on ?? defaultTarget(fault.kind);
  return on === "any" || on === operation;
}

function defaultTarget(kind: FaultKind): Operation | "any" {
  return kind === "notDone" || kind === "doneLate" || kind === "answerLost" ? "any" : "holdList";
}
