import { type RefObject, useEffect, useRef } from "react";
import type { HoldListPanelHandle } from "../index.js";
import type { OrderedFault } from "../simulator/simulator.js";

/**
 * Lets the panel ask the gateway as soon as a fault of the agent is ordered or cleared: with events, its next poll is up to 30 s away. It asks
 * twice, because a single failure does not put the list in doubt.
 */
export function useAskAtFaultChange(
  panel: RefObject<HoldListPanelHandle | null>,
  faults: readonly OrderedFault[] | undefined,
  agentId: string,
): void {
  const ofAgent = faults?.filter(({ fault }) => (fault.agentId ?? agentId) === agentId);
  const ordered = ofAgent?.map(({ id }) => id).join();
  const before = useRef<string>(undefined);
  useEffect(() => {
    const isChange = before.current !== undefined && ordered !== undefined && before.current !== ordered;
    before.current = ordered;
    if (!isChange) return;
    let ended = false;
    const ask = async () => {
      await panel.current?.refresh();
      if (!ended) await panel.current?.refresh();
    };
    void ask();
    return () => {
      ended = true;
    };
  }, [panel, ordered]);
}
