import { type Announcement, announcement, type Heard, nothingHeard, type Speech } from "./announcement.js";

const gather = 1_000;
const leastPause = 3_000;
const readingTime = 2_500;

/** Says changes: gathered for 1 s, at most one sentence in 3 s, and only what is still true when it is said. */
export type Announcer = {
  readonly update: (now: Heard, speech: Speech) => void;
  readonly stop: () => void;
};

/** @param say - puts a sentence into a live region; null takes it out again, so that the same one can be said anew. */
export function createAnnouncer(say: (announcement: Announcement | null) => void): Announcer {
  let heard = nothingHeard;
  let latest = nothingHeard;
  // The words and the mask of the moment when it is said, not of when it came up.
  let speech: Speech;
  let spokenAt = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let clearing: ReturnType<typeof setTimeout> | undefined;

  function speak() {
    timer = undefined;
    const sentence = announcement(heard, latest, speech);
    heard = latest;
    if (sentence === null) return;
    spokenAt = Date.now();
    say(sentence);
    clearTimeout(clearing);
    clearing = setTimeout(() => say(null), readingTime);
  }

  return {
    update(now, latestSpeech) {
      latest = now;
      speech = latestSpeech;
      if (now.standing === "silent") {
        // What was said of a sign-in's calls goes with its list.
        clearTimeout(clearing);
        say(null);
      }
      if (announcement(heard, now, speech) === null) {
        heard = now;
        clearTimeout(timer);
        timer = undefined;
      } else timer ??= setTimeout(speak, Math.max(gather, spokenAt + leastPause - Date.now()));
    },
    stop() {
      clearTimeout(timer);
      clearTimeout(clearing);
      timer = undefined;
    },
  };
}
