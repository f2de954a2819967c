import { useRef, useState } from "react";

/** One run of an action at a time: a press while it runs does nothing. */
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
