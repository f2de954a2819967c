import { longestTimer } from "../gateway/longestTimer.js";

/** Timers by name: setting one replaces the former of that name. */
export type NamedTimers<Name extends string> = {
  /** @param wait - ms; `Infinity` only clears the timer */
  readonly set: (name: Name, wait: number, run: () => void) => void;
  readonly has: (name: Name) => boolean;
  readonly clear: () => void;
};

export function createNamedTimers<Name extends string>(): NamedTimers<Name> {
  const timers = new Map<Name, ReturnType<typeof setTimeout>>();
  return {
    set(name, wait, run) {
      clearTimeout(timers.get(name));
      timers.delete(name);
      if (wait === Infinity) return;
      timers.set(
        name,
        setTimeout(
          () => {
            timers.delete(name);
            run();
          },
          Math.min(Math.max(wait, 0), longestTimer),
        ),
      );
    },
    has: (name) => timers.has(name),
    clear() {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
}
