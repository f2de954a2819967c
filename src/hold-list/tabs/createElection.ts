import type { PageClocks } from "../time/createTimeline.js";
import { createTabLock } from "./createTabLock.js";
import type { TabEnvironment } from "./TabEnvironment.js";
import type { TabRank } from "./TabMessage.js";

/** Decides which tab polls: the one that holds the lock. */
export type Election = {
  readonly isPoller: () => boolean;
  /** Whether this tab may poll at this moment: it holds the lock and was not asleep since, or it has only just joined. */
  readonly mayPoll: () => boolean;
  /** The rank of the polling tab, as it last said; null where this tab polls, or has heard of none. */
  readonly pollerRank: () => TabRank | null;
  /** The polling tab has sent a sign of life. */
  readonly heard: (rank: TabRank) => void;
  /** Takes over where this tab should poll rather than the present one. To be called when its rank may have changed. */
  readonly consider: () => void;
  readonly takeOver: () => void;
  /** The page is frozen or left: gives the lock up until `comeBack`. */
  readonly goAway: () => void;
  readonly comeBack: () => void;
  /** Another tab has given a sign of life. */
  readonly watch: () => void;
  readonly stop: () => void;
};

/** What the election needs of the tab. */
export type ElectionPorts = Pick<TabEnvironment, "clocks" | "locks" | "isVisible"> & {
  readonly lockName: string;
  readonly rank: () => TabRank;
  /** Whether the list is late although the polling tab gives signs of life. */
  readonly isLate: () => boolean;
  readonly onElected: () => void;
  /** Another tab polls from now on, or none until the lock is granted again. */
  readonly onFollow: () => void;
  readonly hasOthers: () => boolean;
  /** Called every second, as far as the browser lets timers run, unless this tab polls and has heard of no other. */
  readonly onTick: () => void;
  readonly onBroken: () => void;
};

const tickInterval = 1_000;
/** A tab whose timers stood still for this long (ms) may have lost the lock without knowing. */
const lease = 2_500;
/** How long a polling tab may be silent before another takes over, ms: longer than the lease, and in a hidden tab than its timers. */
const patience = 3_500;
const hiddenPatience = 90_000;
const joinPatience = 500;
const latePatience = 10_000;

export function createElection(ports: ElectionPorts): Election {
  const { clocks, rank, isVisible } = ports;
  let pollerRank: TabRank | null = null;
  let isJoining = true;
  let isAway = false;
  let heardAt = momentOf(clocks);
  let tickedAt = heardAt;
  let followsSince = heardAt;
  let ticker: ReturnType<typeof setInterval> | undefined;

  const lock = createTabLock(ports.locks, ports.lockName, {
    onGranted() {
      isJoining = false;
      pollerRank = null;
      tickedAt = momentOf(clocks);
      ports.onElected();
    },
    onLost: follow,
    onBroken: ports.onBroken,
  });

  /** Waits for the lock. The present holder has as long as ever to give a sign of life. */
  function follow(): void {
    pollerRank = null;
    heardAt = momentOf(clocks);
    followsSince = heardAt;
    watch();
    ports.onFollow();
    lock.wait();
  }

  /** This tab was asleep, so the lock may be another's by now: asks for it anew, behind those who wait. */
  function renew(): void {
    lock.release();
    follow();
  }

  function consider(): void {
    if (isAway || lock.isHeld() || rank() === 0) return;
    const silence = elapsed(clocks, heardAt);
    const isGone = silence >= (isJoining ? joinPatience : isVisible() ? patience : hiddenPatience);
    const isBetter = pollerRank !== null && rank() > pollerRank;
    const isStuck = isVisible() && ports.isLate() && elapsed(clocks, followsSince) >= latePatience;
    if (isGone || isBetter || isStuck) takeOver();
  }

  function takeOver(): void {
    followsSince = momentOf(clocks);
    lock.steal();
  }

  function watch(): void {
    if (ticker !== undefined) return;
    tickedAt = momentOf(clocks);
    ticker = setInterval(tick, tickInterval);
  }

  function rest(): void {
    clearInterval(ticker);
    ticker = undefined;
  }

  function tick(): void {
    if (lock.isHeld() && !ports.hasOthers()) return rest();
    const wasAsleep = elapsed(clocks, tickedAt) > lease;
    tickedAt = momentOf(clocks);
    if (isAway) return;
    if (!lock.isHeld()) {
      // What this tab did not hear or get while it was asleep proves nothing.
      if (wasAsleep) heardAt = followsSince = tickedAt;
      consider();
    } else if (wasAsleep) renew();
    ports.onTick();
  }

  lock.wait();
  const joinTimer = setTimeout(consider, joinPatience);
  watch();

  return {
    isPoller: lock.isHeld,
    pollerRank: () => pollerRank,
    mayPoll() {
      if (isAway) return false;
      if (!lock.isHeld()) return isJoining;
      if (ticker === undefined || elapsed(clocks, tickedAt) <= lease) return true;
      renew();
      return false;
    },
    heard(theirs) {
      pollerRank = theirs;
      heardAt = momentOf(clocks);
      if (isJoining) {
        isJoining = false;
        ports.onFollow();
      }
      consider();
    },
    consider,
    takeOver,
    watch,
    goAway() {
      isAway = true;
      lock.release();
      ports.onFollow();
    },
    comeBack() {
      isAway = false;
      tickedAt = momentOf(clocks);
      follow();
    },
    stop() {
      clearTimeout(joinTimer);
      rest();
      isAway = true;
      lock.release();
    },
  };
}

type Moment = { readonly wall: number; readonly monotonic: number };

function momentOf({ wall, monotonic }: PageClocks): Moment {
  return { wall: wall(), monotonic: monotonic() };
}

/** Milliseconds since a moment, sleep included: the monotonic clock may stand still, and the wall clock may be set back. */
function elapsed({ wall, monotonic }: PageClocks, since: Moment): number {
  return Math.max(wall() - since.wall, monotonic() - since.monotonic);
}
