import { type Fault, type FaultKind, type OrderedFault } from "./Fault.js";
import { type FaultBook, type FaultTarget } from "./FaultBook.js";
import { type Operation } from "./operationNames.js";

export function createFaultBook(): FaultBook {
  let faults: OrderedFault[] = [];
  let count = 0;
  return {
    order: (fault) => {
      const ordered: OrderedFault = { id: String(++count), fault, remaining: fault.times ?? null };
      faults.push(ordered);
      return { ...ordered };
    },
    take: <K extends FaultKind>(target: FaultTarget, ...kinds: K[]) => {
      const isOfKind = (fault: Fault): fault is Extract<Fault, { kind: K }> =>
        kinds.some((kind) => kind === fault.kind);
      for (const ordered of faults) {
        const { fault } = ordered;
        if (!isOfKind(fault) || !appliesTo(fault, target)) continue;
        if (ordered.remaining !== null && --ordered.remaining <= 0)
          faults = faults.filter((other) => other !== ordered);
        return fault;
      }
      return undefined;
    },
    list: () => faults.map((ordered) => ({ ...ordered })),
    clear: (id) => {
      const before = faults.length;
      faults = id === undefined ? [] : faults.filter((ordered) => ordered.id !== id);
      return faults.length < before;
    },
  };
}

function appliesTo(fault: Fault, { operation, agentId }: FaultTarget): boolean {
  if (fault.agentId !== undefined && fault.agentId !== agentId) return false;
  const on = fault.on ?? defaultOperation(fault.kind);
  return on === "any" || on === operation;
}

function defaultOperation(kind: FaultKind): Operation | "any" {
  return kind === "notDone" || kind === "doneLate" || kind === "answerLost" ? "any" : "holdList";
}
