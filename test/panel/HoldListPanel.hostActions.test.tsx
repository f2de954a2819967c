import { act, screen, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { createHeldCallAction, en, enActions, HoldListPanel, retrieve } from "../../src/index.js";
import { agentId, colleague, incoming, outgoing } from "../support/calls.js";
import { passTime } from "../support/clock.js";
import { sendEvent } from "../support/desktop.js";
import { ready, renderActing } from "../support/renderActing.js";
import { buttonIn, expectAbsent, expectShown, queryButton, recordAnnouncements, row } from "../support/screen.js";
import { setVisibility } from "../support/setVisibility.js";

const note = createHeldCallAction({
  id: "note",
  labels: { label: "Take a note", done: "Noted" },
  run: () => Promise.resolve(),
});
const noteIt = `Take a note ${outgoing.name}`;
const retrieveIt = `Retrieve ${outgoing.name}`;
const othersWait = enActions.retrieve.othersWait ?? "missing";

describe("a host's own action", () => {
  it("receives the call, the gateway, the session, a request and a signal, and is done when its promise resolves", async () => {
    const run = vi.fn(() => Promise.resolve());
    const { press, session, reports } = await renderActing({ actions: [{ ...note, run }] });
    await press(noteIt);
    expect(row(outgoing)).toHaveTextContent("Noted");
    expect(run).toHaveBeenCalledExactlyOnceWith({
      call: expect.objectContaining({ callId: outgoing.callId, called: "13800138000" }) as unknown,
      gateway: expect.objectContaining({ baseUrl: "https://gateway.invalid" }) as unknown,
      session,
      request: expect.objectContaining({ agentId, guid: session.getState().session?.guid }) as unknown,
      signal: expect.any(AbortSignal) as unknown,
    });
    expect(reports.map(([, { kind }]) => kind)).toEqual(["started", "confirmed"]);
    await passTime(3_000);
    expect(row(outgoing)).not.toHaveTextContent("Noted");
  });

  it("can send its own request, whose refusal is explained", async () => {
    const hold = createHeldCallAction({
      id: "hold",
      labels: { label: "Hold" },
      run: ({ gateway, request }) => gateway.send({ method: "POST", path: "voicecall/{agentid}/hold" }, request),
    });
    const { press, sent } = await renderActing({ actions: [hold], talking: false });
    await press(`Hold ${outgoing.name}`);
    expect(sent()).toEqual(["hold null"]);
    expect(row(outgoing)).toHaveTextContent(`${enActions.notDoneNoCurrentCall}Code 200-013`);
  });

  it.each([
    ["rejects", () => Promise.reject(new Error("of 13800138000"))],
    [
      "throws synchronously",
      () => {
        throw new TypeError("of 13800138000");
      },
    ],
  ])("is reported as not done when it %s, without its error message", async (_, run) => {
    const { press, reports, container } = await renderActing({ actions: [{ ...note, run }] });
    await press(noteIt);
    expect(row(outgoing)).toHaveTextContent(enActions.notDoneError);
    expect(container.innerHTML).not.toContain("of 13800138000");
    expect(reports.at(-1)?.[1]).toEqual({ kind: "failed", action: "note", code: "error" });
  });

  it("is shown where isFor allows it for the call and the held calls", async () => {
    const isFor = vi.fn((call: { callId: string }, held: readonly unknown[]) =>
      held.length > 2 ? call.callId === incoming.callId : false,
    );
    const { simulator } = await renderActing({ actions: [{ ...note, isFor }] });
    expect(screen.getAllByRole("button", { name: /^Take a note/ })).toEqual([buttonIn(incoming, "Take a note")]);
    simulator.endCall(agentId, colleague.callId);
    await passTime(2_250);
    expect(queryButton(/^Take a note/)).toBeNull();
  });

  it("is hidden when isFor throws", async () => {
    const isFor = () => {
      throw new Error("no");
    };
    await renderActing({ actions: [{ ...note, isFor }, retrieve] });
    expect(queryButton(/^Take a note/)).toBeNull();
    expect(screen.getAllByRole("button", { name: /^Retrieve/ })).toHaveLength(3);
  });

  it("does not explain the departure of its call", async () => {
    const { press, simulator, session } = await renderActing({ actions: [note], talking: false });
    await passTime(5_000);
    const announced = recordAnnouncements();
    await press(noteIt);
    simulator.endCall(agentId, outgoing.callId);
    sendEvent(session, "AgentEvent_Customer_Release", { callid: outgoing.callId });
    await passTime(750);
    expect(row(outgoing)).toHaveTextContent(en.leftBecause["customer-hung-up"]);
    await passTime(6_000);
    expect(announced.join(" ")).toContain(en.announceHangUp("8 0 0 0", 2));
  });

  it("excludes other voice actions while it moves the voice path", async () => {
    const swap = createHeldCallAction({
      id: "swap",
      labels: { label: "Swap" },
      movesVoice: true,
      run: () => new Promise(() => {}),
    });
    const { press, choose, button } = await renderActing({ actions: [retrieve, swap] });
    await choose("Swap");
    expect(row(outgoing)).toHaveTextContent("Swap…");
    expect(button(retrieveIt)).toHaveAccessibleDescription("Wait: swap…");
    expect(button(`Retrieve ${incoming.name}`)).toHaveAccessibleDescription(enActions.othersWait);
    await press(`Retrieve ${incoming.name}`);
    expect(button(`Retrieve ${incoming.name}`)).toHaveAttribute("data-busy", "false");
  });

  it("is sent even if its announcement throws", async () => {
    const reported = vi.fn();
    vi.stubGlobal("reportError", reported);
    const announceStart = () => {
      throw new Error("no words");
    };
    const run = vi.fn(() => Promise.resolve());
    const { press } = await renderActing({
      actions: [{ ...note, labels: { label: "Take a note", announceStart }, run }],
    });
    await press(noteIt);
    expect(run).toHaveBeenCalledTimes(1);
    expect(row(outgoing)).toHaveTextContent(enActions.done);
    expect(reported).toHaveBeenCalled();
  });

  it("loses its confirmation when it is no longer for the call, and does not get it back", async () => {
    let isFor = true;
    const asks = createHeldCallAction({
      id: "park",
      labels: { label: "Park", confirm: { question: () => "Park it?", no: "No" } },
      isFor: () => isFor,
      run: () => Promise.resolve(),
    });
    const { choose, show, props } = await renderActing({ actions: [retrieve, asks] });
    await choose("Park");
    expectShown("Park it?");
    isFor = false;
    show({ ...props, hasCurrentCall: true });
    expectAbsent("Park it?");
    isFor = true;
    show({ ...props, hasCurrentCall: false });
    expectAbsent("Park it?");
  });

  it("is shown without an icon that throws", async () => {
    const Broken = (): never => {
      throw new Error("icon");
    };
    const { button } = await renderActing({ actions: [{ ...retrieve, icon: <Broken /> }] });
    vi.mocked(console.error).mockClear(); // React's report of it
    expect(button(retrieveIt)).toHaveTextContent(/^Retrieve/);
  });

  it("supports the arrow keys with an ID that is no valid selector", async () => {
    const { button, user } = await renderActing({ actions: [{ ...retrieve, id: '"] , menu' }] });
    act(() => button(retrieveIt).focus());
    await user.keyboard("{ArrowDown}");
    expect(button(`Retrieve ${incoming.name}`)).toHaveFocus();
  });
});

it("only reads with an empty actions prop, and after the host has removed it", async () => {
  const { show } = await renderActing({ actions: [] });
  expect(queryButton(/^Retrieve/)).toBeNull();
  show({ actions: ready });
  expect(screen.getAllByRole("button", { name: /^Retrieve/ })).toHaveLength(3);
  show({});
  expect(queryButton(/^(Retrieve|More)/)).toBeNull();
});

it("finishes an action although onAction throws, and reports the host's error", async () => {
  const reported = vi.fn();
  vi.stubGlobal("reportError", reported);
  const fault = new Error("host");
  const { press, sent } = await renderActing({
    props: {
      onAction: () => {
        throw fault;
      },
    },
  });
  await press(retrieveIt);
  expect(sent()).toEqual([`retrieve ${outgoing.callId}`]);
  expect(row(outgoing)).toHaveTextContent("Off hold");
  expect(reported).toHaveBeenCalledWith(fault);
});

it("shares one action runner between two panels: both show it, one request is sent, one panel reports", async () => {
  const { user, sent, reports } = await renderActing({
    before: (simulator) => void simulator.order({ kind: "latency", on: "retrieve", delay: 1_000 }),
    page: (panel) => (
      <>
        <div data-testid="one">{panel}</div>
        <div data-testid="two">
          <HoldListPanel actions={[retrieve]} />
        </div>
      </>
    ),
  });
  const [one, two] = [within(screen.getByTestId("one")), within(screen.getByTestId("two"))];
  await user.click(one.getByRole("button", { name: retrieveIt }));
  const other = two.getByRole("button", { name: `Retrieve ${incoming.name}` });
  expect(other).toHaveAccessibleDescription(othersWait);
  await user.click(two.getByRole("button", { name: `Retrieving… ${outgoing.name}` }));
  await user.click(other);
  await passTime(1_250);
  expect(sent()).toEqual([`retrieve ${outgoing.callId}`]);
  for (const panel of [one, two]) expect(panel.getByText("Off hold")).toBeInTheDocument();
  expect(reports).toHaveLength(2);
});

it("keeps numbers, IDs, the Guid and the gateway's messages out of its reports", async () => {
  const secretText = "of 13800138000, 1501127996-2";
  const { press, choose, reports, session } = await renderActing({
    before: (simulator) => {
      const on = "retrieve";
      simulator.order({ kind: "retcode", on, retcode: "200-016", message: secretText, times: 1 });
      simulator.order({ kind: "retcode", on, retcode: secretText, message: secretText, times: 1 });
      simulator.order({ kind: "http", on, status: 502, body: secretText, times: 1 });
    },
  });
  for (let time = 0; time < 2; time++) {
    await press(retrieveIt);
    await press(enActions.dismiss);
  }
  await press(retrieveIt);
  await press(enActions.checkNow);
  await press(enActions.tryAgain);
  await choose(enActions.hangUp.label, incoming);
  await press(enActions.hangUp.label);
  await passTime(6_000);
  const told = JSON.stringify(reports.map(([, report]) => report));
  expect(told).toContain('"code":"unknown"');
  expect(told).toContain('"code":"HTTP 502"');
  const guid = session.getState().session?.guid ?? "no Guid";
  for (const secret of ["13800138000", "8000", "70941", "10086", "40038", "1501127", "996-2", `"${agentId}"`, guid])
    expect(told).not.toContain(secret);
});

it("finishes an action while the page is hidden", async () => {
  const { press } = await renderActing({
    before: (simulator) => void simulator.order({ kind: "doneLate", on: "retrieve", after: 3_000 }),
  });
  await press(retrieveIt);
  setVisibility("hidden");
  await passTime(4_250);
  expect(row(outgoing)).toHaveTextContent(/Off hold after [34] s/);
});
