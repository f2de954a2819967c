import type { AttentionLevel } from "../../hold-list/attention.js";

/** Plays the reminder tones of all calls. */
export type Reminders = {
  /** Takes the calls that are held long and are neither acknowledged nor snoozed. */
  readonly update: (unacknowledged: ReadonlyMap<string, AttentionLevel>) => void;
  readonly stop: () => void;
};

type Reminder = { due: number; tonesLeft: number };

const interval = 20_000; // ms
const tonesPerCrossing = 3;
// Tones that are due within this time (ms) are played as one.
const shared = 1_000;

const rank = (level: AttentionLevel | undefined): number => (level === "too-long" ? 2 : level === "long" ? 1 : 0);

/**
 * Creates the reminders of a panel. Each crossing of a threshold plays three tones: at once, after 20 s and after 40 s. Crossings
 * at the same moment share their tones. A call that leaves `unacknowledged` ends its own tones, and no others.
 * @param initial - levels that were crossed before; they play nothing
 * @param play - plays one tone
 */
export function createReminders(initial: ReadonlyMap<string, AttentionLevel>, play: () => void): Reminders {
  let levels = initial;
  const reminders = new Map<string, Reminder>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function playDue(): void {
    const now = performance.now();
    let isDue = false;
    for (const [callId, reminder] of reminders) {
      if (reminder.due > now + shared) continue;
      isDue = true;
      reminder.due = now + interval;
      if (--reminder.tonesLeft === 0) reminders.delete(callId);
    }
    if (isDue) play();
    schedule();
  }

  function schedule(): void {
    clearTimeout(timer);
    const next = [...reminders.values()].reduce((earliest, { due }) => Math.min(earliest, due), Infinity);
    if (next < Infinity) timer = setTimeout(playDue, next - performance.now());
  }

  return {
    update(unacknowledged) {
      const before = levels;
      levels = unacknowledged;
      for (const callId of reminders.keys()) if (!levels.has(callId)) reminders.delete(callId);
      const crossed = [...levels].filter(([callId, level]) => rank(level) > rank(before.get(callId)));
      for (const [callId] of crossed) reminders.set(callId, { due: performance.now(), tonesLeft: tonesPerCrossing });
      if (crossed.length > 0) playDue();
      else schedule();
    },
    stop() {
      clearTimeout(timer);
      reminders.clear();
    },
  };
}
