import { render } from "@testing-library/react";
import { StrictMode } from "react";
import { beforeEach, expect, it, onTestFinished, vi } from "vitest";
import {
  createAgentSession,
  createGateway,
  createHoldListFeed,
  HoldListPanel,
  HoldListProvider,
  type HoldListProviderProps,
} from "../../../src/index.js";
import { createSimulator } from "../../../src/simulator/simulator.js";

/** What is open in the browser at present. */
const open = { locks: new Map<string, () => void>(), waiting: 0, channels: 0 };

beforeEach(() => {
  // The code for several tabs is loaded, and locks are granted, outside of React.
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", false);
  open.locks.clear();
  open.waiting = 0;
  open.channels = 0;
});

function stubBrowser({ request = requestLock, isForbidden = false } = {}) {
  Object.defineProperty(navigator, "locks", { configurable: true, value: { request } });
  onTestFinished(() => void Reflect.deleteProperty(navigator, "locks"));
  vi.stubGlobal(
    "BroadcastChannel",
    class {
      constructor() {
        if (isForbidden) throw new DOMException("opaque origin", "SecurityError");
        open.channels++;
      }
      postMessage() {}
      close() {
        open.channels--;
      }
    },
  );
}

/** Grants a lock that is free, and lets another request wait until its signal aborts. */
async function requestLock(name: string, { signal }: LockOptions, callback: () => Promise<unknown>): Promise<unknown> {
  await Promise.resolve();
  if (signal?.aborted === true) throw new DOMException("", "AbortError");
  if (open.locks.has(name)) {
    open.waiting++;
    return new Promise((_, reject) =>
      signal?.addEventListener("abort", () => {
        open.waiting--;
        reject(new DOMException("", "AbortError"));
      }),
    );
  }
  open.locks.set(name, () => {});
  await callback();
  open.locks.delete(name);
}

function renderProvider(settings: Partial<HoldListProviderProps> = {}) {
  const { fetch, ...simulator } = createSimulator();
  const send = vi.fn<typeof globalThis.fetch>((input, init) => fetch(input, init));
  const session = createAgentSession({ agentId: "291", guid: simulator.signIn("291") });
  const gateway = createGateway({ baseUrl: "https://gateway.invalid", fetch: send });
  const page = (more: Partial<HoldListProviderProps> = {}) => (
    <StrictMode>
      <HoldListProvider gateway={gateway} session={session} {...settings} {...more}>
        <HoldListPanel />
      </HoldListProvider>
    </StrictMode>
  );
  const { rerender, unmount, container } = render(page());
  const isReady = () => container.querySelector('[data-state="ready"]') !== null;
  return { session, send, unmount, isReady, set: (more: Partial<HoldListProviderProps>) => rerender(page(more)) };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 50));

it("holds one lock and one channel, and none after a sign-out, the option's change or the unmount", async () => {
  stubBrowser();
  const { session, unmount, set, isReady } = renderProvider();
  await vi.waitFor(() => expect([open.locks.size, open.channels]).toEqual([1, 1]));
  await vi.waitFor(() => expect(isReady()).toBe(true));
  const { session: agent } = session.getState();
  session.getState().signOut();
  await settle();
  expect([open.locks.size, open.waiting, open.channels]).toEqual([0, 0, 0]);
  session.getState().signIn({ agentId: "291", guid: agent?.guid ?? "" });
  await vi.waitFor(() => expect([open.locks.size, open.channels]).toEqual([1, 1]));
  set({ shareBetweenTabs: false });
  await settle();
  expect([open.locks.size, open.waiting, open.channels]).toEqual([0, 0, 0]);
  set({ shareBetweenTabs: true });
  await vi.waitFor(() => expect([open.locks.size, open.channels]).toEqual([1, 1]));
  unmount();
  await settle();
  expect([open.locks.size, open.waiting, open.channels]).toEqual([0, 0, 0]);
});

const refuse = () => Promise.reject(new DOMException("opaque origin", "SecurityError"));
it.each<[string, () => void]>([
  ["has no Web Locks", () => {}],
  ["refuses locks", () => stubBrowser({ request: refuse })],
  ["forbids the channel", () => stubBrowser({ isForbidden: true })],
])("polls by itself where the browser %s", async (_, stub) => {
  stub();
  const { send, isReady } = renderProvider({ pollInterval: 500 });
  await vi.waitFor(() => expect(isReady()).toBe(true));
  await vi.waitFor(() => expect(send.mock.calls.length).toBeGreaterThan(2), { timeout: 3_000 });
  expect([open.locks.size, open.channels]).toEqual([0, 0]);
});

it.each<[string, () => Partial<HoldListProviderProps>]>([
  ["a feed", () => ({ gateway: createHoldListFeed().gateway })],
  ["a simulator", () => ({ gateway: createGateway({ baseUrl: "", fetch: createSimulator().fetch }) })],
])("does not share the list of %s, which is the page's own", async (_, settings) => {
  stubBrowser();
  renderProvider(settings());
  await settle();
  expect([open.locks.size, open.channels]).toEqual([0, 0]);
});
