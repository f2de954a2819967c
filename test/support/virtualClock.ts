// Imported before everything else: from here on, the page's timers and times are virtual. Requests and the browser's own tasks take
// real time, for which the virtual clock waits.

type Timer = { at: number; readonly every: number | null; readonly run: () => void };

/** The page's clocks, as the test moves them. Times are ms. */
export type VirtualClock = {
  /** Lets `ms` of virtual time pass. */
  readonly advance: (ms: number) => Promise<void>;
  /** Lets `ms` pass in which no timer runs. `stops`: whether the monotonic clock stands still meanwhile. */
  readonly sleep: (ms: number, stops: boolean) => void;
  /** Sets the wall clock forward or back. */
  readonly setWall: (ms: number) => void;
  /** Timers run only at multiples of this. @default 1 */
  readonly throttle: (grain: number) => void;
  /**
   * The longest real time that a request is waited for. After it the request counts as unanswered, and the clock goes on.
   * @default 1_000
   */
  readonly setPatience: (ms: number) => void;
  /** The time of a right clock, ms since 1970. */
  readonly truth: () => number;
  /** How many timers are set. */
  readonly timers: () => number;
};

const wait = setTimeout;
const start = Number(new URLSearchParams(location.search).get("now"));
const timers = new Map<number, Timer>();
const unanswered = new Set<object>();
// The monotonic clock, how long the machine slept while it stood still, and how far the wall clock is wrong.
let now = start;
let slept = 0;
let wallIsOff = 0;
let grain = 1;
let patience = 1_000;
let lastId = 0;

const timeFor = (delay: number) => Math.ceil((now + delay) / grain) * grain;

function add(run: unknown, ms: number | undefined, repeats: boolean, args: unknown[]): number {
  const delay = Math.max(Number(ms ?? 0) || 0, repeats ? 1 : 0);
  const call = () => {
    if (typeof run === "function") (run as (...all: unknown[]) => void)(...args);
  };
  timers.set(++lastId, { at: timeFor(delay), every: repeats ? delay : null, run: call });
  return lastId;
}

/** The virtual clock waits for this work of the network. */
function awaited<T>(work: Promise<T>): Promise<T> {
  const request = {};
  unanswered.add(request);
  return work.finally(() => unanswered.delete(request));
}

/** A response whose body the virtual clock waits for. It stays the browser's own, or it would lose its type. */
function withAwaitedBody(response: Response): Response {
  const { body } = response;
  if (body === null) return response;
  const getReader = body.getReader.bind(body) as () => ReadableStreamDefaultReader<Uint8Array>;
  const awaitedReader = () => {
    const reader = getReader();
    const read = reader.read.bind(reader);
    return Object.assign(reader, { read: () => awaited(read()) });
  };
  Object.assign(body, { getReader: awaitedReader });
  return Object.assign(response, {
    text: () => awaited(Response.prototype.text.call(response)),
    json: () => awaited(Response.prototype.json.call(response)),
  });
}

const remove = (id?: unknown) => void timers.delete(Number(id));
const RealDate = Date;
/** For requests that take no virtual time. */
export const realFetch = fetch.bind(globalThis);

const truth = () => Math.floor(now + slept);
const wall = () => Math.floor(now + slept + wallIsOff);

Object.assign(globalThis, {
  setTimeout: (run: unknown, ms?: number, ...args: unknown[]) => add(run, ms, false, args),
  setInterval: (run: unknown, ms?: number, ...args: unknown[]) => add(run, ms, true, args),
  clearTimeout: remove,
  clearInterval: remove,
  Date: class extends RealDate {
    constructor(...args: unknown[]) {
      super(...((args.length === 0 ? [wall()] : args) as [number]));
    }
    static override now = wall;
  },
  fetch: async (input: RequestInfo | URL, init?: RequestInit) => {
    const headers = new Headers(init?.headers);
    headers.set("X-Virtual-Time", String(truth()));
    return withAwaitedBody(await awaited(realFetch(input, { ...init, headers })));
  },
});

/** Requests for locks, for which the clock waits until the browser has granted or refused them. */
function withAwaitedGrants(locks: LockManager): LockManager["request"] {
  const request = locks.request.bind(locks) as (...args: unknown[]) => Promise<never>;
  return (...args: unknown[]) => {
    const callback = args.pop() as (lock: Lock | null) => unknown;
    let onDecided = () => {};
    void awaited(new Promise<void>((resolve) => (onDecided = resolve)));
    const decided = (lock: Lock | null) => {
      onDecided();
      return callback(lock);
    };
    const ended = request(...args, decided);
    ended.catch(() => onDecided());
    return ended;
  };
}

// Neither exists in every page of the tests.
if ("locks" in navigator && (navigator.locks as LockManager | undefined) !== undefined)
  Object.assign(navigator.locks, { request: withAwaitedGrants(navigator.locks) });
if ("subtle" in crypto) {
  const digest = crypto.subtle.digest.bind(crypto.subtle);
  Object.assign(crypto.subtle, { digest: (...args: Parameters<typeof digest>) => awaited(digest(...args)) });
}

performance.now = () => now - start;
Object.defineProperty(performance, "timeOrigin", { get: () => start });

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
  await settle();
  const end = now + ms;
  for (;;) {
    let next: [number, Timer] | null = null;
    for (const entry of timers) if (entry[1].at <= end && (next === null || entry[1].at < next[1].at)) next = entry;
    if (next === null) break;
    const [id, timer] = next;
    now = Math.max(now, timer.at);
    if (timer.every === null) timers.delete(id);
    else timer.at = timeFor(timer.every);
    timer.run();
    await settle();
  }
  now = end;
  // A timer that real time would have let a little later.
  await new Promise((resolve) => wait(resolve, 0));
}

export const virtualClock: VirtualClock = {
  advance,
  sleep(ms, stops) {
    if (stops) slept += ms;
    else now += ms;
  },
  setWall: (ms) => void (wallIsOff += ms),
  throttle: (ms) => void (grain = ms),
  setPatience: (ms) => void (patience = ms),
  truth,
  timers: () => timers.size,
};
