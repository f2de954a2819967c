import { act, fireEvent, render, screen } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import {
  createAgentSession,
  createGateway,
  createHoldListFeed,
  en,
  type HoldListFeed,
  type HoldListFeedOptions,
  HoldListPanel,
  HoldListProvider,
  retrieve,
} from "../../src/index.js";
import { createSimulator } from "../../src/simulator/simulator.js";
import { passTime } from "../support/renderPanel.js";

const agent = { agentId: "291", guid: "a-guid-of-the-hosts" };
const call = (callId: string) => ({ callId, callType: 0, caller: `7${callId}`, called: "10086", skill: "" });
const network = { kind: "network" } as const;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2026, 2, 5, 10, 42, 7), toFake: undefined });
});

describe("the gateway of a feed", () => {
  /** Requests the list and records its age. */
  async function fetchFrom({ gateway }: HoldListFeed) {
    let age = 0;
    const { calls } = await gateway.fetchHoldList({ ...agent, onAge: (ms) => (age = ms) });
    return { callIds: calls.map(({ callId }) => callId), age };
  }

  it("lists a repeated call ID once", async () => {
    const feed = createHoldListFeed();
    feed.push([call("1-1"), call("1-1")]);
    expect((await fetchFrom(feed)).callIds).toEqual(["1-1"]);
  });

  it("answers with the last of several pushes of one task, whether the request came before, between or after", async () => {
    const feed = createHoldListFeed();
    const requests = [fetchFrom(feed)];
    for (const callId of ["1-1", "2-2", "3-3"]) {
      feed.push([call(callId)]);
      requests.push(fetchFrom(feed));
    }
    for (const { callIds } of await Promise.all(requests)) expect(callIds).toEqual(["3-3"]);
  });

  it("fails when a failure follows a push in the same task, and answers when a push follows a failure", async () => {
    const feed = createHoldListFeed();
    feed.push([call("1-1")]);
    const failing = fetchFrom(feed);
    feed.fail(network);
    await expect(failing).rejects.toMatchObject({ failure: network });
    const answered = fetchFrom(feed);
    feed.push([call("2-2")]);
    expect((await answered).callIds).toEqual(["2-2"]);
  });

  it.each([
    ["no time has passed", 0, 0, 0],
    ["both clocks run", 5_000, 0, 5_000],
    ["the monotonic clock stands still while the machine sleeps", 0, 60_000, 60_000],
    ["the wall clock is set back", 5_000, -3_600_000, 5_000],
  ])("reports the age of the list when %s", async (_, both, wallOnly, age) => {
    const feed = createHoldListFeed();
    feed.push([call("1-1")]);
    vi.advanceTimersByTime(both);
    vi.setSystemTime(Date.now() + wallOnly);
    expect((await fetchFrom(feed)).age).toBe(age);
  });

  it("reports no age for a live source", async () => {
    const feed = createHoldListFeed({ live: true });
    feed.push([call("1-1")]);
    vi.advanceTimersByTime(60_000);
    expect((await fetchFrom(feed)).age).toBe(0);
  });

  it.each([
    [
      "before the request",
      (controller: AbortController, ask: () => Promise<unknown>) => (controller.abort("gone"), ask()),
    ],
    [
      "while the request waits for the first list",
      (controller: AbortController, ask: () => Promise<unknown>) => {
        const asked = ask();
        controller.abort("gone");
        return asked;
      },
    ],
  ])("rethrows the reason of an abort %s and answers the next request", async (_, abortAround) => {
    const feed = createHoldListFeed();
    const controller = new AbortController();
    const ask = () => feed.gateway.fetchHoldList({ ...agent, signal: controller.signal });
    await expect(abortAround(controller, ask)).rejects.toBe("gone");
    feed.push([call("1-1")]);
    expect((await fetchFrom(feed)).callIds).toEqual(["1-1"]);
  });
});

describe("a panel with a feed", () => {
  beforeEach(() => {
    vi.spyOn(Math, "random").mockReturnValue(0.5);
    sessionStorage.clear();
  });

  async function renderFed(options?: HoldListFeedOptions, panel = {}) {
    const fetch = vi.spyOn(globalThis, "fetch").mockRejectedValue(new TypeError("no request was expected"));
    const feed = createHoldListFeed(options);
    render(
      <HoldListProvider gateway={feed.gateway} session={createAgentSession(agent)}>
        <HoldListPanel {...panel} />
      </HoldListProvider>,
    );
    await passTime(0);
    const report = async (change: () => void) => {
      act(change);
      await passTime(0);
    };
    const push = (...callIds: string[]) => report(() => feed.push(callIds.map(call)));
    return { feed, report, push, fetch };
  }
  const numbers = () => screen.queryAllByRole("listitem").map((row) => row.querySelector(".hlp-number")?.textContent);
  const doubt = () => screen.queryByText(/Not updated since/);

  it("shows each pushed list at once and sends no request", async () => {
    const { push, fetch } = await renderFed();
    expect(screen.getByText(en.loading)).toBeInTheDocument();
    await push("1-1");
    expect(numbers()).toEqual(["71-1"]);
    await push("1-1", "2-2");
    expect(numbers()).toEqual(["71-1", "72-2"]);
    await push();
    expect(screen.getByText(en.empty)).toBeInTheDocument();
    expect(fetch).not.toHaveBeenCalled();
  });

  it("shows the last of two lists that are pushed in one task", async () => {
    const { feed, report } = await renderFed();
    await report(() => {
      feed.push([call("1-1")]);
      feed.push([call("1-1"), call("2-2")]);
    });
    expect(numbers()).toEqual(["71-1", "72-2"]);
  });

  it("shows the list, the retcode or the fault of a pushed gateway answer", async () => {
    const { feed, report } = await renderFed();
    const row = { callfeature: 0, callid: "1-1", caller: "10086", called: "70943" };
    await report(() => feed.pushAnswer({ message: "", retcode: "0", result: [row] }));
    expect(numbers()).toEqual(["10086"]);
    await report(() => feed.pushAnswer({ message: "", retcode: "300-001" }));
    expect(screen.getByText(en.noPermission)).toBeInTheDocument();
    await report(() => feed.pushAnswer("<html>"));
    expect(screen.getByText(en.malformed)).toBeInTheDocument();
  });

  it("shows doubt when no new list arrives in time, until one does", async () => {
    const { push } = await renderFed();
    await push("1-1");
    await passTime(8_000);
    expect(doubt()).toBeNull();
    await passTime(1_000);
    expect(doubt()).toBeInTheDocument();
    await push("1-1");
    await passTime(500);
    expect(screen.getByText(en.upToDateAgain)).toBeInTheDocument();
  });

  it("trusts a live source until it reports a failure, and again after the next list", async () => {
    const { feed, report, push } = await renderFed({ live: true });
    await push("1-1");
    await passTime(60_000);
    expect(doubt()).toBeNull();
    await report(() => feed.fail(network));
    await passTime(5_000);
    expect(doubt()).toBeInTheDocument();
    expect(numbers()).toEqual(["71-1"]);
    await push("1-1", "2-2");
    expect(numbers()).toEqual(["71-1", "72-2"]);
  });

  it("shows a list that is pushed after a failure that stops polling", async () => {
    const { feed, report, push } = await renderFed();
    await report(() => feed.fail({ kind: "retcode", retcode: "100-006", gatewayMessage: "" }));
    await passTime(3_000);
    expect(screen.getByText(en.signInAgain)).toBeInTheDocument();
    await push("1-1");
    expect(numbers()).toEqual(["71-1"]);
  });

  it("shows an approximate hold time that is as uncertain as the gap between two pushes", async () => {
    const { push } = await renderFed();
    await push();
    await passTime(5_000);
    await push("1-1");
    expect(screen.getByText("~")).toBeInTheDocument();
    fireEvent.pointerOver(screen.getByText("~"));
    expect(screen.getByTitle(/give or take 3 s/)).toBeInTheDocument();
  });

  it("reports that an action was not sent when the feed has no gateway", async () => {
    const { push, fetch } = await renderFed({}, { actions: [retrieve] });
    await push("1-1");
    act(() => screen.getByRole("button", { name: /^Retrieve/ }).click());
    await passTime(10);
    expect(screen.getByText(/^Nothing was sent/)).toBeInTheDocument();
    expect(fetch).not.toHaveBeenCalled();
  });

  it("sends actions to the gateway of the feed", async () => {
    const simulator = createSimulator({ random: () => 0.3 });
    simulator.signIn(agent.agentId);
    const gateway = createGateway({ baseUrl: "https://gateway.invalid", fetch: simulator.fetch });
    const { push } = await renderFed({ gateway }, { actions: [retrieve] });
    await push("1-1");
    act(() => screen.getByRole("button", { name: /^Retrieve/ }).click());
    await passTime(10);
    expect(simulator.requests.map(({ operation }) => operation)).toEqual(["retrieve"]);
  });
});

it.each([
  ["silence", { kind: "retcode", retcode: "100-008", gatewayMessage: "" }],
  ["a lost connection", network],
] as const)("shows at a remount the list that was pushed while no panel was shown, after %s", async (_, failure) => {
  const feed = createHoldListFeed({ live: true });
  const session = createAgentSession(agent);
  const page = (isShown: boolean) => (
    <HoldListProvider gateway={feed.gateway} session={session}>
      {isShown && <HoldListPanel />}
    </HoldListProvider>
  );
  const { rerender } = render(page(true));
  feed.push([]);
  await passTime(100);
  for (let times = 0; times < 3; times++) {
    act(() => feed.fail(failure));
    await passTime(3_000);
  }
  rerender(page(false));
  await passTime(1_000);
  feed.push([call("1-1")]);
  await passTime(1_000);
  rerender(page(true));
  await passTime(5_000);
  expect(screen.getByText("71-1")).toBeVisible();
});
