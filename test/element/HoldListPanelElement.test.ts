import { act } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import "../../src/element/element.js";
import { createGateway, type HoldListPanelElement, type HoldListPanelEventMap } from "../../src/element/element.js";
import { en } from "../../src/panel/labels/en.js";
import { zhCN } from "../../src/panel/labels/zhCN.js";
import {
  type AskedGateway,
  move,
  removeElements,
  settle,
  showElement,
  startGateway,
  textOf,
} from "../support/showElement.js";

const call = { callId: "1501127920-0", callType: 0, caller: "13800138000", called: "10086", skill: "voice" };

let gateway: AskedGateway;
let guid: string;
beforeEach(() => {
  gateway = startGateway();
  guid = gateway.simulator.signIn("291");
});
afterEach(removeElements);

const showSignedIn = (set: (element: HoldListPanelElement) => void = () => {}) =>
  showElement(gateway, (element) => {
    element.signIn({ agentId: "291", guid });
    set(element);
  });
const hold = () => gateway.simulator.holdCall("291", call);
const html = (element: HoldListPanelElement) =>
  document.documentElement.outerHTML + (element.shadowRoot?.innerHTML ?? "");
const buttonNames = (element: HoldListPanelElement) =>
  [...(element.shadowRoot?.querySelectorAll("li .hlp-actions button") ?? [])].map((one) =>
    one.getAttribute("aria-label"),
  );

/** Records the events that reach a target. */
function listen(target: HTMLElement, ...types: (keyof HoldListPanelEventMap)[]): [type: string, detail: unknown][] {
  const events: [string, unknown][] = [];
  for (const type of types)
    target.addEventListener(type, (event) => events.push([type, (event as CustomEvent).detail]));
  return events;
}

/** Moves time, and expects that no request is sent meanwhile. */
async function expectSilence(ms = 5_000): Promise<void> {
  const before = gateway.asked.length;
  await move(ms);
  expect(gateway.asked).toHaveLength(before);
}

describe("<hold-list-panel> session", () => {
  it("sends no request before it has an agent and a Guid", async () => {
    const element = await showElement(gateway, (shown) => (shown.agentId = "291"));
    await expectSilence();
    expect(gateway.asked).toEqual([]);
    expect(textOf(element)).toContain(en.signedOut);
  });

  it("shows the calls of its agent with the Guid of the property, and neither reads nor writes one as an attribute", async () => {
    hold();
    const element = await showElement(gateway, (shown) => {
      shown.setAttribute("agent-id", "291");
      shown.setAttribute("guid", guid);
    });
    await expectSilence();
    element.removeAttribute("guid");
    element.guid = guid;
    await settle();
    expect(gateway.asked).toEqual([{ host: "gateway.invalid", agentId: "291", guid }]);
    expect(textOf(element)).toContain("138 0013 8000");
    expect(element.guid).toBeUndefined();
    expect(html(element) + JSON.stringify(element)).not.toContain(guid.slice(0, 12));
  });

  it("never combines an agent with the Guid of another, in whatever order a page sets them", async () => {
    const other = gateway.simulator.signIn("292");
    const element = await showElement(gateway, (shown) => {
      shown.guid = guid;
      shown.agentId = "291";
    });
    element.guid = other;
    element.agentId = "292";
    await move(2_500);
    element.agentId = "291";
    element.guid = guid;
    await move(2_500);
    expect(new Set(gateway.asked.map((asked) => `${asked.agentId} ${asked.guid}`))).toEqual(
      new Set([`291 ${guid}`, `292 ${other}`]),
    );
    element.agentId = "292";
    await settle();
    await expectSilence();
    expect(textOf(element)).toContain(en.signedOut);
  });

  it("ends the session at another gateway, but not when the page recreates the same one", async () => {
    const element = await showSignedIn();
    const before = element.currentSignIn;
    element.gateway = gateway.at("https://gateway.invalid/");
    await settle();
    expect(element.currentSignIn).toBe(before);
    element.gateway = gateway.at("https://elsewhere.invalid");
    await move(5_000);
    expect(gateway.asked.filter(({ host }) => host !== "gateway.invalid")).toEqual([]);
    expect(element.currentSignIn).toBe(null);
  });

  it("ends the session and drops the list at signOut and at a Guid of null", async () => {
    hold();
    const element = await showSignedIn();
    act(() => element.signOut());
    await settle();
    expect(textOf(element)).not.toContain("138");
    Object.assign(element, { agentId: "291", guid });
    await settle();
    expect(textOf(element)).toContain("138 0013 8000");
    element.guid = null;
    await settle();
    await expectSilence();
    expect(textOf(element)).not.toContain("138");
  });

  it.each([
    { agentId: "agent", guid: "guid-a" },
    { agentId: "291", guid: "two words" },
  ])("throws at signIn(%j) and starts no session", async (agent) => {
    const element = await showElement(gateway);
    expect(() => element.signIn(agent)).toThrow(TypeError);
    expect(element.currentSignIn).toBe(null);
  });

  it("does not copy the session with the element", async () => {
    const element = await showElement(gateway, (shown) => Object.assign(shown, { agentId: "291", guid }));
    const copy = element.cloneNode(true) as HoldListPanelElement;
    expect([copy.agentId, copy.currentSignIn]).toEqual(["291", null]);
  });

  it("keeps the sessions of two elements apart", async () => {
    hold();
    gateway.simulator.holdCall("292", { ...call, callId: "1501127996-2", caller: "13900139001" });
    const other = gateway.simulator.signIn("292");
    const one = await showSignedIn();
    const two = await showElement(gateway, (shown) => shown.signIn({ agentId: "292", guid: other }));
    expect([textOf(one).includes("8000"), textOf(one).includes("9001")]).toEqual([true, false]);
    expect([textOf(two).includes("8000"), textOf(two).includes("9001")]).toEqual([false, true]);
    act(() => one.signOut());
    await move(2_500);
    expect(textOf(two)).toContain("9001");
  });
});

describe("<hold-list-panel> address", () => {
  const report = vi.fn();
  beforeEach(() => {
    report.mockClear();
    vi.stubGlobal("reportError", report);
    return () => vi.unstubAllGlobals();
  });
  const showAt = (baseUrl: string) =>
    showElement(gateway, (element) => Object.assign(element, { gateway: null, baseUrl }));

  it.each([
    ["http://gateway:8043", "insecurePage"],
    ["gateway:8043", "noGateway"],
  ] as const)("explains in the panel what is wrong with %s, before and after a sign-in", async (baseUrl, label) => {
    const element = await showAt(baseUrl);
    expect(textOf(element)).toContain(en[label]);
    expect(textOf(element)).not.toContain(en.signedOut);
    element.language = "zh-CN";
    await settle();
    expect(textOf(element)).toContain(zhCN[label]);
    element.language = "en";
    act(() => void element.signIn({ agentId: "291", guid }));
    await move(10_000);
    expect(textOf(element)).toContain(en.cannotShow);
    expect(textOf(element)).toContain(en[label]);
    expect(report.mock.calls.map(String)).toEqual([expect.stringMatching(/^TypeError: baseUrl must/)]);

    element.baseUrl = "https://gateway.invalid";
    await settle();
    expect(textOf(element)).toContain(en.signedOut);
  });

  it("reports an invalid agent ID as an error of the page, without the Guid", async () => {
    const element = await showElement(gateway, (shown) => Object.assign(shown, { agentId: "agent", guid }));
    expect(textOf(element)).toContain(en.signedOut);
    expect(report).toHaveBeenCalledOnce();
    expect(String(report.mock.calls[0])).not.toContain(guid.slice(0, 12));
  });
});

describe("<hold-list-panel> events", () => {
  it("dispatches held, attention and left to listeners of the element only", async () => {
    const element = await showSignedIn();
    const types = ["held", "left", "attention"] as const;
    const outside = listen(document.body, ...types);
    const events = listen(element, ...types);
    hold();
    await move(2_500);
    await move(60_000);
    gateway.simulator.endCall("291", call.callId);
    await move(2_500);
    expect(events).toEqual([
      ["held", { call }],
      ["attention", { call, level: "long" }],
      ["left", { call, reason: "unknown" }],
    ]);
    expect(outside).toEqual([]);
  });

  it("dispatches what became of an action, and offers the actions in the order of the attribute", async () => {
    hold();
    const element = await showSignedIn((shown) => (shown.actions = "hang-up  retrieve nonsense"));
    const events = listen(element, "action");
    expect(buttonNames(element)).toEqual(["Hang up 138 0013 8000, 920-0", "More actions for 138 0013 8000, 920-0"]);
    const pressed: boolean[] = [];
    act(() => void pressed.push(element.retrieveLongestHeld(), element.retrieveLongestHeld()));
    expect(pressed).toEqual([true, false]);
    await move(500);
    expect(events).toMatchObject([
      ["action", { call, report: { kind: "started", action: "retrieve" } }],
      ["action", { call, report: { kind: "confirmed", action: "retrieve" } }],
    ]);
    element.actions = undefined;
    await settle();
    expect(buttonNames(element)).toEqual([]);
    expect(element.retrieveLongestHeld()).toBe(false);
  });

  it("dispatches guid-renewed at a Guid from the panel's own answer, which only readGuid reveals", async () => {
    const renewed = gateway.simulator.renewGuid("291");
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const answer = await gateway.simulator.fetch(input, init);
      return new Response(answer.body, { ...answer, headers: { "Set-GUID": `JSESSIONID=${renewed}` } });
    };
    const element = await showElement(gateway, (shown) => {
      shown.gateway = createGateway({ baseUrl: "https://gateway.invalid", fetch });
    });
    const outside = listen(document.body, "guid-renewed");
    const events = listen(element, "guid-renewed");
    expect(element.readGuid()).toBe(null);
    act(() => void element.signIn({ agentId: "291", guid }));
    expect(element.readGuid()).toBe(guid);
    await move(5_000);
    expect(events).toEqual([["guid-renewed", { agentId: "291", signIn: element.currentSignIn }]]);
    expect(outside).toEqual([]);
    expect(element.readGuid()).toBe(renewed);
    expect(html(element)).not.toContain(renewed.slice(0, 12));

    act(() => element.renewGuid(renewed.toUpperCase(), element.currentSignIn ?? 0));
    expect(events).toHaveLength(1);
  });

  it.each([
    ["100-006", "refused"],
    ["105-005", "refused"],
    ["100-008", "signed-out"],
  ] as const)("dispatches session-refused once for %s, and again after a new Guid", async (retcode, reason) => {
    const element = await showSignedIn();
    const events = listen(element, "session-refused");
    const renew = async () => {
      act(() => element.renewGuid(gateway.simulator.renewGuid("291"), element.currentSignIn ?? 0));
      await move(10_000);
    };
    await move(10_000);
    expect(events).toEqual([]);
    gateway.simulator.order({ kind: "retcode", retcode, on: "holdList" });
    await move(10_000);
    expect(events).toEqual([["session-refused", { agentId: "291", reason }]]);
    await expectSilence(60_000);
    await renew();
    expect(events).toHaveLength(2);
    gateway.simulator.clearFaults();
    await renew();
    expect(events).toHaveLength(2);
    expect(textOf(element)).toContain(en.upToDate);
  });

  it("dispatches no session-refused for other retcodes, nor at the page's own sign-out", async () => {
    const element = await showSignedIn();
    const events = listen(element, "session-refused");
    gateway.simulator.order({ kind: "retcode", retcode: "300-001", on: "holdList" });
    await move(20_000);
    act(() => element.signOut());
    await move(5_000);
    expect(events).toEqual([]);
  });

  it("dispatches session-refused once when an agent event reports a sign-out by the system", async () => {
    const element = await showSignedIn();
    const events = listen(element, "session-refused");
    const shutdown = { retcode: "0", event: { eventType: "AgentOther_ShutdownService", workNo: "291", content: null } };
    act(() => element.applyAgentEvent(shutdown));
    act(() => element.applyAgentEvent(shutdown));
    await settle();
    expect(events).toEqual([["session-refused", { agentId: "291", reason: "signed-out" }]]);
    expect(element.currentSignIn).toBe(null);
  });

  it("dispatches sign-in at a press of the button, which is shown only with its attribute", async () => {
    gateway.simulator.order({ kind: "retcode", retcode: "105-005", on: "holdList" });
    const element = await showSignedIn();
    const events = listen(element, "sign-in");
    const button = () =>
      [...(element.shadowRoot?.querySelectorAll("button") ?? [])].find((one) => one.textContent === en.signIn);
    expect(textOf(element)).toContain(en.signInAgain);
    expect(button()).toBeUndefined();
    element.signInButton = true;
    await settle();
    act(() => void button()?.click());
    expect(events).toEqual([["sign-in", null]]);
  });
});

describe("<hold-list-panel> methods", () => {
  it("focuses the first call, and polls at once", async () => {
    hold();
    const element = await showSignedIn();
    act(() => element.focusFirst());
    expect(element.shadowRoot?.activeElement).toBe(element.shadowRoot?.querySelector("li .hlp-call-id"));
    await act(() => element.refresh());
    expect(gateway.asked).toHaveLength(2);
  });

  it("applies a known hold time and the answers to the page's event poll", async () => {
    hold();
    const element = await showSignedIn();
    const events = listen(element, "left");
    expect(textOf(element)).toContain("≥");
    act(() => element.setHeldSince(call.callId, Date.now() - 125_000));
    await move(1_000);
    expect(textOf(element)).not.toContain("≥");
    expect(textOf(element)).toContain("2:0");
    gateway.simulator.endCall("291", call.callId);
    const event = { eventType: "AgentEvent_Customer_Release", workNo: "291", content: { callid: call.callId } };
    act(() => element.applyAgentEvent({ retcode: "0", event }));
    await move(1_000);
    expect(events).toEqual([["left", { call, reason: "customer-hung-up" }]]);
  });
});

describe("<hold-list-panel> life cycle", () => {
  it("keeps the list, its times and the pace of polling over a move", async () => {
    hold();
    const element = await showSignedIn();
    const row = element.shadowRoot?.querySelector("li");
    const elsewhere = document.createElement("div");
    document.body.append(elsewhere);
    elsewhere.append(element);
    await move(1);
    expect(element.shadowRoot?.querySelector("li")).toBe(row);
    await move(2_000);
    expect(gateway.asked).toHaveLength(2);
  });

  it("leaves no timer, poll or row after a removal, and is still signed in when it is inserted again", async () => {
    hold();
    const element = await showSignedIn();
    element.remove();
    await move(1);
    expect(vi.getTimerCount()).toBe(0);
    expect(element.shadowRoot?.querySelector("section")).toBe(null);
    element.mask = true;
    await expectSilence(10_000);
    document.body.append(element);
    await settle();
    expect(textOf(element)).toContain("•••• 8000");
  });
});
