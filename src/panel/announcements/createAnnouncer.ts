import {
  type Announcement,
  announcement,
  type AnnouncedState,
  initialAnnouncedState,
  type AnnouncementContext,
} from "./announcement.js";

const gather = 1_000;
const leastPause = 3_000;
const readingTime = 2_500;

/** Says changes: gathered for 1 s, at most one sentence in 3 s, and only what is still true when it is said. */
export type Announcer = {
  readonly update: (now: AnnouncedState, speech: AnnouncementContext) => void;
  /**
   * Says something beside the list, in the words of the moment when it is said, and in place of what was to be said under the
   * same key; null: it is no longer true.
   */
  readonly announce: (key: string, sentence: (() => Announcement | null) | null) => void;
  /**
   * The calls whose departure is told of in that way, and not once more. Those that are still `open` may yet not be told of so:
   * then their departure is news, however long ago it was.
   */
  readonly spare: (callIds: ReadonlySet<string>, open: ReadonlySet<string>) => void;
  readonly stop: () => void;
};

/** @param say - puts a sentence into a live region; null takes it out again, so that the same one can be said anew. */
export function createAnnouncer(say: (announcement: Announcement | null) => void): Announcer {
  let heard = initialAnnouncedState;
  let latest = initialAnnouncedState;
  // The words and the mask of the moment when it is said, not of when it came up.
  let speech: AnnouncementContext;
  let spared: ReadonlySet<string> = new Set();
  let open: ReadonlySet<string> = spared;
  const told = new Map<string, () => Announcement | null>();
  let spokenAt = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let clearing: ReturnType<typeof setTimeout> | undefined;

  /** What has been heard by now: all, but for the departures that are still open. */
  function heardNow(): AnnouncedState {
    if (latest.calls === null) return latest;
    const owed = [...(heard.calls ?? [])].filter(([callId]) => open.has(callId));
    return owed.length === 0 ? latest : { ...latest, calls: new Map([...owed, ...latest.calls]) };
  }

  function speak() {
    timer = undefined;
    const change = announcement(heard, latest, speech, spared);
    const sentences = [...[...told.values()].map((sentence) => sentence()), change].filter((one) => one !== null);
    heard = heardNow();
    told.clear();
    if (sentences.length === 0) return;
    spokenAt = Date.now();
    say({ text: sentences.map(({ text }) => text).join(" "), urgent: sentences.some(({ urgent }) => urgent) });
    clearTimeout(clearing);
    clearing = setTimeout(() => say(null), readingTime);
  }

  function schedule() {
    const isNews = told.size > 0 || announcement(heard, latest, speech, spared) !== null;
    if (isNews) timer ??= setTimeout(speak, Math.max(gather, spokenAt + leastPause - Date.now()));
    else {
      heard = heardNow();
      clearTimeout(timer);
      timer = undefined;
    }
  }

  return {
    update(now, latestSpeech) {
      latest = now;
      speech = latestSpeech;
      if (now.standing === "silent") {
        // What was said of a sign-in's calls goes with its list.
        clearTimeout(clearing);
        told.clear();
        say(null);
      }
      schedule();
    },
    announce(key, sentence) {
      if (sentence === null) told.delete(key);
      else told.set(key, sentence);
      schedule();
    },
    spare(callIds, stillOpen) {
      spared = callIds;
      open = stillOpen;
    },
    stop() {
      clearTimeout(timer);
      clearTimeout(clearing);
      timer = undefined;
    },
  };
}
