import { AsyncLocalStorage } from "node:async_hooks";
import { createHash } from "node:crypto";
import { QueryObserver } from "@tanstack/react-query";
import { onTestFinished, vi } from "vitest";
import type { Gateway, HoldListRequest } from "../../../src/gateway/Gateway.js";
import { GatewayError, type GatewayFailure } from "../../../src/gateway/GatewayError.js";
import type { HoldListAnswer } from "../../../src/gateway/parseHoldList.js";
import { createCallTracker } from "../../../src/hold-list/createCallTracker.js";
import { createHoldListPoller } from "../../../src/hold-list/createHoldListPoller.js";
import { createPollTriggers } from "../../../src/hold-list/createPollTriggers.js";
import { createTabs } from "../../../src/hold-list/tabs/createTabs.js";
import { createTabSharing } from "../../../src/hold-list/tabs/createTabSharing.js";
import type { PageChange, TabEnvironment } from "../../../src/hold-list/tabs/TabEnvironment.js";
import type { TabSharing } from "../../../src/hold-list/tabs/TabSharing.js";
import { createAgentSession } from "../../../src/session/createAgentSession.js";

/** A tab as far as the browser runs it: a frozen one keeps its work for later, a crashed one never does it. */
type Page = { state: "running" | "frozen" | "gone"; backlog: (() => void)[] };

export type Tab = ReturnType<ReturnType<typeof createTabGroup>["open"]>;
export type TabOptions = { guid?: string; agentId?: string; isVisible?: boolean; shares?: boolean };

const intervals = { visible: 2_000, hidden: 15_000, events: 30_000 };

/**
 * The tabs of one browser in one process, under fake timers: with Web Locks, a BroadcastChannel and a gateway that counts requests.
 * Timers, messages and lock callbacks of a frozen tab wait until it thaws.
 */
export function createTabGroup() {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
  const pages = new AsyncLocalStorage<Page>();
  const run = (page: Page | undefined, work: () => void) => {
    if (page === undefined) return work();
    if (page.state === "frozen") page.backlog.push(() => run(page, work));
    else if (page.state === "running") pages.run(page, work);
  };
  for (const name of ["setTimeout", "setInterval"] as const) {
    const original = globalThis[name] as unknown as (work: () => void, ms?: number) => unknown;
    vi.stubGlobal(name, (work: (...given: unknown[]) => void, ms?: number, ...given: unknown[]) => {
      const page = pages.getStore();
      return original(() => run(page, () => work(...given)), ms);
    });
  }
  onTestFinished(() => void vi.unstubAllGlobals());

  const locks = createLocks();
  const channels = createChannels();
  const requests: { tab: Tab | undefined; guid: string; at: number }[] = [];
  const gateway = {
    list: [] as readonly string[],
    refusedGuids: new Set<string>(),
    failure: null as GatewayFailure | null,
  };

  function answer(tab: { isCutOff: boolean }, { guid }: HoldListRequest): HoldListAnswer {
    if (tab.isCutOff) throw new GatewayError({ kind: "network" });
    if (gateway.refusedGuids.has(guid))
      throw new GatewayError({ kind: "retcode", retcode: "100-006", gatewayMessage: "" });
    if (gateway.failure !== null) throw new GatewayError(gateway.failure);
    const calls = gateway.list.map((callId) => ({
      callId,
      callType: 0,
      caller: "10086",
      called: "4008",
      skill: "voice",
    }));
    return { calls, unreadable: [] };
  }

  function open({ guid = "guid-of-all", agentId = "291", isVisible = true, shares = true }: TabOptions = {}) {
    const page: Page = { state: "running", backlog: [] };
    return pages.run(page, () => openIn(page, { guid, agentId, isVisible, shares }));
  }

  function openIn(page: Page, { guid, agentId, isVisible, shares }: Required<TabOptions>) {
    const network = { isCutOff: false };
    const view = { isVisible, isOnline: true };
    const listeners = new Set<(change: PageChange) => void>();
    const session = createAgentSession({ agentId, guid });
    const { signIn } = session.getState().session ?? { signIn: 0 };
    const ownGateway: Gateway = {
      baseUrl: "https://gateway.example",
      fetchHoldList: (request) => {
        requests.push({ tab, guid: request.guid, at: Date.now() });
        return new Promise((resolve, reject) => {
          setTimeout(() => {
            try {
              resolve(answer(network, request));
            } catch (error) {
              // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- a GatewayError
              reject(error);
            }
          }, 20);
        });
      },
      send: vi.fn(),
    };
    const clocks = { wall: () => Date.now(), monotonic: () => performance.now() };
    const tracker = createCallTracker({ attention: { long: 60_000, tooLong: 180_000 } }, clocks, () => null);
    tracker.setRequester({ baseUrl: ownGateway.baseUrl, agentId, signIn, supervised: null });
    tracker.retain();
    const tabs = createTabs();
    const poller = createHoldListPoller(tracker, tabs, { gateway: ownGateway, session, intervals });
    const triggers = createPollTriggers(poller, tracker);
    const environment: TabEnvironment = {
      pageId: `page ${signIn}`,
      clocks,
      locks: locks.of(page, run),
      openChannel: (name, onMessage) => channels.open(name, (data) => run(page, () => onMessage(data))),
      isVisible: () => view.isVisible,
      isOnline: () => view.isOnline,
      onPageChange(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      digest: (salt, secret) =>
        Promise.resolve(
          createHash("sha256")
            .update(salt + secret)
            .digest("hex")
            .slice(0, 8),
        ),
    };
    const change = (kind: PageChange) => pages.run(page, () => listeners.forEach((listener) => listener(kind)));
    const pace = () => (view.isVisible ? "visible" : "hidden");
    const observer = new QueryObserver(poller.client, poller.options(pace()));
    const follow = () => {
      tracker.setPace(pace(), intervals[pace()]);
      observer.setOptions(poller.options(pace()));
    };
    const stopObserver = observer.subscribe(() => {});
    tabs.store.subscribe(follow);
    tracker.setPace(pace(), intervals[pace()]);
    session.subscribe((now, before) => {
      if (now.events !== before.events) {
        tracker.applyEvents(now.events);
        triggers.askForEvent();
      }
      if (now.session?.guid === before.session?.guid || tracker.store.getState().poll.refusals === 0) return;
      tracker.applyNewGuid();
      void poller.refresh();
    });
    let sharing: TabSharing | null = null;
    if (shares)
      sharing = createTabSharing(
        {
          scope: agentId,
          tracker,
          session,
          hasEvents: true,
          intervals: () => intervals,
          poll: poller.poll,
          askForEvent: triggers.askForEvent,
          onRole: (polls) => tabs.store.setState({ polls }),
          onBroken: () => tabs.store.setState({ sharing: null, polls: true }),
        },
        environment,
      );
    tabs.store.setState({ sharing });
    const end = () => {
      stopObserver();
      sharing?.leave();
      tabs.store.setState({ sharing: null, polls: false });
      poller.cancel();
      tracker.dispose();
    };
    const tab = {
      gateway: ownGateway,
      tabs,
      session,
      tracker,
      poller,
      network,
      sharing: () => sharing,
      list: () => tracker.store.getState().list,
      /** What the agent sees of the list, and its age. */
      shown: () => {
        const { answer, condition, doubt, poll } = tracker.store.getState();
        return { answer, condition, doubt, answeredAt: poll.answeredAt };
      },
      calls: () => tracker.store.getState().answer?.calls.map(({ callId }) => callId),
      times: () =>
        [...tracker.store.getState().since].map(
          ([callId, since]) => `${callId} ${Math.round(tracker.heldFor(since) / 100)} ${since.certainty.kind}`,
        ),
      show(isVisible: boolean) {
        view.isVisible = isVisible;
        follow();
        change("rank");
        if (isVisible) pages.run(page, () => triggers.ask());
      },
      setOnline(isOnline: boolean) {
        view.isOnline = isOnline;
        network.isCutOff = !isOnline;
        change("rank");
      },
      close: () => pages.run(page, end),
      signOut() {
        pages.run(page, () => {
          session.getState().signOut();
          end();
        });
      },
      /** The browser ends the tab's process and gives its locks to others. */
      crash() {
        page.state = "gone";
        locks.drop(page);
      },
      freeze({ tellsPage = false } = {}) {
        if (tellsPage) change("away");
        page.state = "frozen";
      },
      thaw({ tellsPage = false } = {}) {
        page.state = "running";
        // The timers that are due may run before anything else does.
        for (const work of page.backlog.splice(0)) work();
        if (tellsPage) change("back");
      },
    };
    return tab;
  }

  return {
    open,
    gateway,
    requests,
    channels,
    locks,
    wait: (ms: number) => vi.advanceTimersByTimeAsync(ms),
    /** The tabs that sent requests during some time, each as often as it did. */
    askersDuring: async (ms: number) => {
      const from = requests.length;
      await vi.advanceTimersByTimeAsync(ms);
      return requests.slice(from).map(({ tab }) => tab);
    },
  };
}

type Waiting = { page: Page; grant: () => Promise<unknown>; settle: (end: Promise<unknown>) => void };
type Held = { page: Page; rob: () => void };

/** Web Locks: exclusive ones with `signal` and `steal`. */
function createLocks() {
  const held = new Map<string, Held>();
  const queues = new Map<string, Waiting[]>();

  function next(name: string): void {
    if (held.has(name)) return;
    const first = queues.get(name)?.shift();
    if (first !== undefined) grant(name, first);
  }

  function grant(name: string, { page, grant: callback, settle }: Waiting): void {
    const own: Held = { page, rob: () => {} };
    held.set(name, own);
    const end = () => {
      if (held.get(name) !== own) return;
      held.delete(name);
      next(name);
    };
    settle(
      new Promise((resolve, reject) => {
        own.rob = () => reject(new DOMException("stolen", "AbortError"));
        void Promise.resolve().then(callback).then(resolve, reject);
      }).finally(end),
    );
  }

  return {
    of(page: Page, run: (page: Page, work: () => void) => void): LockManager {
      const request = (name: string, options: LockOptions, callback: () => Promise<unknown>) =>
        new Promise((resolve, reject) => {
          const inPage = (work: () => void) => () => run(page, work);
          const waiting: Waiting = {
            page,
            grant: () => new Promise((done) => run(page, () => void done(callback()))),
            settle: (end) =>
              void end.then(
                (value) => run(page, () => resolve(value)),
                (error: Error) => run(page, () => reject(error)),
              ),
          };
          if (options.steal === true) {
            const former = held.get(name);
            held.delete(name);
            grant(name, waiting);
            former?.rob();
            return;
          }
          const queue = queues.get(name) ?? [];
          queues.set(name, queue);
          queue.push(waiting);
          options.signal?.addEventListener("abort", () => {
            const index = queue.indexOf(waiting);
            if (index < 0) return;
            queue.splice(index, 1);
            inPage(() => reject(new DOMException("aborted", "AbortError")))();
          });
          next(name);
        });
      return { request } as unknown as LockManager;
    },
    drop(page: Page) {
      for (const queue of queues.values())
        for (const waiting of queue.filter((one) => one.page === page)) queue.splice(queue.indexOf(waiting), 1);
      for (const [name, { page: holder }] of [...held])
        if (holder === page) {
          held.delete(name);
          next(name);
        }
    },
    heldCount: () => held.size,
    waitingCount: () => [...queues.values()].reduce((sum, queue) => sum + queue.length, 0),
  };
}

/** BroadcastChannels: each message is cloned and reaches all others of its name in a later task. */
function createChannels() {
  const open = new Map<string, Set<(data: unknown) => void>>();
  const traffic: unknown[] = [];
  function post(name: string, message: unknown, sender?: (data: unknown) => void): void {
    traffic.push(structuredClone(message));
    for (const receive of open.get(name) ?? [])
      if (receive !== sender) void Promise.resolve().then(() => receive(structuredClone(message)));
  }
  return {
    traffic,
    /** Sends as another script of the origin, to all channels. */
    postToAll: (message: unknown) => [...open.keys()].forEach((name) => post(name, message)),
    openCount: () => [...open.values()].reduce((sum, { size }) => sum + size, 0),
    open: (name: string, receive: (data: unknown) => void) => {
      const members = open.get(name) ?? new Set();
      open.set(name, members.add(receive));
      return {
        post: (message: unknown) => {
          if (members.has(receive)) post(name, message, receive);
        },
        close: () => members.delete(receive),
      };
    },
  };
}
