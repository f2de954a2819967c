import { act, render, screen, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { HoldListPanel } from "../../src/index.js";
import { agentId, holdThree, move, noAttention, renderPanel } from "../support/renderPanel.js";

const panel = () => screen.getByRole("region", { name: "On hold" });

it("is a region named by its heading, with a list of calls", async () => {
  await renderPanel({ before: holdThree });
  expect(within(panel()).getByRole("heading", { level: 2, name: "On hold" })).toBeInTheDocument();
  const list = within(panel()).getByRole("list", { name: "Calls on hold, longest first" });
  expect(within(list).getAllByRole("listitem")).toHaveLength(3);
  expect(panel()).toHaveAttribute("data-state", "ready");
  expect(panel()).toHaveAttribute("lang", "en");
});

it("counts who waits, for the eye and for the ear", async () => {
  await renderPanel({ before: holdThree });
  expect(within(panel()).getByText("3")).toHaveAttribute("aria-hidden", "true");
  expect(within(panel()).getByText("3 calls")).toBeInTheDocument();
  expect(within(panel()).getByText("Up to date")).toBeVisible();
});

it("counts one call as one", async () => {
  await renderPanel({ before: (simulator) => void simulator.holdCall(agentId) });
  expect(screen.getByText("1 call")).toBeInTheDocument();
});

it("reads a row in the order number, type, suffix, skill, time", async () => {
  await renderPanel({ before: holdThree });
  const [first, second, third] = screen.getAllByRole("listitem");
  expect(first).toHaveTextContent(
    /^138 0013 8000Outgoing…996-2After-sales≥0:00on hold, first seen under a minute ago$/,
  );
  expect(second).toHaveTextContent(/^70941Incoming…920-0voice≥0:00on hold, first seen under a minute ago$/);
  expect(third).toHaveTextContent(/^40038Consultation…311-5≥0:00on hold, first seen under a minute ago$/);
});

it("shows an unknown call type as itself and a withheld number in words", async () => {
  await renderPanel({
    before: (simulator) =>
      void simulator.holdCall(agentId, { callId: "1", callType: 99, caller: "", called: "", skill: "" }),
  });
  expect(screen.getByRole("listitem")).toHaveTextContent(
    /^No numberType 991≥0:00on hold, first seen under a minute ago$/,
  );
});

it("says in one line that nothing is on hold", async () => {
  await renderPanel();
  expect(screen.getByText("No calls on hold")).toBeVisible();
  expect(screen.queryByRole("list")).toBeNull();
  expect(screen.queryByText("0")).toBeNull();
  expect(panel()).toHaveAttribute("data-state", "ready");
});

it("takes 400-003 for an empty list", async () => {
  await renderPanel({ before: (simulator) => void simulator.order({ kind: "empty", as: "400-003" }) });
  expect(screen.getByText("No calls on hold")).toBeVisible();
  expect(screen.queryByText(/400-003/)).toBeNull();
});

it("says that it is loading, and after 3 s that it still is", async () => {
  await renderPanel({ before: (simulator) => void simulator.order({ kind: "silence" }) });
  expect(panel()).toHaveAttribute("data-state", "loading");
  expect(screen.getByText("Loading calls on hold…")).toBeInTheDocument();
  expect(screen.queryByText("No calls on hold")).toBeNull();
  await move(2_999);
  expect(screen.queryByText("Still loading…")).toBeNull();
  await move(1);
  expect(screen.getByText("Still loading…")).toBeVisible();
});

it("asks a signed-out agent to sign in, and offers nothing to refresh", async () => {
  const { simulator } = await renderPanel({ signedOut: true });
  expect(panel()).toHaveAttribute("data-state", "signed-out");
  expect(screen.getByText("Sign in to see your calls on hold.")).toBeVisible();
  expect(screen.getByText("Not signed in")).toBeVisible();
  expect(screen.queryByRole("button")).toBeNull();
  await move(60_000);
  expect(simulator.requests).toEqual([]);
});

it("is signed out when the gateway says so with 100-008", async () => {
  const { simulator } = await renderPanel({ before: holdThree });
  simulator.order({ kind: "retcode", retcode: "100-008" });
  await move(2_010);
  expect(screen.getByText("Sign in to see your calls on hold.")).toBeVisible();
  expect(screen.queryByRole("listitem")).toBeNull();
});

it("shows nothing of the former list at sign-out, not even in its live regions", async () => {
  const { session, simulator, container } = await renderPanel({ before: holdThree });
  await move(1_000);
  simulator.holdCall(agentId, { callId: "7-7", callType: 0, caller: "13912345678", skill: "Billing" });
  await move(3_050);
  expect(container).toHaveTextContent("Call ending 5 6 7 8 on hold. 4 on hold.");
  act(() => session.getState().signOut());
  expect(container).toHaveTextContent(/^On holdNot signed inSign in to see your calls on hold\.$/);
  expect(container.innerHTML).not.toMatch(/5 6 7 8|8000|996-2|Billing/);
});

it("shows nothing of a former agent while the next one's list is on its way", async () => {
  const { session, simulator, container } = await renderPanel({ before: holdThree });
  await move(1_000);
  expect(screen.getByRole("status")).toHaveTextContent("3 calls on hold.");
  simulator.holdCall("292", { callId: "8-8", callType: 0, caller: "70999", skill: "" });
  const guid = simulator.signIn("292");
  simulator.order({ kind: "latency", delay: 1_000 });
  act(() => session.getState().signIn({ agentId: "292", guid }));
  expect(panel()).toHaveAttribute("data-state", "loading");
  expect(container).toHaveTextContent(/^On holdLoadingLoading calls on hold…$/);
  await move(1_010);
  expect(screen.getByRole("listitem")).toHaveTextContent("70999");
  expect(screen.queryByText("70941")).toBeNull();
});

it("does not tell the next agent that a former one's list is up to date again", async () => {
  const { session, simulator } = await renderPanel({ before: holdThree });
  simulator.order({ kind: "disconnect" });
  await move(4_050);
  expect(screen.getByText(/^Not up to date since/)).toBeVisible();
  simulator.clearFaults();
  const guid = simulator.signIn("292");
  act(() => session.getState().signIn({ agentId: "292", guid }));
  await move(10);
  expect(screen.getByText("No calls on hold")).toBeVisible();
  expect(screen.queryByText("Up to date again")).toBeNull();
});

it("makes nothing of a single failed poll", async () => {
  const { simulator } = await renderPanel({ before: holdThree });
  simulator.order({ kind: "disconnect", times: 1 });
  await move(2_010);
  expect(simulator.requests).toHaveLength(2);
  expect(screen.getByText("Up to date")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Try now" })).toBeNull();
  await move(10_000);
  expect(screen.queryByText("Up to date again")).toBeNull();
});

it("keeps the list after the second failed poll, with the reason and the time of the last good answer", async () => {
  const { simulator } = await renderPanel({ before: holdThree });
  await move(2_010);
  simulator.order({ kind: "disconnect" });
  await move(4_050);
  expect(screen.getByText("Not up to date since 10:42:09")).toBeVisible();
  expect(screen.getByText("No connection to the phone system. Trying again.")).toBeVisible();
  expect(screen.getByText("10:42:09")).toHaveAttribute("aria-hidden", "true");
  expect(screen.getByText("Last updated at 10:42:09")).toBeInTheDocument();
  expect(screen.queryByText("Up to date")).toBeNull();
  expect(screen.getAllByRole("listitem")).toHaveLength(3);
  expect(screen.getByText("3 calls")).toBeInTheDocument();
  expect(panel()).toHaveAttribute("data-state", "ready");
});

it("keeps the strip for 4 s after it appeared, saying that the list is up to date again", async () => {
  const { simulator, user } = await renderPanel({ before: holdThree });
  simulator.order({ kind: "disconnect" });
  await move(4_050);
  simulator.clearFaults();
  await move(1_000);
  await user.click(screen.getByRole("button", { name: "Try now" }));
  await move(0);
  expect(screen.getByText("Up to date again")).toBeVisible();
  expect(screen.getByText("Up to date")).toBeVisible();
  expect(screen.queryByText(/^Not up to date/)).toBeNull();
  await move(2_900);
  expect(screen.getByText("Up to date again")).toBeVisible();
  await move(100);
  expect(screen.queryByText("Up to date again")).toBeNull();
});

it("doubts a list whose next answer is late, before any poll has failed", async () => {
  const { simulator } = await renderPanel({ before: holdThree });
  simulator.order({ kind: "silence" });
  await move(8_199);
  expect(screen.getByText("Up to date")).toBeVisible();
  await move(1);
  expect(screen.getByText("Not up to date since 10:42:07")).toBeVisible();
  expect(screen.getByText("The phone system has not answered yet.")).toBeVisible();
  expect(screen.getAllByRole("listitem")).toHaveLength(3);
});

it("stays in doubt, without a gap, while a gateway never answers and its polls time out one by one", async () => {
  const { simulator } = await renderPanel({ before: holdThree, provider: noAttention });
  simulator.order({ kind: "silence" });
  let [appeared, gone] = [0, 0];
  let isThere = false;
  new MutationObserver(() => {
    const now = document.querySelector("[data-notice=doubt]") !== null;
    if (now && !isThere) appeared++;
    if (!now && isThere) gone++;
    isThere = now;
  }).observe(panel(), { childList: true, subtree: true, attributes: true, characterData: true });
  await move(8_250);
  expect(panel()).toHaveAttribute("data-doubtful");
  await move(90_000);
  expect([appeared, gone]).toEqual([1, 0]);
  expect(screen.getByText("Not up to date since 10:42:07")).toBeVisible();
  expect(screen.getByText(/did not answer within 10 s/)).toBeVisible();
  expect(simulator.requests.length).toBeGreaterThan(3);
});

it("prints its times softly only while the list may be old", async () => {
  const { simulator } = await renderPanel({ before: holdThree });
  simulator.order({ kind: "disconnect", times: 1 });
  await move(2_010);
  expect(simulator.requests).toHaveLength(2);
  expect(panel()).not.toHaveAttribute("data-doubtful");
  simulator.order({ kind: "disconnect" });
  await move(6_000);
  expect(panel()).toHaveAttribute("data-doubtful");
  simulator.clearFaults();
  await move(30_000);
  expect(panel()).not.toHaveAttribute("data-doubtful");
});

it("says of an empty list in doubt when nothing was on hold, and nothing more", async () => {
  const { simulator } = await renderPanel();
  simulator.order({ kind: "disconnect" });
  await move(4_050);
  expect(screen.getByText("No calls were on hold at 10:42:07")).toBeVisible();
  expect(screen.queryByText("No calls on hold")).toBeNull();
  expect(screen.queryByText(/^Not up to date/)).toBeNull();
});

it("does not say that nothing is on hold once the session is refused over an empty list", async () => {
  const { simulator } = await renderPanel();
  simulator.order({ kind: "retcode", retcode: "100-006" });
  await move(3_050);
  expect(screen.getByText("Sign in again")).toBeVisible();
  expect(screen.queryByText("No calls on hold")).toBeNull();
  expect(screen.getByText("No calls were on hold at 10:42:07")).toBeVisible();
});

it("says at once that polling has stopped, and keeps the list", async () => {
  const { simulator } = await renderPanel({ before: holdThree });
  simulator.order({ kind: "retcode", retcode: "300-001" });
  await move(2_010);
  expect(screen.getByText("No permission to see calls on hold")).toBeVisible();
  expect(screen.getByText("Stopped")).toBeVisible();
  expect(screen.getAllByRole("listitem")).toHaveLength(3);
  const asked = simulator.requests.length;
  await move(120_000);
  expect(simulator.requests).toHaveLength(asked);
});

it("says nothing of a refusal that a renewed Guid answers", async () => {
  const { simulator, session } = await renderPanel({ before: holdThree });
  simulator.set({ guidOverlap: 0 });
  const guid = simulator.renewGuid(agentId);
  await move(2_010);
  expect(screen.queryByText("Sign in again")).toBeNull();
  act(() => session.getState().renewGuid(guid, session.getState().session?.signIn ?? 0));
  await move(2_010);
  expect(screen.getByText("Up to date")).toBeVisible();
});

it("goes on after a stop when there is a new Guid", async () => {
  const { simulator, session } = await renderPanel({ before: holdThree });
  simulator.set({ guidOverlap: 0 });
  const guid = simulator.renewGuid(agentId);
  await move(3_050);
  expect(screen.getByText("Sign in again")).toBeVisible();
  act(() => session.getState().renewGuid(guid, session.getState().session?.signIn ?? 0));
  await move(10);
  expect(screen.queryByText("Sign in again")).toBeNull();
  expect(screen.getByText("Up to date")).toBeVisible();
});

it("keeps a failed first list failed until an answer comes", async () => {
  const { simulator } = await renderPanel({
    before: (simulator) => void simulator.order({ kind: "http", status: 502 }),
  });
  for (let second = 0; second < 20; second++) {
    expect(panel()).toHaveAttribute("data-state", "error");
    expect(screen.getByText("Cannot show calls on hold")).toBeVisible();
    expect(screen.getByText("Trying again")).toBeVisible();
    await move(1_000);
  }
  simulator.clearFaults();
  await move(30_000);
  expect(screen.getByText("No calls on hold")).toBeVisible();
});

it("says how many rows could not be read, and where the first of them is", async () => {
  const result = [{ callfeature: 0, callid: "1-1", caller: "10086", called: "1" }, { callfeature: 0 }, { callid: " " }];
  await renderPanel({
    before: (simulator) =>
      void simulator.order({ kind: "body", body: JSON.stringify({ retcode: "0", message: "", result }) }),
  });
  expect(screen.getByText(/^2 more calls could not be read. Tell support./)).toHaveTextContent("result[1].callid");
  expect(screen.getAllByRole("listitem")).toHaveLength(1);
});

it("is the same in StrictMode", async () => {
  const { simulator, user } = await renderPanel({ before: holdThree, strict: true });
  expect(screen.getAllByRole("listitem")).toHaveLength(3);
  await move(1_000);
  expect(screen.getAllByRole("status")[0]).toHaveTextContent("3 calls on hold.");
  simulator.order({ kind: "disconnect" });
  await move(5_000);
  expect(screen.getByText(/^Not up to date since/)).toBeVisible();
  simulator.clearFaults();
  await user.click(screen.getByRole("button", { name: "Try now" }));
  await move(10);
  expect(screen.getByText("Up to date again")).toBeVisible();
  expect(screen.getByRole("heading", { name: "On hold" })).toHaveFocus();
});

it("says where it belongs when it stands outside of a provider", () => {
  vi.mocked(console.error).mockImplementation(() => {});
  expect(() => render(<HoldListPanel />)).toThrow("useHoldList must be used inside <HoldListProvider>.");
  vi.mocked(console.error).mockClear(); // React 18 says it there too
});
