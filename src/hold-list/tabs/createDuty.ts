import { createTabLock, type TabLock } from "./createTabLock.js";

/** A duty of one tab: that of the tab which applied, came to the front or began to poll last. */
export type Duty = {
  /** Takes the duty from whoever has it. */
  readonly take: () => void;
  /** The page is frozen or left. */
  readonly goAway: () => void;
  readonly comeBack: () => void;
  readonly giveUp: () => void;
};

export function createDuty(
  locks: Pick<LockManager, "request">,
  lockName: string,
  onChange: (hasDuty: boolean) => void,
): Duty {
  const lock: TabLock = createTabLock(locks, lockName, {
    onGranted: () => onChange(true),
    onLost() {
      onChange(false);
      lock.wait();
    },
    onBroken: () => onChange(true), // rather twice than never
  });
  lock.wait();
  return {
    take: lock.steal,
    goAway() {
      lock.release();
      onChange(false);
    },
    comeBack: lock.wait,
    giveUp: lock.release,
  };
}
