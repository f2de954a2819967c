import { expect, it, vi } from "vitest";
import { createProviderActions } from "../../../src/hold-list/actions/createProviderActions.js";
import { createTabGroup, type Tab } from "./createTabGroup.js";

const call = (callId: string) => ({ callId, callType: 0, caller: "10086", called: "4008", skill: "voice" });
const options = { currentCall: "unknown" as const, onReport: vi.fn() };
const retrieve = { id: "retrieve", endsHold: true, movesVoice: true };
const refused = { ...retrieve, run: () => Promise.reject(new Error("refused")) };
const endless = () => ({ ...retrieve, run: vi.fn(() => new Promise<void>(() => {})) });

function runnerOf({ tracker, poller, tabs, gateway, session }: Tab) {
  const actions = createProviderActions(tracker, poller, tabs, { gateway, session, supervised: null });
  actions.retain(session);
  return actions.runner;
}

/** Two tabs that show the calls "a" and "b". */
async function openTwo() {
  const group = createTabGroup();
  const [first, second] = [group.open(), group.open()];
  await group.wait(2_500);
  group.gateway.list = ["a", "b"];
  await group.wait(3_000);
  return { wait: group.wait, first, acting: runnerOf(first), other: runnerOf(second) };
}

it("an outcome of this tab's own hides no action that runs in another tab", async () => {
  const { wait, acting, other } = await openTwo();
  other.start(refused, call("a"), options);
  await wait(500);
  expect(other.store.getState().get("a")?.phase).toBe("refused");
  expect(acting.start(endless(), call("a"), options)).toBe(true);
  await wait(500);
  const again = endless();
  expect(other.start(again, call("b"), options)).toBe(false); // the voice path is busy, too
  expect(other.start(again, call("a"), options)).toBe(false);
  await wait(500);
  expect(again.run).not.toHaveBeenCalled();
  other.dismiss("a");
  expect(other.store.getState().get("a")?.phase).toBe("sent");
});

it("an action stays busy elsewhere when its tab comes back from the browser's cache", async () => {
  const { wait, first, acting, other } = await openTwo();
  acting.start(endless(), call("a"), options);
  await wait(500);
  first.freeze({ tellsPage: true });
  await wait(1_000);
  first.thaw({ tellsPage: true });
  await wait(12_000);
  expect([acting, other].map((runner) => runner.store.getState().get("a")?.phase)).toEqual(["sent", "sent"]);
});
