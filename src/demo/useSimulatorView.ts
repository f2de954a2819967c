import { useCallback, useEffect, useState } from "react";
import type { SimulatorRemote, SimulatorView } from "./createSimulatorRemote.js";

/** The latest known state of the simulator, and a way to change it. */
export type SimulatorState = {
  /** Null before the first answer. */
  readonly view: SimulatorView | null;
  /** Whether the last request failed. */
  readonly failed: boolean;
  /** Runs an action, then updates the view. Never rejects. */
  readonly act: (action: () => Promise<unknown>) => Promise<void>;
};

const interval = 1_000; // ms

/** Polls the simulator every second while the page is visible. An unchanged answer renders nothing. Null without a simulator. */
export function useSimulatorView(remote: SimulatorRemote | null, agentId: string): SimulatorState | null {
  const [state, setState] = useState<{ agentId: string; view: SimulatorView | null; failed: boolean } | null>(null);

  const update = useCallback(async () => {
    if (remote === null) return;
    try {
      const view = await remote.view(agentId);
      setState((before) => {
        const next = { agentId, view, failed: false };
        return JSON.stringify(before) === JSON.stringify(next) ? before : next;
      });
    } catch {
      setState((before) => ({ agentId, view: before?.agentId === agentId ? before.view : null, failed: true }));
    }
  }, [remote, agentId]);

  useEffect(() => {
    if (remote === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let ended = false;
    const poll = async () => {
      if (document.visibilityState === "visible") await update();
      if (!ended) timer = setTimeout(() => void poll(), interval);
    };
    void poll();
    return () => {
      ended = true;
      clearTimeout(timer);
    };
  }, [remote, update]);

  if (remote === null) return null;
  const act = async (action: () => Promise<unknown>) => {
    try {
      await action();
    } catch {
      // The update that follows shows whether the simulator can be reached.
    }
    await update();
  };
  return { view: state?.agentId === agentId ? state.view : null, failed: state?.failed ?? false, act };
}
