import { act, screen, within } from "@testing-library/react";
import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { en, enActions, type HoldListPanelProps, maskNumber, retrieve } from "../../src/index.js";
import { agentId, holdThree, outgoing } from "../support/calls.js";
import { passTime } from "../support/clock.js";
import { sendEvent } from "../support/desktop.js";
import { FakeAudio, FakeNotification, stubAlerts } from "../support/fakeAlerts.js";
import {
  allowReports,
  brokenGateways,
  expectHostAlive,
  expectThreeRows,
  gatewayOf,
  hostPage,
  listReads,
  oddFunctions,
  oddValues,
  rerenderFor,
  throwError,
} from "../support/hostileHost.js";
import { noAttention, type PanelOptions, renderPanel } from "../support/renderPanel.js";
import { ready, renderActing } from "../support/renderActing.js";
import { button, buttonIn, detailsButton, expectShown, panel, row, rows } from "../support/screen.js";

allowReports();

/** Renders a panel over three calls in a host's page. Props may have wrong types. */
const renderHosted = (props: object = {}, options: PanelOptions = {}) =>
  renderPanel({ before: holdThree, page: hostPage, props, ...options });

/** A host that shows the panel in one of two containers, and moves it. */
let movePanel: () => void = () => {};
function TwoContainers({ children }: { children: ReactNode }): ReactNode {
  const [containers] = useState(() => [document.createElement("div"), document.createElement("div")] as const);
  const [index, setIndex] = useState(0);
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    host.current?.append(...containers);
    movePanel = () => setIndex((before) => 1 - before);
  });
  return <div ref={host}>{createPortal(children, containers[index === 0 ? 0 : 1], `in container ${index}`)}</div>;
}

/** A host that gives the panel another React key. */
let replacePanel: () => void = () => {};
function Keyed({ children }: { children: ReactNode }): ReactNode {
  const [key, setKey] = useState(0);
  useLayoutEffect(() => {
    replacePanel = () => setKey((before) => before + 1);
  });
  return <div key={key}>{children}</div>;
}

describe("a host that renders often", () => {
  it("may use StrictMode", async () => {
    const desktop = await renderHosted({}, { strict: true });
    const before = listReads(desktop);
    await passTime(10_000);
    expectThreeRows();
    expect(listReads(desktop) - before).toBe(5);
  });

  it("may pass undefined for every optional prop", async () => {
    await renderHosted({
      labels: undefined,
      onSignIn: undefined,
      order: undefined,
      mask: undefined,
      formatNumber: undefined,
      revealFor: undefined,
      filter: undefined,
      sound: undefined,
      notifications: undefined,
      renderCall: undefined,
      renderHeader: undefined,
      renderEmpty: undefined,
      actions: undefined,
      hasCurrentCall: undefined,
      onAction: undefined,
      handleRef: undefined,
      density: undefined,
      elementRef: undefined,
      className: undefined,
    } satisfies {
      [Prop in Exclude<keyof HoldListPanelProps, keyof React.ComponentPropsWithoutRef<"section">>]-?: undefined;
    } & {
      className: undefined;
    });
    expectThreeRows();
    expect(panel()).toHaveClass("hlp-panel", { exact: true });
  });

  it("may pass inline props at each render, every 100 ms", async () => {
    const inline = (): HoldListPanelProps => ({
      labels: { ...en, count: (count) => en.count(count) },
      mask: (number) => maskNumber(number),
      renderCall: ({ callId }) => <i>{callId}</i>,
      renderHeader: (calls) => <b>{calls.length}</b>,
      renderEmpty: () => null,
      actions: [{ ...retrieve }],
      onAction: () => {},
      onSignIn: () => {},
      handleRef: () => {},
      elementRef: () => {},
      style: {},
    });
    const desktop = await renderHosted(inline());
    const before = listReads(desktop);
    await rerenderFor(10_000, () => desktop.show(inline()));
    expectThreeRows();
    expect(listReads(desktop) - before).toBe(5);
    expect(within(row({ name: "•••• 8000" })).getByRole("timer")).toHaveTextContent("0:10");
  });
});

describe("a host that replaces the only panel in one commit", () => {
  const waysToReplace = [
    ["by another key", (panel: ReactNode) => hostPage(<Keyed>{panel}</Keyed>), () => replacePanel()],
    [
      "by moving it between two containers",
      (panel: ReactNode) => hostPage(<TwoContainers>{panel}</TwoContainers>),
      () => movePanel(),
    ],
  ] as const;

  it.each(waysToReplace)("%s sees the same calls and hold times at once", async (_, page, replace) => {
    const { session } = await renderActing({ page });
    act(() => session.getState().setHeldSince(outgoing.callId, Date.now() - 60_000));
    await passTime(1_000);
    act(replace);
    expectThreeRows();
    for (const each of rows()) expect(within(each).getByRole("timer")).toBeVisible();
    expect(within(row(outgoing)).getByRole("timer")).toHaveTextContent(/^1:01/);
  });

  it.each(waysToReplace)(
    "%s retrieves the held call, also while events replace most polls",
    async (_, page, replace) => {
      const { session, press, sent } = await renderActing({ page });
      sendEvent(session, "AgentEvent_Ready", {});
      await passTime(3_000);
      act(replace);
      await press(`Retrieve ${outgoing.name}`);
      expect(sent()).toEqual([`retrieve ${outgoing.callId}`]);
      expect(row(outgoing)).not.toHaveTextContent(enActions.goneBefore);
    },
  );

  it.each(waysToReplace)("%s keeps the doubt, the calls and their times during an outage", async (_, page, replace) => {
    const { simulator } = await renderActing({ page });
    simulator.order({ kind: "disconnect" });
    await passTime(10_000);
    act(replace);
    await passTime(30_000);
    expectThreeRows();
    expectShown(en.notUpToDate("10:42:07"));
    for (const each of rows()) expect(within(each).getByRole("timer")).toBeVisible();
    expect(document.body).not.toHaveTextContent(enActions.goneBefore);
  });
});

describe("a prop of the host", () => {
  it.each(oddFunctions)("may be a mask that %s: no whole number is shown", async (_, mask) => {
    await renderHosted({ mask });
    await passTime(5_000);
    expectThreeRows();
    expect(document.body.textContent).not.toMatch(/8000|70941|40038/);
  });

  it.each(oddFunctions)("may be a slot that %s", async (_, slot) => {
    const { simulator, show } = await renderHosted({ renderCall: slot });
    expectThreeRows();
    show({ renderHeader: slot } as object);
    expectThreeRows();
    show({ renderEmpty: slot } as object);
    for (const { callId } of simulator.agent(agentId).heldCalls) simulator.endCall(agentId, callId);
    await passTime(20_000);
    expectHostAlive();
    expect(panel()).toHaveAttribute("data-state", "ready");
  });

  const printable = oddValues.filter(([name]) => name !== "a symbol");
  it.each<[prop: string, values: readonly [string, unknown][]]>([
    ["order", oddValues],
    ["revealFor", oddValues],
    ["density", printable],
    ["className", printable],
    ["labels", oddValues],
    [
      "actions",
      [
        ["null", null],
        ["false", false],
        ["an action that is false", [false, retrieve]],
        ["an action twice", [retrieve, retrieve]],
      ],
    ],
    ["onAction", oddValues],
    ["hasCurrentCall", oddValues],
  ])("may have a wrong type: %s", async (prop, values) => {
    const { show } = await renderHosted();
    for (const [name, value] of values) {
      show({ [prop]: value });
      await passTime(100);
      expect([name, screen.queryAllByRole("listitem").length]).toEqual([name, 3]);
      expectHostAlive();
    }
  });

  it.each(["elementRef", "handleRef"])("may be a ref callback that throws: %s", async (prop) => {
    const { unmount } = await renderHosted({ [prop]: throwError });
    expectThreeRows();
    unmount();
  });

  it.each(oddFunctions)("may be an onAction that %s", async (_, onAction) => {
    const { press, sent } = await renderActing({ page: hostPage, props: { onAction } });
    await press(`Retrieve ${outgoing.name}`);
    expect(sent()).toEqual([`retrieve ${outgoing.callId}`]);
    expectHostAlive();
    expect(row(outgoing)).toHaveTextContent(en.leftBecause.unknown);
  });
});

describe("a host's labels", () => {
  const all = { ...en, ...enActions };
  const keys = Object.keys(all) as (keyof typeof all)[];
  const functions = keys.filter((key) => typeof all[key] === "function");
  const replaceAll = (replaced: readonly string[], value: unknown) =>
    Object.fromEntries(replaced.map((key) => [key, value]));

  /** Shows these labels in every state of a panel with actions. */
  async function showEverywhere(labels: object) {
    const desktop = await renderActing({
      page: hostPage,
      props: { labels },
      provider: { attention: undefined },
    });
    const { simulator, session, user } = desktop;
    expectThreeRows();
    await user.click(within(rows()[0] ?? document.body).getAllByRole("button")[0] ?? document.body);
    await passTime(70_000);
    expectThreeRows();
    simulator.order({ kind: "disconnect" });
    await passTime(10_000);
    expectThreeRows();
    simulator.clearFaults();
    simulator.order({ kind: "retcode", retcode: "100-006" });
    await passTime(40_000);
    expectThreeRows();
    act(() => session.getState().signOut());
    expectHostAlive();
    expect(panel()).toHaveAttribute("data-state", "signed-out");
  }

  it.each([...oddValues.slice(0, 3), ["an object", {}], ["a promise", Promise.resolve("x")]] as [string, unknown][])(
    "may all be %s",
    (_, value) => showEverywhere(replaceAll(keys, value)),
  );

  it.each(oddFunctions.filter(([name]) => /throws|undefined|object$|promise|NaN/.test(name)))(
    "may all be functions of which each %s",
    (_, fn) => showEverywhere(replaceAll(functions, fn)),
  );

  it("keep the list and the host's page when one of them throws: each in turn", async () => {
    const { show } = await renderHosted();
    for (const key of functions) {
      show({ labels: { [key]: throwError }, actions: ready });
      expect([key, screen.queryAllByRole("listitem").length]).toEqual([key, 3]);
    }
    expectHostAlive();
  });

  it.each([
    ["undefined", undefined],
    ["null", null],
    ["a function that throws", throwError],
    ["a function that returns null", () => null],
  ])("may have %s for a supervised agent's labels", async (_, supervising) => {
    await renderPanel({
      page: hostPage,
      before: (simulator) => void simulator.holdCall("292", { callId: "9-9", caller: "70999" }),
      props: { labels: { supervising } } as object,
      provider: { supervised: { agentId: "292", name: "Li Wei" } },
    });
    expectHostAlive();
    expect(rows()).toHaveLength(1);
  });

  it.each(["", "xx_invalid", "en-US@posix", "not a language"])("may name the language %j", async (language) => {
    const { user } = await renderHosted({ labels: { ...en, language } });
    await user.click(detailsButton("996-2"));
    await passTime(5_000);
    expectThreeRows();
  });
});

describe("a browser", () => {
  beforeEach(stubAlerts);
  afterEach(() => {
    Reflect.deleteProperty(navigator, "clipboard");
    Reflect.deleteProperty(Element.prototype, "animate");
  });
  const everything: HoldListPanelProps = {
    sound: true,
    notifications: true,
    mask: maskNumber,
    revealFor: 5_000,
    actions: ready,
  };
  const breakGetter = (target: object, name: string) =>
    Object.defineProperty(target, name, { configurable: true, get: throwError });

  class BrokenNotification extends FakeNotification {
    constructor() {
      super("", { body: "" });
      throw new TypeError("Illegal constructor. Use ServiceWorkerRegistration.showNotification() instead.");
    }
  }
  class NoClosing extends FakeNotification {
    override close = throwError;
  }
  class BrokenAudio {
    constructor() {
      throw new DOMException("Too many contexts", "NotSupportedError");
    }
  }
  class NoResuming extends FakeAudio {
    override state = "suspended";
    override resume = () => Promise.reject(new DOMException("no", "NotAllowedError"));
    override close = throwError;
  }

  const faults: [name: string, breakIt: () => unknown][] = [
    ["without Notification", () => vi.stubGlobal("Notification", undefined)],
    ["whose Notification constructor throws", () => vi.stubGlobal("Notification", BrokenNotification)],
    ["whose notifications cannot be closed", () => vi.stubGlobal("Notification", NoClosing)],
    ["whose Notification.permission throws", () => vi.stubGlobal("Notification", breakGetter(class {}, "permission"))],
    ["without AudioContext", () => vi.stubGlobal("AudioContext", undefined)],
    ["whose AudioContext constructor throws", () => vi.stubGlobal("AudioContext", BrokenAudio)],
    ["whose AudioContext neither resumes nor closes", () => vi.stubGlobal("AudioContext", NoResuming)],
    ["whose OscillatorNode throws", () => vi.stubGlobal("OscillatorNode", BrokenAudio)],
    ["whose sessionStorage throws", () => vi.spyOn(window, "sessionStorage", "get").mockImplementation(throwError)],
    ["whose sessionStorage is full", () => vi.spyOn(Storage.prototype, "setItem").mockImplementation(throwError)],
    ["whose Intl.DateTimeFormat throws", () => vi.spyOn(Intl, "DateTimeFormat").mockImplementation(throwError)],
    ["whose animate throws", () => Object.assign(Element.prototype, { animate: throwError })],
    ["whose matchMedia throws", () => vi.stubGlobal("matchMedia", throwError)],
    ["without reportError", () => vi.stubGlobal("reportError", undefined)],
    ["whose document.hasFocus throws", () => vi.spyOn(document, "hasFocus").mockImplementation(throwError)],
    [
      "without document.visibilityState",
      () => vi.spyOn(document, "visibilityState", "get").mockReturnValue(undefined as never),
    ],
  ];

  it.each(faults)("%s still shows the calls and their alarms", async (_, breakIt) => {
    vi.spyOn(document, "hasFocus").mockReturnValue(false);
    breakIt();
    const { user, simulator, unmount } = await renderHosted(everything, {
      provider: { attention: { long: 10_000, tooLong: 30_000 } },
    });
    expectThreeRows();
    await user.click(detailsButton("996-2"));
    await passTime(11_000);
    expectThreeRows();
    expect(screen.getAllByText(en.longHold)).toHaveLength(3);
    await passTime(20_000);
    expectShown(en.tooLongCount(3));
    for (const allow of screen.queryAllByRole("button", { name: /^Turn/ })) await user.click(allow);
    await passTime(60_000);
    expectThreeRows();
    simulator.endCall(agentId, outgoing.callId);
    await passTime(20_000);
    expectHostAlive();
    expect(rows().filter((each) => !each.hasAttribute("data-left"))).toHaveLength(2);
    unmount();
  });

  it.each([
    ["throws", throwError],
    ["rejects", () => Promise.reject(new Error("no"))],
    ["returns undefined, as in old Safari", () => undefined],
  ])("whose Notification.requestPermission %s keeps the list", async (_, requestPermission) => {
    FakeNotification.permission = "default";
    FakeNotification.requestPermission.mockImplementation(requestPermission);
    const { user } = await renderHosted({ notifications: true });
    await passTime(1_000);
    await user.click(button(en.allowNotifications));
    await passTime(1_000);
    expectThreeRows();
  });

  it.each<[string, unknown]>([
    ["missing", undefined],
    ["empty", {}],
    ["broken", { writeText: throwError }],
    ["odd", { writeText: () => undefined }],
  ])("whose clipboard is %s keeps the list", async (_, clipboard) => {
    const { user } = await renderHosted();
    Object.defineProperty(navigator, "clipboard", { value: clipboard, configurable: true });
    await user.click(detailsButton("996-2"));
    await user.click(button(en.copyCallId("996-2")));
    await passTime(5_000);
    expectThreeRows();
  });

  it.each<[string, unknown]>([
    ["missing", undefined],
    ["broken", throwError],
  ])("whose showPopover is %s still opens the menu", async (_, showPopover) => {
    const { user } = await renderActing({ page: hostPage });
    HTMLElement.prototype.showPopover = showPopover as () => void;
    await user.click(buttonIn(outgoing, enActions.moreActions));
    await passTime(100);
    expectThreeRows();
    expect(document.querySelectorAll("[role=menuitem]").length).toBeGreaterThan(0);
  });
});

describe("a gateway of the host", () => {
  it.each(brokenGateways)("that %s leaves the host's page alone", async (_, fetchHoldList) => {
    await renderHosted({}, { provider: { ...noAttention, gateway: gatewayOf(fetchHoldList) } });
    await passTime(60_000);
    expectHostAlive();
    expect(panel()).toHaveAttribute("data-state", "error");
    expectShown(en.cannotShow);
    expect(button(en.tryNow)).toBeVisible();
  });

  it.each(brokenGateways)("that later %s keeps the last list, in doubt", async (_, fetchHoldList) => {
    const { gateway, provide } = await renderHosted({}, { provider: noAttention });
    await passTime(1_000);
    const broken = { ...gateway, fetchHoldList: fetchHoldList as typeof gateway.fetchHoldList };
    provide({ ...noAttention, gateway: broken });
    await passTime(60_000);
    expectThreeRows();
    expect(panel()).toHaveAttribute("data-doubtful");
  });
});

it.each<[string, HoldListPanelProps["onAction"]]>([
  ["when an action starts", (_, report) => report.kind === "started" && signOut()],
  ["when an action ends", (_, report) => report.kind !== "started" && signOut()],
])("shows the signed-out text to a host that signs out %s", async (_, onAction) => {
  const { session, press } = await renderActing({ page: hostPage, props: { onAction } });
  signOut = () => session.getState().signOut();
  await press(`Retrieve ${outgoing.name}`);
  await passTime(5_000);
  expectHostAlive();
  expect(panel()).toHaveAttribute("data-state", "signed-out");
});
let signOut = () => {};

it("shows the list to a host that signs in again inside onSignIn", async () => {
  const desktop = await renderHosted({ onSignIn: () => signInAgain() });
  const { simulator, session, user } = desktop;
  const signInAgain = () => {
    simulator.clearFaults();
    session.getState().signIn({ agentId, guid: simulator.signIn(agentId) });
  };
  simulator.order({ kind: "retcode", retcode: "100-006" });
  await passTime(4_050);
  await user.click(button(en.signIn));
  await passTime(100);
  expectThreeRows();
  expectShown(en.upToDate);
});
