import { act, render, screen } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import {
  createAgentSession,
  createGateway,
  createHoldListFeed,
  type HoldListFeedOptions,
  HoldListPanel,
  HoldListProvider,
  retrieve,
} from "../../src/index.js";
import { createSimulator } from "../../src/simulator/simulator.js";
import { move } from "../support/renderPanel.js";

const call = (callId: string) => ({ callId, callType: 0, caller: `7${callId}`, called: "10086", skill: "" });

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2026, 2, 5, 10, 42, 7), toFake: undefined });
  vi.spyOn(Math, "random").mockReturnValue(0.5);
  sessionStorage.clear();
});

/** A panel over a list that the host brings, on a page that may ask nobody. */
async function renderFed(options?: HoldListFeedOptions, panel = {}) {
  const asked = vi.spyOn(globalThis, "fetch").mockRejectedValue(new TypeError("no request was expected"));
  const feed = createHoldListFeed(options);
  const session = createAgentSession({ agentId: "291", guid: "a-guid-of-the-hosts" });
  render(
    <HoldListProvider gateway={feed.gateway} session={session}>
      <HoldListPanel {...panel} />
    </HoldListProvider>,
  );
  await move(0);
  const push = async (...callIds: string[]) => {
    act(() => feed.push(callIds.map(call)));
    await move(0);
  };
  return { feed, push, asked, session };
}
const numbers = () => screen.queryAllByRole("listitem").map((row) => row.querySelector(".hlp-number")?.textContent);

it("shows what the host brings, at once and each time, and asks nobody", async () => {
  const { push, asked } = await renderFed();
  expect(screen.getByText("Loading calls on hold…")).toBeInTheDocument();
  await push("1-1");
  expect(numbers()).toEqual(["71-1"]);
  await push("1-1", "2-2");
  expect(numbers()).toEqual(["71-1", "72-2"]);
  await push();
  expect(screen.getByText("No calls on hold")).toBeInTheDocument();
  expect(asked).not.toHaveBeenCalled();
});

it("takes the gateway's own answer, and tells what its retcode means", async () => {
  const { feed } = await renderFed();
  const row = { callfeature: 0, callid: "1-1", caller: "10086", called: "70943" };
  act(() => feed.pushAnswer({ message: "", retcode: "0", result: [row] }));
  await move(0);
  expect(numbers()).toEqual(["10086"]);
  act(() => feed.pushAnswer({ message: "", retcode: "300-001" }));
  await move(0);
  expect(screen.getByText("No permission to see calls on hold")).toBeInTheDocument();
  act(() => feed.pushAnswer("<html>"));
  await move(0);
  expect(screen.getByText(/could not be read/)).toBeInTheDocument();
});

it("doubts a list that nobody renews, and not one of a live source", async () => {
  const { push } = await renderFed();
  await push("1-1");
  await move(8_000);
  expect(screen.queryByText(/Not up to date since/)).toBeNull();
  await move(1_000);
  expect(screen.getByText(/Not up to date since/)).toBeInTheDocument();
  await push("1-1");
  await move(500);
  expect(screen.getByText("Up to date again")).toBeInTheDocument();
});

it("believes a live source until it says that it is lost, and again after a list", async () => {
  const { feed, push } = await renderFed({ live: true });
  await push("1-1");
  await move(60_000);
  expect(screen.queryByText(/Not up to date since/)).toBeNull();
  act(() => feed.fail({ kind: "network" }));
  await move(5_000);
  expect(screen.getByText(/Not up to date since/)).toBeInTheDocument();
  expect(numbers()).toEqual(["71-1"]);
  await push("1-1", "2-2");
  expect(numbers()).toEqual(["71-1", "72-2"]);
});

it("goes on after a failure that had stopped it, as soon as the host brings a list", async () => {
  const { feed, push } = await renderFed();
  act(() => feed.fail({ kind: "retcode", retcode: "100-006", gatewayMessage: "" }));
  await move(3_000);
  expect(screen.getByText("Sign in again")).toBeInTheDocument();
  await push("1-1");
  expect(numbers()).toEqual(["71-1"]);
});

it("claims no better time than the host's own lists allow", async () => {
  const { push } = await renderFed();
  await push();
  await move(5_000); // the host looks every 5 s, whatever the panel does meanwhile
  await push("1-1");
  expect(screen.getByText("~")).toBeInTheDocument();
  expect(screen.getByTitle(/appeared between two looks 5 s apart/)).toBeInTheDocument();
});

it("sends actions where the host says, and else tells that nothing was sent", async () => {
  const { push, asked } = await renderFed({}, { actions: [retrieve] });
  await push("1-1");
  act(() => screen.getByRole("button", { name: /^Retrieve/ }).click());
  await move(10);
  expect(screen.getByText(/^Nothing was sent: this page knows no right address/)).toBeInTheDocument();
  expect(asked).not.toHaveBeenCalled();
});

it("sends actions to the gateway that it was given", async () => {
  const simulator = createSimulator({ random: () => 0.3 });
  simulator.signIn("291");
  const gateway = createGateway({ baseUrl: "https://gateway.invalid", fetch: simulator.fetch });
  const { push } = await renderFed({ gateway }, { actions: [retrieve] });
  await push("1-1");
  act(() => screen.getByRole("button", { name: /^Retrieve/ }).click());
  await move(10);
  expect(simulator.requests.map(({ operation }) => operation)).toEqual(["retrieve"]);
});

it("lets an aborted question go, and nothing wait for ever", async () => {
  const feed = createHoldListFeed();
  const controller = new AbortController();
  const reason = new Error("enough");
  const asked = feed.gateway.fetchHoldList({ agentId: "291", guid: "g", signal: controller.signal });
  controller.abort(reason);
  await expect(asked).rejects.toBe(reason);
  feed.push([call("1-1"), call("1-1")]);
  const { calls } = await feed.gateway.fetchHoldList({ agentId: "291", guid: "g" });
  expect(calls).toEqual([call("1-1")]);
});
