import { useRef, useState } from "react";

/** Runs an action once at a time: `run` does nothing while an earlier run has not settled. */
export function useBusy(action: () => Promise<void>): [busy: boolean, run: () => void] {
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const run = () => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    void action().finally(() => {
      running.current = false;
      setBusy(false);
    });
  };
  return [busy, run];
}
