import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createNotifier } from "../../../src/panel/alerts/createNotifier.js";

class FakeNotification {
  static permission: NotificationPermission = "granted";
  static open: FakeNotification[] = [];
  constructor(
    readonly title: string,
    readonly options: { body: string; tag: string },
  ) {
    FakeNotification.open.push(this);
  }
  close = () => void (FakeNotification.open = FakeNotification.open.filter((other) => other !== this));
}

let hasFocus = false;
beforeEach(() => {
  hasFocus = false;
  FakeNotification.open = [];
  vi.stubGlobal("Notification", FakeNotification);
  vi.spyOn(document, "hasFocus").mockImplementation(() => hasFocus);
});
afterEach(() => vi.unstubAllGlobals());

const textsOf = (callIds: readonly string[]) => ({ title: callIds.join(), body: "" });
const titles = () => FakeNotification.open.map(({ title }) => title);

it("opens one notification for each of a few calls, and closes each with its call", () => {
  const notifier = createNotifier();
  notifier.update(["a", "b"], textsOf);
  notifier.update(["a", "b", "c"], textsOf);
  expect(titles()).toEqual(["a", "b", "c"]);
  notifier.update(["a", "c"], textsOf);
  expect(titles()).toEqual(["a", "c"]);
  notifier.close();
  expect(titles()).toEqual([]);
});

it("opens one notification for many calls at once, and closes it with the last of them", () => {
  const notifier = createNotifier();
  const callIds = Array.from({ length: 10_000 }, (_, index) => String(index));
  notifier.update(callIds, textsOf);
  expect(FakeNotification.open).toHaveLength(1);
  notifier.update(["9999"], textsOf);
  expect(FakeNotification.open).toHaveLength(1);
  notifier.update([], textsOf);
  expect(FakeNotification.open).toHaveLength(0);
});

it("opens none while the panel's own window has the focus", () => {
  const panelPage = document.implementation.createHTMLDocument();
  vi.spyOn(panelPage, "hasFocus").mockReturnValue(true);
  createNotifier().update(["a"], textsOf, true, panelPage);
  expect(titles()).toEqual([]);
});

it("opens none while the page has the focus", () => {
  hasFocus = true;
  const notifier = createNotifier();
  notifier.update(["a"], textsOf);
  expect(titles()).toEqual([]);
});

it("gives the same call the same tag in two panels", () => {
  for (const notifier of [createNotifier(), createNotifier()]) notifier.update(["a"], textsOf);
  expect(new Set(FakeNotification.open.map(({ options }) => options.tag)).size).toBe(1);
});
