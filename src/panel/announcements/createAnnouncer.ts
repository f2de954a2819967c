import { callHost } from "../../session/callHost.js";
import { type AnnouncedState, initialAnnouncedState, isSilent } from "./AnnouncedState.js";
import { announceChange } from "./announceChange.js";
import type { Announcement, AnnouncementContext } from "./Announcement.js";

// All in ms.
const gatheringTime = 1_000;
const minimumInterval = 3_000;
const readingTime = 2_500;

/**
 * Announces changes. Those of one second are announced together, at most once in 3 s, and only while they are still true. The
 * labels and the mask are those of the moment of the announcement.
 */
export type Announcer = {
  /** Takes the present state of the list. */
  readonly update: (now: AnnouncedState, context: AnnouncementContext) => void;
  /**
   * Announces something beside the list. It replaces an earlier announcement with the same key that was not made yet; null
   * withdraws that one.
   * @param announcement - called when the announcement is made; null makes none
   */
  readonly announce: (key: string, announcement: (() => Announcement | null) | null) => void;
  /**
   * Suppresses the announcement of departures, for calls whose departure is announced with `announce`. The departure of a call
   * that is still `pending` is kept: it is announced later if the call is no longer suppressed by then.
   */
  readonly suppressDepartures: (
    callIds: ReadonlySet<string>,
    options: { readonly pending: ReadonlySet<string> },
  ) => void;
  readonly stop: () => void;
};

/** @param write - writes to a live region; null clears it, so that the same text can be announced again. */
export function createAnnouncer(write: (announcement: Announcement | null) => void): Announcer {
  let announced = initialAnnouncedState;
  let latest = initialAnnouncedState;
  let context: AnnouncementContext | null = null;
  let suppressed: ReadonlySet<string> = new Set();
  let pendingDepartures: ReadonlySet<string> = new Set();
  const queued = new Map<string, () => Announcement | null>();
  let lastWrite = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let clearing: ReturnType<typeof setTimeout> | undefined;

  /** Keeps the calls in the announced state whose departure is still pending. */
  function markAnnounced(): void {
    const { calls } = latest;
    const kept = calls === null ? [] : [...(announced.calls ?? [])].filter(([callId]) => pendingDepartures.has(callId));
    announced = calls === null || kept.length === 0 ? latest : { ...latest, calls: new Map([...kept, ...calls]) };
  }

  function change(): Announcement | null {
    return context === null ? null : announceChange(announced, latest, context, suppressed);
  }

  function announceNow(): void {
    timer = undefined;
    const announcements = [...[...queued.values()].map((make) => callHost(make, null)), change()].filter(
      (announcement) => announcement !== null,
    );
    markAnnounced();
    queued.clear();
    if (announcements.length === 0) return;
    lastWrite = performance.now();
    write({
      text: announcements.map(({ text }) => text).join(" "),
      urgent: announcements.some(({ urgent }) => urgent),
    });
    clearTimeout(clearing);
    clearing = setTimeout(() => write(null), readingTime);
  }

  function schedule(): void {
    if (queued.size > 0 || change() !== null) {
      timer ??= setTimeout(announceNow, Math.max(gatheringTime, lastWrite + minimumInterval - performance.now()));
      return;
    }
    markAnnounced();
    clearTimeout(timer);
    timer = undefined;
  }

  return {
    update(now, latestContext) {
      latest = now;
      context = latestContext;
      if (isSilent(now.condition)) {
        // At sign-out, nothing about the former agent's calls stays in the page.
        clearTimeout(clearing);
        queued.clear();
        write(null);
      }
      schedule();
    },
    announce(key, announcement) {
      if (announcement === null) queued.delete(key);
      else queued.set(key, announcement);
      schedule();
    },
    suppressDepartures(callIds, { pending }) {
      suppressed = callIds;
      pendingDepartures = pending;
    },
    stop() {
      clearTimeout(timer);
      clearTimeout(clearing);
      timer = undefined;
    },
  };
}
