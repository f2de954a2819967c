import { act } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import "../../src/element/element.js";
import type { HoldListPanelElement, HoldListPanelEventMap } from "../../src/element/element.js";
import {
  type AskedGateway,
  move,
  removeElements,
  settle,
  showElement,
  startGateway,
  textOf,
} from "../support/showElement.js";

let gateway: AskedGateway;
let guid: string;
beforeEach(() => {
  gateway = startGateway();
  guid = gateway.simulator.signIn("291");
});
afterEach(removeElements);

const call = { callId: "1501127920-0", callType: 0, caller: "13800138000", called: "10086", skill: "voice" };

/** Writes down the events of an element, and of all that is around it. */
function listen(element: HTMLElement, ...types: (keyof HoldListPanelEventMap)[]): [type: string, detail: unknown][] {
  const heard: [string, unknown][] = [];
  for (const type of types)
    element.addEventListener(type, (event) => heard.push([type, (event as CustomEvent).detail]));
  return heard;
}

describe("<hold-list-panel>", () => {
  it("asks nobody before it has an agent and a Guid", async () => {
    const element = await showElement(gateway, (shown) => (shown.agentId = "291"));
    await move(5_000);
    expect(gateway.asked).toEqual([]);
    expect(textOf(element)).toContain("Sign in to see your calls on hold.");
  });

  it("shows the calls of the agent whom the attribute names, with the Guid of the property", async () => {
    gateway.simulator.holdCall("291", call);
    const element = await showElement(gateway, (shown) => {
      shown.guid = guid;
      shown.setAttribute("agent-id", "291");
    });
    expect(textOf(element)).toContain("138 0013 8000");
    expect(gateway.asked).toEqual([{ host: "gateway.invalid", agentId: "291", guid }]);
  });

  it("reads no Guid from an attribute, and writes none to one", async () => {
    const element = await showElement(gateway, (shown) => {
      shown.setAttribute("agent-id", "291");
      shown.setAttribute("guid", guid);
    });
    await move(3_000);
    expect(gateway.asked).toEqual([]);
    element.removeAttribute("guid");
    element.guid = guid;
    await settle();
    expect(gateway.asked.length).toBe(1);
    expect(element.guid).toBeUndefined();
    expect(document.documentElement.outerHTML + (element.shadowRoot?.innerHTML ?? "")).not.toContain(guid.slice(0, 12));
    expect(JSON.stringify(element)).not.toContain(guid.slice(0, 12));
  });

  it("never asks for one agent with another's Guid, in whatever order a page sets them", async () => {
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
    expect(new Set(gateway.asked.map(({ agentId, guid: sent }) => `${agentId} ${sent}`))).toEqual(
      new Set([`291 ${guid}`, `292 ${other}`]),
    );
    element.agentId = "292";
    await settle();
    const before = gateway.asked.length;
    await move(5_000);
    expect(gateway.asked.length).toBe(before);
    expect(textOf(element)).toContain("Sign in to see your calls on hold.");
  });

  it("sends the Guid to no other gateway than its own", async () => {
    const element = await showElement(gateway, (shown) => shown.signIn({ agentId: "291", guid }));
    element.gateway = gateway.at("https://elsewhere.invalid");
    await move(5_000);
    expect(new Set(gateway.asked.map(({ host }) => host))).toEqual(new Set(["gateway.invalid"]));
    expect(element.currentSignIn).toBe(null);
  });

  it("keeps the session where a page makes the same gateway anew", async () => {
    const element = await showElement(gateway, (shown) => shown.signIn({ agentId: "291", guid }));
    const before = element.currentSignIn;
    element.gateway = gateway.at("https://gateway.invalid/");
    await settle();
    expect(element.currentSignIn).toBe(before);
  });

  it("goes on with a renewed Guid, and ignores one for a former sign-in", async () => {
    let asked = 0;
    const element = await showElement(gateway, (shown) => (asked = shown.signIn({ agentId: "291", guid })));
    const renewed = gateway.simulator.renewGuid("291");
    act(() => void element.renewGuid(renewed, asked));
    await move(2_500);
    expect(gateway.asked.at(-1)?.guid).toBe(renewed);

    act(() => void element.signIn({ agentId: "291", guid: renewed }));
    act(() => void element.renewGuid("late", asked));
    await move(2_500);
    expect(gateway.asked.at(-1)?.guid).toBe(renewed);
    act(() => void element.renewGuid("in-time", element.currentSignIn ?? 0));
    await move(2_500);
    expect(gateway.asked.at(-1)?.guid).toBe("in-time");
  });

  it("stops and shows nothing of the list after signOut, and after a Guid of null", async () => {
    gateway.simulator.holdCall("291", call);
    const element = await showElement(gateway, (shown) => shown.signIn({ agentId: "291", guid }));
    act(() => void element.signOut());
    await settle();
    expect(textOf(element)).not.toContain("138");
    element.agentId = "291";
    element.guid = guid;
    await settle();
    expect(textOf(element)).toContain("138 0013 8000");
    element.guid = null;
    await settle();
    const before = gateway.asked.length;
    await move(5_000);
    expect(gateway.asked.length).toBe(before);
    expect(textOf(element)).not.toContain("138");
  });

  it("tells of calls that come, wait and leave, to those who listen to it and to nobody around", async () => {
    const page = listen(document.body, "held", "left", "attention");
    const element = await showElement(gateway, (shown) => shown.signIn({ agentId: "291", guid }));
    const heard = listen(element, "held", "left", "attention");
    gateway.simulator.holdCall("291", call);
    await move(2_500);
    expect(heard).toEqual([["held", { call }]]);
    await move(60_000);
    expect(heard[1]).toEqual(["attention", { call, level: "long" }]);
    gateway.simulator.endCall("291", call.callId);
    await move(2_500);
    expect(heard[2]).toEqual(["left", { call, reason: "unknown" }]);
    expect(heard.length).toBe(3);
    expect(page).toEqual([]);
  });

  it("offers what the attribute names, in its order, and tells what became of it", async () => {
    gateway.simulator.holdCall("291", call);
    const element = await showElement(gateway, (shown) => {
      shown.signIn({ agentId: "291", guid });
      shown.actions = "hang-up  retrieve nonsense";
    });
    const heard = listen(element, "action");
    const names = () =>
      [...(element.shadowRoot?.querySelectorAll("li .hlp-actions button") ?? [])].map((one) =>
        one.getAttribute("aria-label"),
      );
    expect(names()).toEqual(["Hang up 138 0013 8000, 920-0", "More actions for 138 0013 8000, 920-0"]);
    const pressed: boolean[] = [];
    act(() => void pressed.push(element.retrieveLongestHeld(), element.retrieveLongestHeld()));
    expect(pressed).toEqual([true, false]);
    await move(500);
    const report = (kind: string) => ({
      call,
      report: expect.objectContaining({ kind, action: "retrieve" }) as unknown,
    });
    expect(heard).toEqual([
      ["action", report("started")],
      ["action", report("confirmed")],
    ]);
    element.actions = undefined;
    await settle();
    expect(names()).toEqual([]);
    expect(element.retrieveLongestHeld()).toBe(false);
  });

  it("brings the focus into itself, and asks at once, where the page wants it", async () => {
    gateway.simulator.holdCall("291", call);
    const element = await showElement(gateway, (shown) => shown.signIn({ agentId: "291", guid }));
    act(() => element.focusFirst());
    expect(element.shadowRoot?.activeElement).toBe(element.shadowRoot?.querySelector("li .hlp-call-id"));
    await act(() => element.refresh());
    expect(gateway.asked).toHaveLength(2);
  });

  it("takes the answers of the page's event poll", async () => {
    gateway.simulator.holdCall("291", call);
    const element = await showElement(gateway, (shown) => shown.signIn({ agentId: "291", guid }));
    const left = listen(element, "left");
    expect(textOf(element)).toContain("≥");
    act(() => void element.setHeldSince(call.callId, Date.now() - 125_000));
    await move(1_000);
    expect(textOf(element)).not.toContain("≥");
    expect(textOf(element)).toContain("2:0");
    gateway.simulator.endCall("291", call.callId);
    act(
      () =>
        void element.applyAgentEvent({
          retcode: "0",
          event: { eventType: "AgentEvent_Customer_Release", workNo: "291", content: { callid: call.callId } },
        }),
    );
    await move(1_000);
    expect(left).toEqual([["left", { call, reason: "customer-hung-up" }]]);
  });

  it.each([
    ["100-006", "refused"],
    ["105-005", "refused"],
    ["100-008", "signed-out"],
  ] as const)("tells once that the session is refused with %s, and again after a new Guid", async (retcode, reason) => {
    const element = await showElement(gateway, (shown) => shown.signIn({ agentId: "291", guid }));
    const heard = listen(element, "session-refused");
    await move(10_000);
    expect(heard).toEqual([]);
    gateway.simulator.order({ kind: "retcode", retcode, on: "holdList" });
    await move(10_000);
    expect(heard).toEqual([["session-refused", { agentId: "291", reason }]]);
    const before = gateway.asked.length;
    await move(60_000);
    expect(gateway.asked.length).toBe(before);

    act(() => void element.renewGuid(gateway.simulator.renewGuid("291"), element.currentSignIn ?? 0));
    await move(10_000);
    expect(heard.length).toBe(2);
    gateway.simulator.clearFaults();
    act(() => void element.renewGuid(gateway.simulator.renewGuid("291"), element.currentSignIn ?? 0));
    await move(10_000);
    expect(heard.length).toBe(2);
    expect(textOf(element)).toContain("Up to date");
  });

  it("tells of no refusal where the gateway only falters, nor at the page's own sign-out", async () => {
    const element = await showElement(gateway, (shown) => shown.signIn({ agentId: "291", guid }));
    const heard = listen(element, "session-refused");
    gateway.simulator.order({ kind: "retcode", retcode: "300-001", on: "holdList" });
    await move(20_000);
    act(() => void element.signOut());
    await move(5_000);
    expect(heard).toEqual([]);
  });

  it("tells that the system has signed the agent out, as an event says", async () => {
    const element = await showElement(gateway, (shown) => shown.signIn({ agentId: "291", guid }));
    const heard = listen(element, "session-refused");
    const shutdown = { retcode: "0", event: { eventType: "AgentOther_ShutdownService", workNo: "291", content: null } };
    act(() => void element.applyAgentEvent(shutdown));
    act(() => void element.applyAgentEvent(shutdown));
    await settle();
    expect(heard).toEqual([["session-refused", { agentId: "291", reason: "signed-out" }]]);
    expect(element.currentSignIn).toBe(null);
  });

  it("shows a sign-in button only where the page asks for it, and tells when it is pressed", async () => {
    gateway.simulator.order({ kind: "retcode", retcode: "105-005", on: "holdList" });
    const element = await showElement(gateway, (shown) => shown.signIn({ agentId: "291", guid }));
    const heard = listen(element, "sign-in");
    const button = () =>
      [...(element.shadowRoot?.querySelectorAll("button") ?? [])].find((one) => one.textContent === "Sign in");
    expect(textOf(element)).toContain("Sign in again");
    expect(button()).toBeUndefined();
    element.signInButton = true;
    await settle();
    act(() => void button()?.click());
    expect(heard).toEqual([["sign-in", null]]);
  });

  it("reports a wrong address or Guid to the page's developer, and throws nothing into the page", async () => {
    const reported = vi.fn();
    vi.stubGlobal("reportError", reported);
    const element = await showElement(gateway, (shown) => {
      shown.gateway = null;
      shown.baseUrl = "gateway:8043";
      shown.signIn({ agentId: "291", guid });
    });
    await move(10_000);
    expect(textOf(element)).toContain("Cannot show calls on hold");
    expect(reported.mock.calls.map(String)).toEqual([expect.stringMatching(/^TypeError: baseUrl must/)]);
    element.agentId = "agent";
    element.guid = guid;
    await settle();
    expect(reported.mock.calls.length).toBe(2);
    expect(String(reported.mock.calls[1])).not.toContain(guid.slice(0, 12));
    vi.unstubAllGlobals();
  });

  it("throws at once where a sign-in by method is none", async () => {
    const element = await showElement(gateway, () => {});
    expect(() => element.signIn({ agentId: "agent", guid })).toThrow(TypeError);
    expect(() => element.signIn({ agentId: "291", guid: "two words" })).toThrow(TypeError);
    expect(element.currentSignIn).toBe(null);
  });

  it("keeps list and time where it is moved, and polls once", async () => {
    gateway.simulator.holdCall("291", call);
    const element = await showElement(gateway, (shown) => shown.signIn({ agentId: "291", guid }));
    const row = element.shadowRoot?.querySelector("li");
    const elsewhere = document.createElement("div");
    document.body.append(elsewhere);
    elsewhere.append(element);
    await move(1);
    expect(element.shadowRoot?.querySelector("li")).toBe(row);
    await move(2_000);
    expect(gateway.asked.length).toBe(2);
  });

  it("leaves no timer, poll or row behind where it is removed, and comes back signed in", async () => {
    gateway.simulator.holdCall("291", call);
    const element = await showElement(gateway, (shown) => shown.signIn({ agentId: "291", guid }));
    element.remove();
    await move(1);
    expect(vi.getTimerCount()).toBe(0);
    expect(element.shadowRoot?.querySelector("section")).toBe(null);
    const before = gateway.asked.length;
    element.mask = true;
    await move(10_000);
    expect(gateway.asked.length).toBe(before);
    document.body.append(element);
    await settle();
    expect(textOf(element)).toContain("•••• 8000");
  });

  it("gives a copy neither session nor Guid", async () => {
    const element = await showElement(gateway, (shown) => {
      shown.agentId = "291";
      shown.guid = guid;
    });
    const copy = element.cloneNode(true) as HoldListPanelElement;
    expect(copy.agentId).toBe("291");
    expect(copy.currentSignIn).toBe(null);
  });

  it("works twice on a page, for two agents", async () => {
    gateway.simulator.holdCall("291", call);
    gateway.simulator.holdCall("292", { ...call, callId: "1501127996-2", caller: "13900139001" });
    const other = gateway.simulator.signIn("292");
    const one = await showElement(gateway, (shown) => shown.signIn({ agentId: "291", guid }));
    const two = await showElement(gateway, (shown) => shown.signIn({ agentId: "292", guid: other }));
    expect([textOf(one).includes("8000"), textOf(one).includes("9001")]).toEqual([true, false]);
    expect([textOf(two).includes("8000"), textOf(two).includes("9001")]).toEqual([false, true]);
    act(() => void one.signOut());
    await move(2_500);
    expect(textOf(two)).toContain("9001");
  });
});
