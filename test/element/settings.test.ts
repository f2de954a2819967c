import { readFileSync } from "node:fs";
import { join } from "node:path";
import { act } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import "../../src/element/element.js";
import { type ElementSettings, HoldListPanelElement } from "../../src/element/element.js";
import { elementAttributes } from "../../src/element/elementAttributes.js";
import { upgradeProperties } from "../../src/element/upgradeProperties.js";
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

const samples: ElementSettings = {
  baseUrl: "/cti",
  agentId: "291",
  language: "zh-CN",
  interval: 5_000,
  longAfter: 30_000,
  tooLongAfter: Infinity,
  order: "newest-first",
  actions: "retrieve hang-up",
  density: "compact",
  mask: true,
  revealFor: 10_000,
  sound: true,
  notifications: true,
  signInButton: true,
  separateTabs: true,
  noFilter: true,
};
const names = Object.keys(elementAttributes) as (keyof ElementSettings)[];

describe("<hold-list-panel> attributes", () => {
  it.each(names)("reflects and observes the attribute of %s", (name) => {
    const { attribute } = elementAttributes[name];
    const element = document.createElement("hold-list-panel");
    const without = element[name];
    expect(without).toBe(samples[name] === true ? false : undefined);
    Object.assign(element, { [name]: samples[name] });
    expect(element.getAttribute(attribute)).toBe(samples[name] === true ? "" : String(samples[name]));
    expect(element[name]).toBe(samples[name]);
    Object.assign(element, { [name]: null });
    expect(element.hasAttribute(attribute)).toBe(false);
    expect(HoldListPanelElement.observedAttributes).toContain(attribute);
    expect(attribute).toBe(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
  });

  it("documents each attribute in the element's manual", () => {
    const manual = readFileSync(join(import.meta.dirname, "../../src/element/ELEMENT.md"), "utf8");
    const [, section = ""] = /\n## Attributes\n(.*?)\n## /s.exec(manual) ?? [];
    const documented = [...section.matchAll(/^\| `([a-z-]+)`/gm)].map(([, attribute]) => attribute);
    expect(documented).toEqual(names.map((name) => elementAttributes[name].attribute));
  });

  it.each([
    ["interval", "soon"],
    ["interval", ""],
    ["interval", "-1"],
    ["longAfter", "soon"],
    ["order", "soon"],
    ["density", "dense"],
  ] as const)("reads %s as undefined from %j", (name, text) => {
    const element = document.createElement("hold-list-panel");
    element.setAttribute(elementAttributes[name].attribute, text);
    expect(element[name]).toBeUndefined();
  });

  it("reads a flag as false from the text that React 18 writes for false", () => {
    const element = document.createElement("hold-list-panel");
    element.setAttribute("mask", "false");
    expect(element.mask).toBe(false);
    element.mask = false;
    expect(element.hasAttribute("mask")).toBe(false);
  });
});

describe("<hold-list-panel> settings", () => {
  let gateway: AskedGateway;
  let guid: string;
  beforeEach(() => {
    gateway = startGateway();
    guid = gateway.simulator.signIn("291");
    gateway.simulator.holdCall("291", { callId: "1501127920-0", callType: 0, caller: "13800138000" });
  });
  afterEach(removeElements);

  const show = (settings: Partial<ElementSettings> = {}) =>
    showElement(gateway, (element) => {
      Object.assign(element, settings);
      element.signIn({ agentId: "291", guid });
    });

  it("shows the labels of its language, and the page's own over them", async () => {
    const element = await show();
    const shown = async (settings: object) => {
      Object.assign(element, settings);
      await settle();
      const section = element.shadowRoot?.querySelector("section");
      return [section?.querySelector("h2")?.textContent, section?.lang];
    };
    expect(await shown({})).toEqual([en.heading, "en"]);
    expect(await shown({ language: "zh_CN" })).toEqual([zhCN.heading, "zh-CN"]);
    expect(await shown({ labels: { heading: "Warteschleife" } })).toEqual(["Warteschleife", "zh-CN"]);
    expect(await shown({ labels: null, language: "zh-TW" })).toEqual([en.heading, "en"]);
  });

  it("polls at its interval", async () => {
    await show({ interval: 5_000 });
    await move(4_000);
    expect(gateway.asked).toHaveLength(1);
    await move(1_500);
    expect(gateway.asked).toHaveLength(2);
  });

  it("marks calls as long and too long at its thresholds", async () => {
    const element = await show({ longAfter: 10_000, tooLongAfter: 20_000 });
    const attention = () => element.shadowRoot?.querySelector("li")?.dataset.attention;
    await move(9_000);
    expect(attention()).toBeUndefined();
    await move(2_000);
    expect(attention()).toBe("long");
    await move(10_000);
    expect(attention()).toBe("too-long");
  });

  it("masks every number and orders the calls as its attributes say", async () => {
    const element = await show();
    expect(textOf(element)).toContain("138 0013 8000");
    Object.assign(element, { mask: true, order: "newest-first" });
    await settle();
    expect(textOf(element)).not.toContain("0013");
    gateway.simulator.holdCall("291", { callId: "1501127996-2", callType: 0, caller: "13900139001" });
    await move(2_500);
    const rows = [...(element.shadowRoot?.querySelectorAll(".hlp-number bdi") ?? [])].map((row) => row.textContent);
    expect(rows).toEqual(["•••• 9001", "•••• 8000"]);
  });

  it("has a filter box from 20 calls on, unless its attribute says otherwise", async () => {
    for (let count = 0; count < 20; count++) gateway.simulator.holdCall("291", { callId: `1501127996-${count + 10}` });
    const element = await show();
    const box = () => element.shadowRoot?.querySelector("input[type=search]");
    expect(box()).toBeInstanceOf(HTMLInputElement);
    element.noFilter = true;
    await settle();
    expect(box()).toBeNull();
  });

  it("leaves attributes that are not its own as the page wrote them", async () => {
    const own = { "aria-label": "Calls", "aria-live": "off", role: "group", class: "mine", guid: "mine", "data-x": "" };
    const element = await showElement(gateway, (shown) => {
      for (const [name, value] of Object.entries(own)) shown.setAttribute(name, value);
      shown.signIn({ agentId: "291", guid });
    });
    await move(2_500);
    act(() => element.signOut());
    await settle();
    expect(Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]))).toEqual(own);
  });

  it("applies properties that were set before its class was registered, and keeps no own property", async () => {
    const early = document.createElement("hold-list-panel");
    Object.setPrototypeOf(early, HTMLElement.prototype);
    Object.assign(early, { agentId: "291", guid, mask: true });
    Object.setPrototypeOf(early, HoldListPanelElement.prototype);
    upgradeProperties(early, ["agentId", "guid", "mask"]);
    early.gateway = gateway.at("https://gateway.invalid");
    document.body.append(early);
    await settle();
    expect(Object.keys(early)).toEqual([]);
    expect(early.getAttribute("agent-id")).toBe("291");
    expect(textOf(early)).toContain("•••• 8000");
  });
});
