import { afterEach, beforeEach, describe, expect, it } from "vitest";
import "../../src/element/element.js";
import { type ElementSettings, HoldListPanelElement } from "../../src/element/element.js";
import {
  type AskedGateway,
  move,
  removeElements,
  settle,
  showElement,
  startGateway,
  textOf,
} from "../support/showElement.js";

const pairs = [
  ["baseUrl", "base-url", "/cti"],
  ["agentId", "agent-id", "291"],
  ["language", "language", "zh-CN"],
  ["interval", "interval", 5_000],
  ["longAfter", "long-after", 30_000],
  ["tooLongAfter", "too-long-after", Infinity],
  ["order", "order", "newest-first"],
  ["actions", "actions", "retrieve hang-up"],
  ["density", "density", "compact"],
  ["revealFor", "reveal-for", 10_000],
] as const satisfies [keyof ElementSettings, string, unknown][];
const flags = [
  ["mask", "mask"],
  ["sound", "sound"],
  ["notifications", "notifications"],
  ["signInButton", "sign-in-button"],
] as const;

describe("a setting", () => {
  it.each(pairs)("%s is its attribute %s", (property, attribute, value) => {
    const element = document.createElement("hold-list-panel");
    expect(element[property]).toBeUndefined();
    Object.assign(element, { [property]: value });
    expect(element.getAttribute(attribute)).toBe(String(value));
    expect(element[property]).toBe(value);
    Object.assign(element, { [property]: null });
    expect(element.hasAttribute(attribute)).toBe(false);
  });

  it.each(flags)("%s is there or not", (property, attribute) => {
    const element = document.createElement("hold-list-panel");
    expect(element[property]).toBe(false);
    element[property] = true;
    expect(element.getAttribute(attribute)).toBe("");
    element.setAttribute(attribute, "false"); // as React 18 writes it
    expect(element[property]).toBe(false);
    element[property] = false;
    expect(element.hasAttribute(attribute)).toBe(false);
  });

  it("is what it would be without, where it cannot be read", () => {
    const element = document.createElement("hold-list-panel");
    for (const name of ["interval", "long-after", "order"]) element.setAttribute(name, "soon");
    expect([element.interval, element.longAfter, element.order]).toEqual([undefined, undefined, undefined]);
    element.setAttribute("interval", "");
    expect(element.interval).toBeUndefined();
    element.setAttribute("interval", "-1");
    expect(element.interval).toBeUndefined();
  });

  it("counts every one of them when it changes", () => {
    const { observedAttributes } = HoldListPanelElement;
    expect([...observedAttributes].sort()).toEqual([...pairs, ...flags].map(([, attribute]) => attribute).sort());
  });
});

describe("the element's settings", () => {
  let gateway: AskedGateway;
  let guid: string;
  beforeEach(() => {
    gateway = startGateway();
    guid = gateway.simulator.signIn("291");
    gateway.simulator.holdCall("291", { callId: "1501127920-0", callType: 0, caller: "13800138000" });
  });
  afterEach(removeElements);

  it("give the panel its language, and words of the page's own over it", async () => {
    const element = await showElement(gateway, (shown) => shown.signIn({ agentId: "291", guid }));
    const heading = () => element.shadowRoot?.querySelector("h2")?.textContent;
    const language = () => element.shadowRoot?.querySelector("section")?.lang;
    expect([heading(), language()]).toEqual(["On hold", "en"]);
    element.language = "zh";
    await settle();
    expect([heading(), language()]).toEqual(["保持中的通话", "zh-CN"]);
    element.labels = { heading: "Warteschleife" };
    await settle();
    expect([heading(), language()]).toEqual(["Warteschleife", "zh-CN"]);
    element.labels = null;
    element.language = "de";
    await settle();
    expect([heading(), language()]).toEqual(["On hold", "en"]);
  });

  it("set the time between polls", async () => {
    await showElement(gateway, (shown) => {
      shown.interval = 5_000;
      shown.signIn({ agentId: "291", guid });
    });
    expect(gateway.asked.length).toBe(1);
    await move(4_000);
    expect(gateway.asked.length).toBe(1);
    await move(1_500);
    expect(gateway.asked.length).toBe(2);
  });

  it("set from when on a call is held long, and too long", async () => {
    const element = await showElement(gateway, (shown) => {
      shown.longAfter = 10_000;
      shown.tooLongAfter = 20_000;
      shown.signIn({ agentId: "291", guid });
    });
    const attention = () => element.shadowRoot?.querySelector("li")?.dataset.attention;
    await move(9_000);
    expect(attention()).toBeUndefined();
    await move(2_000);
    expect(attention()).toBe("long");
    await move(10_000);
    expect(attention()).toBe("too-long");
  });

  it("hide numbers, wherever one shows, and put the newest call first", async () => {
    const element = await showElement(gateway, (shown) => shown.signIn({ agentId: "291", guid }));
    expect(textOf(element)).toContain("138 0013 8000");
    element.mask = true;
    element.order = "newest-first";
    await settle();
    expect(textOf(element)).not.toContain("0013");
    expect(textOf(element)).toContain("•••• 8000");
    gateway.simulator.holdCall("291", { callId: "1501127996-2", callType: 0, caller: "13900139001" });
    await move(2_500);
    const rows = [...(element.shadowRoot?.querySelectorAll(".hlp-number bdi") ?? [])].map((row) => row.textContent);
    expect(rows).toEqual(["•••• 9001", "•••• 8000"]);
  });

  it("come from properties that were set before the module, and hide in none of them", async () => {
    // As a page sets them on a tag that the browser does not know yet.
    const early = document.createElement("hold-list-panel");
    Object.setPrototypeOf(early, HTMLElement.prototype);
    Object.assign(early, { agentId: "291", guid, mask: true });
    expect(Object.hasOwn(early, "guid")).toBe(true);
    const { upgradeProperties } = await import("../../src/element/upgradeProperties.js");
    Object.setPrototypeOf(early, HoldListPanelElement.prototype);
    upgradeProperties(early, ["agentId", "guid", "mask"]);
    early.gateway = gateway.at("https://gateway.invalid");
    document.body.append(early);
    await settle();
    expect(Object.hasOwn(early, "guid")).toBe(false);
    expect(early.getAttribute("agent-id")).toBe("291");
    expect(textOf(early)).toContain("•••• 8000");
  });
});
