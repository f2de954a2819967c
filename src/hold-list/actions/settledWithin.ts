/** Resolves when the work settles, or after `limit` ms at the latest. Never rejects. */
export function settledWithin(limit: number, work: () => Promise<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, limit);
    const settle = () => {
      clearTimeout(timer);
      resolve();
    };
    // In a promise of its own: the work may also throw at once.
    void new Promise((run) => run(work())).then(settle, settle);
  });
}
