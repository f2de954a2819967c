/** The time a simulator lives in: pass one of your own to move it by hand. */
export interface SimulatorClock {
  /** Milliseconds since 1970. */
  now: () => number;
  /**
   * Resolves after `ms` milliseconds of this clock.
   * @throws The signal's reason, as soon as the signal is aborted.
   */
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** The machine's time. Date and timers are looked up at each call, so that fake timers installed later count. */
export const systemClock: SimulatorClock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer);
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- fetch rejects with whatever reason the signal has
        reject(signal?.reason);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener("abort", stop);
        resolve();
      }, ms);
      if (signal?.aborted) stop();
      else signal?.addEventListener("abort", stop, { once: true });
    }),
};
