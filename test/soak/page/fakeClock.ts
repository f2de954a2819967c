// Imported before everything else: from here on, the page's timers and times are virtual. Requests and the browser's own tasks take
// real time, for which the virtual clock waits.

type Timer = { at: number; readonly every: number | null; readonly run: () => void };

/** The page's clock, as the test moves it. */
export type FakeClock = {
  /** Lets `ms` of virtual time pass. */
  readonly advance: (ms: number) => Promise<void>;
  readonly now: () => number;
  /** How many timers are set. */
  readonly timers: () => number;
};

/** The longest real time that a request is waited for, ms. After it the request counts as unanswered, and the clock goes on. */
const patience = 1_000;

const wait = setTimeout;
const start = Number(new URLSearchParams(location.search).get("now"));
const timers = new Map<number, Timer>();
const unanswered = new Set<object>();
let now = start;
let lastId = 0;

function add(run: unknown, ms: number | undefined, repeats: boolean, args: unknown[]): number {
  const delay = Math.max(Number(ms ?? 0) || 0, repeats ? 1 : 0);
  const call = () => {
    if (typeof run === "function") (run as (...all: unknown[]) => void)(...args);
  };
  timers.set(++lastId, { at: now + delay, every: repeats ? delay : null, run: call });
  return lastId;
}

const remove = (id?: unknown) => void timers.delete(Number(id));
const RealDate = Date;
/** For requests that take no virtual time. */
export const realFetch = fetch.bind(globalThis);

Object.assign(globalThis, {
  setTimeout: (run: unknown, ms?: number, ...args: unknown[]) => add(run, ms, false, args),
  setInterval: (run: unknown, ms?: number, ...args: unknown[]) => add(run, ms, true, args),
  clearTimeout: remove,
  clearInterval: remove,
  Date: class extends RealDate {
    constructor(...args: unknown[]) {
      super(...((args.length === 0 ? [now] : args) as [number]));
    }
    static override now = () => Math.floor(now);
  },
  fetch: async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = {};
    unanswered.add(request);
    const headers = new Headers(init?.headers);
    headers.set("X-Virtual-Time", String(Math.floor(now)));
    try {
      const response = await realFetch(input, { ...init, headers });
      // Read at once, so that the virtual clock stands still until the whole answer is there.
      const body = await response.arrayBuffer();
      return new Response([204, 304].includes(response.status) ? null : body, response);
    } finally {
      unanswered.delete(request);
    }
  },
});
performance.now = () => now - start;

const channel = new MessageChannel();
const nextTask = () =>
  new Promise<void>((resolve) => {
    channel.port1.onmessage = () => resolve();
    channel.port2.postMessage(null);
  });

/** React commits in a task of its own, and a request may follow from an answer. */
async function settle(): Promise<void> {
  await nextTask();
  const from = RealDate.now();
  while (unanswered.size > 0 && RealDate.now() - from < patience) await nextTask();
  unanswered.clear();
  await nextTask();
}

async function advance(ms: number): Promise<void> {
  const end = now + ms;
  for (;;) {
    let next: [number, Timer] | null = null;
    for (const entry of timers) if (entry[1].at <= end && (next === null || entry[1].at < next[1].at)) next = entry;
    if (next === null) break;
    const [id, timer] = next;
    now = Math.max(now, timer.at);
    if (timer.every === null) timers.delete(id);
    else timer.at = now + timer.every;
    timer.run();
    await settle();
  }
  now = end;
  // A timer that real time would have let a little later.
  await new Promise((resolve) => wait(resolve, 0));
}

export const fakeClock: FakeClock = { advance, now: () => now, timers: () => timers.size };
