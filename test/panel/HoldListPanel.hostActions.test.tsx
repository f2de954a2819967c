import { act, screen, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { createHeldCallAction, HoldListPanel, retrieve } from "../../src/index.js";
import { agentId, listen, move, setVisibility } from "../support/renderPanel.js";
import { buttonIn, incoming, outgoing, ready, renderActing, row } from "../support/renderActing.js";

const note = createHeldCallAction({
  id: "note",
  labels: { label: "Take a note", done: "Noted" },
  run: () => Promise.resolve(),
});
const noteIt = `Take a note ${outgoing.name}`;

describe("a host's own action", () => {
  it("gets the call, the gateway, the session, a request and a signal, and is done when its promise ends", async () => {
    const run = vi.fn(() => Promise.resolve());
    const { press, session, reports } = await renderActing({ actions: [{ ...note, run }] });
    await press(noteIt);
    expect(row(outgoing)).toHaveTextContent("Noted");
    expect(run).toHaveBeenCalledTimes(1);
    expect(run).toHaveBeenCalledWith({
      call: expect.objectContaining({ callId: outgoing.callId, called: "13800138000" }) as unknown,
      gateway: expect.objectContaining({ baseUrl: "https://gateway.invalid" }) as unknown,
      session,
      request: expect.objectContaining({ agentId, guid: session.getState().session?.guid }) as unknown,
      signal: expect.any(AbortSignal) as unknown,
    });
    expect(reports.map(([, { kind }]) => kind)).toEqual(["started", "confirmed"]);
    await move(3_000);
    expect(row(outgoing)).not.toHaveTextContent("Noted");
  });

  it("sends what it wants by the gateway, which refuses it in the agent's words", async () => {
    const hold = createHeldCallAction({
      id: "hold",
      labels: { label: "Hold" },
      run: ({ gateway, request }) => gateway.send({ method: "POST", path: "voicecall/{agentid}/hold" }, request),
    });
    const { press, sent } = await renderActing({ actions: [hold], talking: false });
    await press(`Hold ${outgoing.name}`);
    expect(sent()).toEqual(["hold null"]);
    expect(row(outgoing)).toHaveTextContent("Not done: you have no current call to join.Code 200-013");
  });

  it.each([
    ["rejects", () => Promise.reject(new Error("of 13800138000"))],
    [
      "throws at once",
      () => {
        throw new TypeError("of 13800138000");
      },
    ],
  ])("that %s is told as not done, and its words go nowhere", async (_, run) => {
    const { press, reports, measures, container } = await renderActing({ actions: [{ ...note, run }] });
    await press(noteIt);
    expect(row(outgoing)).toHaveTextContent("Not done.");
    expect(container.innerHTML).not.toContain("of 13800138000");
    expect(reports.at(-1)?.[1]).toEqual({ kind: "failed", action: "note", code: "error" });
    expect(measures.at(-1)).toEqual({ kind: "action", report: { kind: "failed", action: "note", code: "error" } });
  });

  it("is shown for the calls that it is for, by the call and by all that is on hold", async () => {
    const isFor = vi.fn((call: { callId: string }, held: readonly unknown[]) =>
      held.length > 2 ? call.callId === incoming.callId : false,
    );
    const { simulator } = await renderActing({ actions: [{ ...note, isFor }] });
    expect(screen.getAllByRole("button", { name: /^Take a note/ })).toHaveLength(1);
    expect(buttonIn(incoming, "Take a note")).toBeInTheDocument();
    simulator.endCall(agentId, "1501128311-5");
    await move(2_250);
    expect(screen.queryByRole("button", { name: /^Take a note/ })).toBeNull();
  });

  it("is shown for no call where the host's function throws", async () => {
    const isFor = () => {
      throw new Error("no");
    };
    await renderActing({ actions: [{ ...note, isFor }, retrieve] });
    expect(screen.queryByRole("button", { name: /^Take a note/ })).toBeNull();
    expect(screen.getAllByRole("button", { name: /^Retrieve/ })).toHaveLength(3);
  });

  it("is no reason why its call has left", async () => {
    const { press, simulator, session } = await renderActing({ actions: [note], talking: false });
    await move(5_000);
    const said = listen();
    await press(noteIt);
    simulator.endCall(agentId, outgoing.callId);
    act(() =>
      session.getState().applyAgentEvent({
        retcode: "0",
        event: { eventType: "AgentEvent_Customer_Release", workNo: agentId, content: { callid: outgoing.callId } },
      }),
    );
    await move(750);
    expect(row(outgoing)).toHaveTextContent("Customer hung up");
    await move(6_000);
    expect(said.join(" ")).toContain("Customer ending 8 0 0 0 hung up. 2 left.");
  });

  it("that moves the voice path takes its turn with the others", async () => {
    const swap = createHeldCallAction({
      id: "swap",
      labels: { label: "Swap" },
      movesVoice: true,
      run: () => new Promise(() => {}),
    });
    const { press, button, user } = await renderActing({ actions: [retrieve, swap] });
    await user.click(button(`More actions for ${outgoing.name}`));
    await user.click(screen.getByRole("menuitem", { name: "Swap" }));
    expect(row(outgoing)).toHaveTextContent("Swap…");
    expect(button(`Retrieve ${outgoing.name}`)).toHaveAccessibleDescription("Wait: swap…");
    expect(button(`Retrieve ${incoming.name}`)).toHaveAccessibleDescription("Wait: another action is under way");
    await press(`Retrieve ${incoming.name}`);
    expect(button(`Retrieve ${incoming.name}`)).toHaveAttribute("data-busy", "false");
  });

  it("whose words throw while they are said is sent all the same", async () => {
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
    expect(row(outgoing)).toHaveTextContent("Done");
    expect(reported).toHaveBeenCalled();
    vi.unstubAllGlobals();
  });
});

it("is a panel that only reads, with no action and with none left", async () => {
  const { show } = await renderActing({ actions: [] });
  expect(screen.queryByRole("button", { name: /^Retrieve/ })).toBeNull();
  show({ actions: ready });
  expect(screen.getAllByRole("button", { name: /^Retrieve/ })).toHaveLength(3);
  show({});
  expect(screen.queryByRole("button", { name: /^(Retrieve|More)/ })).toBeNull();
});

it("survives host callbacks that throw, and reports them as the host's", async () => {
  const reported = vi.fn();
  vi.stubGlobal("reportError", reported);
  const fault = new Error("host");
  const { press, sent } = await renderActing({
    props: {
      onAction: () => {
        throw fault;
      },
    },
    provider: {
      onMeasure: () => {
        throw fault;
      },
    },
  });
  await press(`Retrieve ${outgoing.name}`);
  expect(sent()).toEqual([`retrieve ${outgoing.callId}`]);
  expect(row(outgoing)).toHaveTextContent("No longer on hold");
  expect(reported).toHaveBeenCalledWith(fault);
  vi.unstubAllGlobals();
});

it("is one runner for two panels of a provider: busy, waiting and done in both, sent once, told once", async () => {
  const { user, sent, measures, reports } = await renderActing({
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
  await user.click(one.getByRole("button", { name: `Retrieve ${outgoing.name}` }));
  const busy = two.getByRole("button", { name: `Retrieving… ${outgoing.name}` });
  expect(two.getByRole("button", { name: `Retrieve ${incoming.name}` })).toHaveAccessibleDescription(
    "Wait: another call is being retrieved",
  );
  await user.click(busy);
  await user.click(two.getByRole("button", { name: `Retrieve ${incoming.name}` }));
  await move(1_250);
  expect(sent()).toEqual([`retrieve ${outgoing.callId}`]);
  for (const panel of [one, two]) expect(panel.getByText("No longer on hold")).toBeInTheDocument();
  expect(measures.filter(({ kind }) => kind === "action")).toHaveLength(2);
  expect(reports).toHaveLength(2);
});

describe("what is measured", () => {
  it("is each action's start and end, the longest hold, and each threshold crossed", async () => {
    const { press, measures } = await renderActing({
      provider: { attention: { long: 3_000, tooLong: 6_000 } },
      before: (simulator) => void simulator.order({ kind: "retcode", on: "retrieve", retcode: "200-016", times: 1 }),
    });
    await press(`Retrieve ${incoming.name}`);
    await move(7_000);
    await press(`Retrieve ${outgoing.name}`);
    expect(measures.filter(({ kind }) => kind === "action")).toEqual([
      { kind: "action", report: { kind: "started", action: "retrieve" } },
      { kind: "action", report: { kind: "failed", action: "retrieve", code: "200-016" } },
      { kind: "action", report: { kind: "started", action: "retrieve" } },
      { kind: "action", report: { kind: "confirmed", action: "retrieve", after: expect.any(Number) as number } },
    ]);
    const crossed = measures.filter((one) => one.kind === "threshold-crossed");
    expect(crossed.map(({ level }) => level)).toEqual(["long", "long", "long", "too-long", "too-long", "too-long"]);
    for (const { level, heldFor } of crossed) expect(heldFor).toBeGreaterThanOrEqual(level === "long" ? 3_000 : 6_000);
    const [ended] = measures.filter((one) => one.kind === "hold-ended");
    expect(ended).toMatchObject({ certainty: "at-least" });
    expect(ended?.heldFor).toBe(ended?.longest);
    expect(ended?.heldFor).toBeGreaterThanOrEqual(7_000);
  });

  it("keeps the longest hold of the sign-in, and begins anew with another", async () => {
    const { simulator, session, measures } = await renderActing({ talking: false });
    const ended = () =>
      measures.filter((one) => one.kind === "hold-ended").map(({ longest, heldFor }) => [longest, heldFor]);
    await move(4_000);
    simulator.endCall(agentId, outgoing.callId);
    await move(2_250);
    const [[longest = 0] = []] = ended();
    expect(longest).toBeGreaterThan(4_000);
    simulator.holdCall(agentId, { callId: "5-5", callType: 0, caller: "70123", skill: "" });
    await move(2_250);
    simulator.endCall(agentId, "5-5");
    await move(2_250);
    expect(ended()[1]?.[0]).toBe(longest);
    expect(ended()[1]?.[1]).toBeLessThan(longest);
    act(() => session.getState().signIn({ agentId, guid: simulator.signIn(agentId) }));
    await move(500);
    simulator.endCall(agentId, incoming.callId);
    await move(2_250);
    const last = ended().at(-1);
    expect(last?.[0]).toBe(last?.[1]);
  });

  it("has no number, call ID, agent ID, Guid or word of the gateway in it, whatever happens", async () => {
    const { press, choose, measures, simulator, session } = await renderActing({
      provider: { attention: { long: 2_000, tooLong: 4_000 } },
      before: (simulator) => {
        const of = "of 13800138000, 1501127996-2";
        simulator.order({ kind: "retcode", on: "retrieve", retcode: "200-016", message: of, times: 1 });
        simulator.order({ kind: "retcode", on: "retrieve", retcode: of, message: of, times: 1 });
        simulator.order({ kind: "http", on: "retrieve", status: 502, body: of, times: 1 });
      },
    });
    for (let time = 0; time < 2; time++) {
      await press(`Retrieve ${outgoing.name}`);
      await press("Dismiss");
    }
    await press(`Retrieve ${outgoing.name}`);
    await press("Check now");
    await press("Try again");
    await choose("Hang up", incoming);
    await press("Hang up");
    await move(6_000);
    const told = JSON.stringify(measures);
    expect(measures.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["action", "hold-ended", "threshold-crossed"]),
    );
    expect(told).toContain('"code":"unknown"');
    expect(told).toContain('"code":"HTTP 502"');
    const guid = session.getState().session?.guid ?? "no Guid";
    for (const secret of ["13800138000", "8000", "70941", "10086", "40038", "1501127", "996-2", `"${agentId}"`, guid])
      expect(told).not.toContain(secret);
    expect(simulator.requests.length).toBeGreaterThan(0);
  });
});

it("goes on with what was pressed when the page is hidden", async () => {
  const { press } = await renderActing({
    before: (simulator) => void simulator.order({ kind: "doneLate", on: "retrieve", after: 3_000 }),
  });
  await press(`Retrieve ${outgoing.name}`);
  setVisibility("hidden");
  await move(4_250);
  expect(row(outgoing)).toHaveTextContent(/No longer on hold after [34] s/);
});

it("shows an action whose icon throws, without it", async () => {
  const Broken = (): never => {
    throw new Error("icon");
  };
  const { button } = await renderActing({ actions: [{ ...retrieve, icon: <Broken /> }] });
  vi.mocked(console.error).mockClear(); // React's report of it
  expect(button(`Retrieve ${outgoing.name}`)).toHaveTextContent(/^Retrieve/);
});

it("keeps the keys of an action whose ID a selector could not hold", async () => {
  const { button, user } = await renderActing({ actions: [{ ...retrieve, id: '"] , menu' }] });
  act(() => button(`Retrieve ${outgoing.name}`).focus());
  await user.keyboard("{ArrowDown}");
  expect(button(`Retrieve ${incoming.name}`)).toHaveFocus();
});

it("asks no question again that went with its action", async () => {
  let isFor = true;
  const asks = createHeldCallAction({
    id: "park",
    labels: { label: "Park", confirm: { question: () => "Park it?", no: "No" } },
    isFor: () => isFor,
    run: () => Promise.resolve(),
  });
  const { press, show, props } = await renderActing({ actions: [retrieve, asks] });
  await press(`More actions for ${outgoing.name}`);
  act(() => screen.getAllByRole("menuitem")[0]?.click());
  expect(screen.getByText("Park it?")).toBeInTheDocument();
  isFor = false;
  show({ ...props, hasCurrentCall: true });
  expect(screen.queryByText("Park it?")).toBeNull();
  isFor = true;
  show({ ...props, hasCurrentCall: false });
  expect(screen.queryByText("Park it?")).toBeNull();
});
