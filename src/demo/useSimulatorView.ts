import { useCallback, useEffect, useState } from "react";
import type { SimulatorRemote, SimulatorView } from "./createSimulatorRemote.js";

/** The simulator as it was a moment ago, and a way to act on it that shows at once. */
export type SimulatorState = {
  /** Null until it was first seen. */
  readonly view: SimulatorView | null;
  /** Whether the last look at it, or action on it, failed. */
  readonly failed: boolean;
  readonly act: (action: () => Promise<unknown>) => Promise<void>;
};

const interval = 1_000;

/** Looks at the simulator every second while the page is visible. */
export function useSimulatorView(remote: SimulatorRemote, agentId: string): SimulatorState {
  const [state, setState] = useState<{ agentId: string; view: SimulatorView | null; failed: boolean } | null>(null);

  const look = useCallback(async () => {
    try {
      const view = await remote.view(agentId);
      setState({ agentId, view, failed: false });
    } catch {
      setState((before) => ({ agentId, view: before?.agentId === agentId ? before.view : null, failed: true }));
    }
  }, [remote, agentId]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let ended = false;
    const lookOn = async () => {
      if (document.visibilityState === "visible") await look();
      if (!ended) timer = setTimeout(() => void lookOn(), interval);
    };
    void lookOn();
    return () => {
      ended = true;
      clearTimeout(timer);
    };
  }, [look]);

  const act = async (action: () => Promise<unknown>) => {
    try {
      await action();
    } catch {
      // The look that follows tells whether the simulator is there.
    }
    await look();
  };
  return { view: state?.agentId === agentId ? state.view : null, failed: state?.failed ?? false, act };
}
