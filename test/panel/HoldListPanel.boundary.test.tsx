import { act, screen } from "@testing-library/react";
import { lazy, type ReactNode, version } from "react";
import { beforeEach, expect, it, vi } from "vitest";
import type { HeldCall } from "../../src/index.js";
import { agentId, holdThree, move, renderPanel } from "../support/renderPanel.js";

// React reports to the console what a boundary caught.
beforeEach(() => void vi.mocked(console.error).mockImplementation(() => {}));

function expectReport(message: string): void {
  // React 18 names the component there, and leaves the message to the page's error event.
  const reported = version.startsWith("18.") ? "The above error occurred in" : message;
  expect(vi.mocked(console.error).mock.calls.flat().map(String).join(" ")).toContain(reported);
  vi.mocked(console.error).mockClear();
}

function brokenFor(callId: string) {
  return (call: HeldCall): ReactNode => {
    if (call.callId === callId) throw new Error("The CRM is broken.");
    return `Customer of ${call.callId}`;
  };
}

it("shows the host's own content in each row", async () => {
  const renderCall = vi.fn((call: HeldCall) => (call.callType === 0 ? <strong>Li Na</strong> : undefined));
  await renderPanel({ before: holdThree, props: { renderCall } });
  expect(screen.getByText("Li Na").closest("li")).toBe(screen.getAllByRole("listitem")[1]);
  expect(renderCall).toHaveBeenCalledWith({
    callId: "1501127996-2",
    callType: 7,
    caller: "10086",
    called: "13800138000",
    skill: "After-sales",
  });
});

it("blanks a row's content that throws, and nothing else", async () => {
  await renderPanel({ before: holdThree, props: { renderCall: brokenFor("1501127996-2") } });
  expectReport("The CRM is broken.");
  expect(screen.getAllByRole("listitem")).toHaveLength(3);
  expect(screen.getAllByRole("listitem")[0]).toHaveTextContent(
    /^138 0013 8000Outgoing…996-2After-sales≥0:00on hold, first seen under a minute ago$/,
  );
  expect(screen.getByText("Customer of 1501127920-0")).toBeVisible();
  expect(screen.getByText("Customer of 1501128311-5")).toBeVisible();
});

it("tries a blank place again when the call has changed", async () => {
  const renderCall = (call: HeldCall) => {
    if (call.skill === "After-sales") throw new Error("The CRM is broken.");
    return `Customer of ${call.callId}`;
  };
  const { simulator } = await renderPanel({ before: holdThree, props: { renderCall } });
  expectReport("The CRM is broken.");
  simulator.endCall(agentId, "1501127996-2");
  simulator.holdCall(agentId, {
    callId: "1501127996-2",
    callType: 7,
    caller: "10086",
    called: "13800138000",
    skill: "Billing",
  });
  await move(2_010);
  expect(screen.getByText("Customer of 1501127996-2")).toBeVisible();
});

it("tries a blank place again when the host renders it otherwise", async () => {
  const { show } = await renderPanel({ before: holdThree, props: { renderCall: brokenFor("1501127996-2") } });
  expectReport("The CRM is broken.");
  show({ renderCall: brokenFor("none") });
  expect(screen.getByText("Customer of 1501127996-2")).toBeVisible();
});

it("shows the calls while the host's content of a row waits", async () => {
  let answer: (name: string) => void = () => {};
  const name = new Promise<string>((resolve) => (answer = resolve));
  const Customer = lazy(async () => {
    const known = await name;
    return { default: () => known };
  });
  await renderPanel({
    before: holdThree,
    props: { renderCall: (call) => (call.callType === 0 ? <Customer /> : null) },
    page: (panel) => (
      <>
        <p>Host's page</p>
        {panel}
      </>
    ),
  });
  expect(screen.getByText("Host's page")).toBeVisible();
  expect(screen.getAllByRole("listitem")[1]).toHaveTextContent(
    /^70941Incoming…920-0voice≥0:00on hold, first seen under a minute ago$/,
  );
  await act(async () => {
    answer("Li Na");
    await name;
  });
  expect(screen.getByText("Li Na")).toBeVisible();
});

it("shows the host's content in the header, and in place of the words where nothing is on hold", async () => {
  const renderHeader = vi.fn((calls: readonly HeldCall[]) => <em>{calls.length} of 5 lines</em>);
  const { simulator } = await renderPanel({ props: { renderHeader, renderEmpty: () => <strong>All served</strong> } });
  expect(screen.getByText("0 of 5 lines")).toBeVisible();
  expect(screen.getByText("All served")).toBeVisible();
  expect(screen.queryByText("No calls on hold")).toBeNull();
  holdThree(simulator);
  await move(2_010);
  expect(screen.getByText("3 of 5 lines")).toBeVisible();
  expect(screen.queryByText("All served")).toBeNull();
});

it("speaks for itself where nothing was on hold and that is in doubt, or where the host's content throws", async () => {
  const { simulator, show } = await renderPanel({ props: { renderEmpty: () => "All served" } });
  show({
    renderEmpty: () => {
      throw new Error("The CRM is broken.");
    },
  });
  expectReport("The CRM is broken.");
  expect(screen.getByText("No calls on hold")).toBeVisible();
  show({ renderEmpty: () => "All served" });
  expect(screen.getByText("All served")).toBeVisible();
  simulator.order({ kind: "disconnect" });
  await move(10_000);
  expect(screen.getByText(/^No calls were on hold at/)).toBeVisible();
  expect(screen.queryByText("All served")).toBeNull();
});
