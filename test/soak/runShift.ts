import type { Browser, CDPSession, Page } from "playwright";
import type { Fault } from "../../src/simulator/simulator.js";
import { createRandom, type Random } from "../storm/createRandom.js";
import type { Command, Report } from "./Command.js";
import type { Sample } from "./growth.js";
import { serveShift, type ShiftServer } from "./serveShift.js";

/** What a shift showed. */
export type Shift = {
  /** The page's figures over time, after a forced collection of garbage and with the same three calls on hold. */
  readonly figures: Readonly<Record<Figure, readonly Sample[]>>;
  /** How often rows and calls were compared, and what differed. */
  readonly checks: number;
  readonly differences: readonly string[];
  /** Hold-list requests, and the most that the poll policy allows for this shift. */
  readonly polls: number;
  readonly mostPolls: number;
  readonly renewals: number;
  readonly faults: number;
  readonly calls: number;
  readonly errors: readonly string[];
};

const figureNames = ["heap", "code", "nodes", "listeners", "timers", "queries", "storage"] as const;
export type Figure = (typeof figureNames)[number];

type ShiftOptions = {
  readonly browser: Browser;
  /** The folder of the built page. */
  readonly folder: string;
  readonly hours: number;
  /** Minutes between two samples. */
  readonly sampleEvery: number;
  readonly seed: number;
};

const agentId = "291";
const start = Date.UTC(2026, 2, 5, 9);
const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** Agents' polls are at least this far apart, ms: the interval less its jitter. */
const leastGap = { visible: 1_800, events: 27_000 };

const faults: readonly [Fault, ...Fault[]] = [
  { kind: "disconnect", on: "holdList" },
  { kind: "silence", on: "holdList" },
  { kind: "http", status: 503, on: "holdList" },
  { kind: "http", status: 429, retryAfter: "20", on: "holdList" },
  { kind: "retcode", retcode: "100-007" },
  { kind: "retcode", retcode: "000-004" },
  { kind: "retcode", retcode: "100-006", times: 1 },
  { kind: "body", body: "<html>", contentType: "text/html", on: "holdList" },
];

/** Works a shift in a browser on virtual time. Each quarter is like the one before: calls, faults, renewals, and a sign-out. */
export async function runShift({ browser, folder, hours, sampleEvery, seed }: ShiftOptions): Promise<Shift> {
  const server = await serveShift(folder, start);
  const { simulator } = server;
  const context = await browser.newContext({
    locale: "en-US",
    timezoneId: "UTC",
    viewport: { width: 360, height: 900 },
  });
  const page = await context.newPage();
  const errors = collectErrors(page);
  const cdp = await context.newCDPSession(page);
  const figures: Record<Figure, Sample[]> = {
    heap: [],
    code: [],
    nodes: [],
    listeners: [],
    timers: [],
    queries: [],
    storage: [],
  };
  const differences: string[] = [];
  const end = start + hours * hour;
  let now = start;
  let mostPolls = 0;
  let checks = 0;
  let faultCount = 0;
  let calls = 0;
  let eventsPassed = false;
  let mayPushEvents = false;
  const events: unknown[] = [];
  simulator.observeEvents(agentId, (envelope) => mayPushEvents && events.push(envelope));

  let last: Report | null = null;
  const command = async (next: Command) => void (last = await server.command(next));
  const open = async () => {
    const ready = server.pageIsReady();
    await page.goto(`${server.address}?now=${now}`);
    await ready;
    await signIn();
  };
  const signIn = async () => {
    await command({ kind: "events", passed: eventsPassed });
    await command({ kind: "sign-in" });
    mostPolls += 2;
  };
  const pass = async (ms: number) => {
    now += ms;
    mostPolls += ms / (eventsPassed ? leastGap.events : leastGap.visible) + 1;
    await command({ kind: "advance", ms });
  };
  /** Passes on what the gateway pushed. Each event may poll once, and once more when it came during a poll. */
  const pushEvents = async () => {
    mostPolls += events.length * 2;
    for (const envelope of events.splice(0)) await command({ kind: "event", envelope });
  };
  const hold = () => {
    calls++;
    return simulator.holdCall(agentId, {
      callId: `${1_501_100_000 + calls}-2`,
      caller: String(13_800_000_000 + calls),
    });
  };
  const shownCalls = () => last?.shown ?? [];
  const check = () => {
    checks++;
    const held = simulator.agent(agentId).heldCalls.map(({ callId }) => callId);
    const shown = shownCalls();
    if ([...held].sort().join() !== [...shown].sort().join())
      differences.push(`${timeOf(now)}: on hold ${held.join(", ")}, shown ${shown.join(", ")}`);
  };
  const sample = async () => {
    simulator.clearFaults();
    for (const { callId } of simulator.agent(agentId).heldCalls) simulator.endCall(agentId, callId);
    for (let count = 0; count < 3; count++) hold();
    await pushEvents();
    await pass(45 * second);
    check();
    const measured = { ...(await measure(cdp)), ...last };
    for (const name of figureNames) figures[name].push({ hours: (now - start) / hour, value: measured[name] ?? NaN });
  };

  try {
    await open();
    let nextSample = start;
    for (let step = 0; now < end; step++) {
      const random = createRandom(seed, step);
      if (now >= nextSample) {
        nextSample += sampleEvery * minute;
        await sample();
        const index = figures.heap.length;
        // Events are passed on in every other time between two samples; the signs of life of a queue end with it.
        eventsPassed = index % 2 === 0;
        mayPushEvents = eventsPassed;
        await command({ kind: "events", passed: eventsPassed });
        if (!eventsPassed) mostPolls += 2;
        if (now - start < (hours * hour) / 2) await open();
        else {
          await command({ kind: "sign-out" });
          await pass(second);
          await signIn();
        }
        // After a change of pace the old one lasts for up to 20 s.
        mostPolls += (20 * second) / leastGap.visible;
      }
      changeCalls(simulator, random, hold);
      await pushEvents();
      if (random.chance(0.1)) {
        faultCount++;
        await fail(random);
      }
      await pass(random.between(4, 30) * second + (eventsPassed ? 2 * second : 0));
      check();
    }
    await sample();
  } finally {
    await context.close();
    await server.close();
  }
  const { polls, renewals } = server;
  return {
    figures,
    checks,
    differences,
    polls: polls(),
    mostPolls: Math.round(mostPolls),
    renewals: renewals(),
    faults: faultCount,
    calls,
    errors,
  };

  /** A fault of a minute and the time to recover from it, of up to 30 s. The list must stay, and be in doubt. */
  async function fail(random: Random): Promise<void> {
    await pass((eventsPassed ? 34 : 4) * second);
    const before = shownCalls();
    simulator.order(random.pick(faults));
    await pass(minute);
    const isOrdered = simulator.faults.length > 0;
    if (isOrdered && last?.condition === "current") differences.push(`${timeOf(now)}: no doubt in spite of a fault`);
    const during = shownCalls();
    if (before.join() !== during.join()) differences.push(`${timeOf(now)}: ${before.join()} became ${during.join()}`);
    simulator.clearFaults();
    mostPolls += minute / leastGap.visible + 10;
    await pass(45 * second);
  }
}

function changeCalls({ agent, endCall }: ShiftServer["simulator"], random: Random, hold: () => void): void {
  const { heldCalls } = agent(agentId);
  const held = random.pickAny(heldCalls);
  if (heldCalls.length < 6 && random.chance(0.4)) hold();
  if (held !== undefined && random.chance(0.4))
    endCall(agentId, held.callId, random.pick(["customer", "retrieved", "released"]));
}

async function measure(cdp: CDPSession) {
  const heap = await heapSize(cdp);
  const { nodes, jsEventListeners } = await cdp.send("Memory.getDOMCounters");
  return { ...heap, nodes, listeners: jsEventListeners };
}

/** The part of a heap snapshot that is used here. The nodes are one list of numbers, with the same fields for each node. */
type HeapSnapshot = {
  readonly snapshot: { readonly meta: { readonly node_fields: readonly string[]; readonly node_types: unknown[] } };
  readonly nodes: readonly number[];
};

/**
 * The bytes of all objects after a forced collection, and apart from them those of compiled code: the engine compiles one function
 * after the other for hours, once each has run often enough.
 */
async function heapSize(cdp: CDPSession): Promise<{ heap: number; code: number }> {
  const chunks: string[] = [];
  const onChunk = ({ chunk }: { chunk: string }) => void chunks.push(chunk);
  cdp.on("HeapProfiler.addHeapSnapshotChunk", onChunk);
  await cdp.send("HeapProfiler.collectGarbage");
  await cdp.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  cdp.off("HeapProfiler.addHeapSnapshotChunk", onChunk);
  const { snapshot, nodes } = JSON.parse(chunks.join("")) as HeapSnapshot;
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const codeType = (types[0] as string[]).indexOf("code");
  const [typeAt, sizeAt] = [fields.indexOf("type"), fields.indexOf("self_size")];
  let [heap, code] = [0, 0];
  for (let node = 0; node < nodes.length; node += fields.length) {
    const size = nodes[node + sizeAt] ?? NaN;
    if (nodes[node + typeAt] === codeType) code += size;
    else heap += size;
  }
  return { heap, code };
}

/** Uncaught errors, and errors and warnings in the console, except those of failed requests. */
function collectErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    const isNetwork = message.text().startsWith("Failed to load resource");
    if (!isNetwork && ["error", "warning"].includes(message.type())) errors.push(message.text());
  });
  return errors;
}

function timeOf(now: number): string {
  return new Date(now).toISOString().slice(11, 19);
}
