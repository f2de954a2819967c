/** What is due at which virtual time, earliest first. Items are integers, so that 100,000 agents need no objects. */
export type Queue = {
  readonly add: (time: number, item: number) => void;
  /** Removes the earliest item and returns it; -1 when the queue is empty. Its time is in `time`. */
  readonly next: () => number;
  /** The time of the item that `next` returned last. */
  readonly time: () => number;
};

/** A binary heap. */
export function createQueue(): Queue {
  const times: number[] = [];
  const items: number[] = [];
  let lastTime = -Infinity;

  return {
    time: () => lastTime,
    add(time, item) {
      let at = times.length;
      while (at > 0) {
        const parent = (at - 1) >> 1;
        const parentTime = times[parent] ?? 0;
        if (parentTime <= time) break;
        times[at] = parentTime;
        items[at] = items[parent] ?? 0;
        at = parent;
      }
      times[at] = time;
      items[at] = item;
    },
    next() {
      const first = items[0];
      if (first === undefined) return -1;
      lastTime = times[0] ?? 0;
      const time = times.pop() ?? 0;
      const item = items.pop() ?? 0;
      const length = times.length;
      if (length === 0) return first;
      let at = 0;
      for (;;) {
        let child = 2 * at + 1;
        if (child >= length) break;
        if (child + 1 < length && (times[child + 1] ?? 0) < (times[child] ?? 0)) child++;
        const childTime = times[child] ?? 0;
        if (childTime >= time) break;
        times[at] = childTime;
        items[at] = items[child] ?? 0;
        at = child;
      }
      times[at] = time;
      items[at] = item;
      return first;
    },
  };
}
