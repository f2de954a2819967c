/** The simulator's source of time. Pass your own to control it in tests. */
export interface SimulatorClock {
  /** Milliseconds since 1970. */
  now: () => number;
  /**
   * Resolves after `ms` milliseconds of this clock.
   * @throws The signal's reason, as soon as the signal is aborted.
   */
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}
