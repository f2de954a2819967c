/** A Web Lock that one tab holds and others wait for. */
export type TabLock = {
  readonly isHeld: () => boolean;
  /** Waits for the lock. No effect while it is held or waited for. */
  readonly wait: () => void;
  /** Takes the lock from whoever holds it. No effect while it is held. */
  readonly steal: () => void;
  /** Gives the lock up and stops waiting for it. */
  readonly release: () => void;
};

/** What a lock tells its owner. */
export type TabLockEvents = {
  readonly onGranted: () => void;
  /** Another tab took the lock. Not called after `release`. */
  readonly onLost: () => void;
  /** The browser refuses locks, as in a document of an opaque origin. */
  readonly onBroken: () => void;
};

type Attempt = { readonly controller: AbortController; release: () => void };

export function createTabLock(locks: Pick<LockManager, "request">, name: string, events: TabLockEvents): TabLock {
  let held: Attempt | null = null;
  let waiting: Attempt | null = null;
  let stealing: Attempt | null = null;

  function hold(attempt: Attempt): Promise<void> {
    return new Promise((resolve) => {
      const isWanted = attempt === waiting || attempt === stealing;
      if (!isWanted) return resolve();
      if (attempt !== waiting) waiting?.controller.abort();
      waiting = null;
      stealing = null;
      attempt.release = resolve;
      held = attempt;
      events.onGranted();
    });
  }

  async function request(attempt: Attempt, options: LockOptions): Promise<void> {
    let isBroken = false;
    try {
      await locks.request(name, options, () => hold(attempt));
    } catch (error) {
      isBroken = !isAbort(error);
    }
    const [wasHeld, wasWanted] = [held === attempt, waiting === attempt || stealing === attempt];
    if (wasHeld) held = null;
    if (waiting === attempt) waiting = null;
    if (stealing === attempt) stealing = null;
    if (isBroken && wasWanted) events.onBroken();
    else if (wasHeld) events.onLost();
  }

  return {
    isHeld: () => held !== null,
    wait() {
      if (held !== null || waiting !== null) return;
      waiting = { controller: new AbortController(), release: () => {} };
      void request(waiting, { signal: waiting.controller.signal });
    },
    steal() {
      if (held !== null || stealing !== null) return;
      stealing = { controller: new AbortController(), release: () => {} };
      void request(stealing, { steal: true });
    },
    release() {
      const former = held;
      held = null;
      stealing = null;
      waiting?.controller.abort();
      waiting = null;
      former?.release();
    },
  };
}

function isAbort(error: unknown): boolean {
  return typeof error === "object" && error !== null && (error as { name?: unknown }).name === "AbortError";
}
