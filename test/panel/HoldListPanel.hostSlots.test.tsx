import { act, screen } from "@testing-library/react";
import { lazy, type ReactNode, version } from "react";
import { beforeEach, expect, it, vi } from "vitest";
import { en, type HeldCall } from "../../src/index.js";
import { agentId, colleague, holdThree, incoming, outgoing } from "../support/calls.js";
import { passTime } from "../support/clock.js";
import { renderPanel } from "../support/renderPanel.js";
import { expectAbsent, expectShown, row, rows } from "../support/screen.js";

// React reports to the console what a boundary caught.
beforeEach(() => void vi.mocked(console.error).mockImplementation(() => {}));

function expectReport(message: string): void {
  // React 18 names the component there, and leaves the message to the page's error event.
  const reported = version.startsWith("18.") ? "The above error occurred in" : message;
  expect(vi.mocked(console.error).mock.calls.flat().map(String).join(" ")).toContain(reported);
  vi.mocked(console.error).mockClear();
}

const hostFault = "The CRM is broken.";
/** A `renderCall` that throws for the calls that `isBroken` selects. */
const renderUnless = (isBroken: (call: HeldCall) => boolean) => ({
  renderCall: (call: HeldCall): ReactNode => {
    if (isBroken(call)) throw new Error(hostFault);
    return `Customer of ${call.callId}`;
  },
});
const isOutgoing = (call: HeldCall) => call.callId === outgoing.callId;
const hostPage = (panel: ReactNode) => (
  <>
    <p>Host's page</p>
    {panel}
  </>
);

it("shows the host's own content in each row", async () => {
  const renderCall = vi.fn((call: HeldCall) => (call.callType === 0 ? <strong>Li Na</strong> : undefined));
  await renderPanel({ before: holdThree, props: { renderCall } });
  expect(screen.getByText("Li Na").closest("li")).toBe(row(incoming));
  const { callId } = outgoing;
  const call = { callId, callType: 7, caller: "10086", called: "13800138000", skill: "After-sales" };
  expect(renderCall).toHaveBeenCalledWith(call);
});

it("leaves only the place of row content empty that throws", async () => {
  await renderPanel({ before: holdThree, props: renderUnless(isOutgoing) });
  expectReport(hostFault);
  expect(rows()).toHaveLength(3);
  expect(rows()[0]).toHaveTextContent(
    /^138 0013 8000≥0:00on hold, time unknown, first seen under a minute agoOutgoing…996-2After-sales$/,
  );
  expectShown(`Customer of ${incoming.callId}`, `Customer of ${colleague.callId}`);
});

it("renders an empty place again when the call has changed", async () => {
  const { simulator } = await renderPanel({
    before: holdThree,
    props: renderUnless(({ skill }) => skill === "After-sales"),
  });
  expectReport(hostFault);
  simulator.endCall(agentId, outgoing.callId);
  simulator.holdCall(agentId, {
    callId: outgoing.callId,
    callType: 7,
    caller: "10086",
    called: "13800138000",
    skill: "Billing",
  });
  await passTime(2_010);
  expectShown(`Customer of ${outgoing.callId}`);
});

it("renders an empty place again when the host passes another function", async () => {
  const { show } = await renderPanel({ before: holdThree, props: renderUnless(isOutgoing) });
  expectReport(hostFault);
  show(renderUnless(() => false));
  expectShown(`Customer of ${outgoing.callId}`);
});

it("shows the calls while a row's content suspends", async () => {
  let answer: (name: string) => void = () => {};
  const name = new Promise<string>((resolve) => (answer = resolve));
  const Customer = lazy(async () => {
    const known = await name;
    return { default: () => known };
  });
  await renderPanel({
    before: holdThree,
    props: { renderCall: (call) => (call.callType === 0 ? <Customer /> : null) },
    page: hostPage,
  });
  expectShown("Host's page");
  expect(row(incoming)).toHaveTextContent(
    /^70941≥0:00on hold, time unknown, first seen under a minute agoIncoming…920-0voice$/,
  );
  await act(async () => {
    answer("Li Na");
    await name;
  });
  expectShown("Li Na");
});

it("shows the host's content in the header, and in place of the empty text", async () => {
  const renderHeader = vi.fn((calls: readonly HeldCall[]) => <em>{calls.length} of 5 lines</em>);
  const { simulator } = await renderPanel({ props: { renderHeader, renderEmpty: () => <strong>All served</strong> } });
  expectShown("0 of 5 lines", "All served");
  expectAbsent(en.empty);
  holdThree(simulator);
  await passTime(2_010);
  expectShown("3 of 5 lines");
  expectAbsent("All served");
});

it("shows its own empty text when the host's throws, and when the empty list is in doubt", async () => {
  const renderEmpty = () => "All served";
  const { simulator, show } = await renderPanel({ props: { renderEmpty } });
  show({
    renderEmpty: () => {
      throw new Error(hostFault);
    },
  });
  expectReport(hostFault);
  expectShown(en.empty);
  show({ renderEmpty });
  expectShown("All served");
  simulator.order({ kind: "disconnect" });
  await passTime(10_000);
  expectShown(en.emptyInDoubt("10:42:07"));
  expectAbsent("All served");
});
