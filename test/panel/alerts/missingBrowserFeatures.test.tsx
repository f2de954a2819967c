import { screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { HoldListPanelProps } from "../../../src/index.js";
import { en } from "../../../src/panel/labels/en.js";
import { agentId, passTime, renderPanel } from "../../support/renderPanel.js";

const fault = new Error("The browser has no such feature.");
const broken = (): never => {
  throw fault;
};

const report = vi.fn();
beforeEach(() => {
  report.mockClear();
  vi.stubGlobal("reportError", report);
  vi.spyOn(document, "hasFocus").mockReturnValue(false);
});
afterEach(() => vi.unstubAllGlobals());

/** A panel whose only call is held too long. */
async function renderTooLong(props: HoldListPanelProps) {
  const onAttention = vi.fn();
  const panel = await renderPanel({
    before: (simulator) => simulator.holdCall(agentId, { callId: "1501127996-2", callType: 0, caller: "13800138000" }),
    provider: { attention: { long: 5_000, tooLong: 10_000 }, onAttention },
    props,
  });
  await passTime(11_000);
  expect(screen.getAllByRole("listitem")).toHaveLength(1);
  expect(onAttention).toHaveBeenLastCalledWith(expect.objectContaining({ callId: "1501127996-2" }), "too-long");
  return panel;
}

class WorkingNotification {
  static permission: NotificationPermission = "granted";
  close = () => {};
}

describe("notifications", () => {
  const withPermission = (permission: NotificationPermission, features: object = {}) =>
    Object.assign(class extends WorkingNotification {}, { permission }, features);

  it.each<[string, unknown, number]>([
    ["are missing", undefined, 0],
    [
      "throw when one is created",
      class {
        static permission = "granted";
        constructor() {
          broken();
        }
      },
      1,
    ],
    ["throw when the permission is read", Object.defineProperty(class {}, "permission", { get: broken }), 0],
  ])("leave the list and one line where they %s", async (_, feature, reports) => {
    vi.stubGlobal("Notification", feature);
    await renderTooLong({ notifications: true });
    await passTime(60_000);
    expect(screen.getAllByText(en.notificationsUnavailable)).toHaveLength(1);
    expect(report).toHaveBeenCalledTimes(reports);
  });

  it("leave the list where one throws when it closes", async () => {
    vi.stubGlobal("Notification", Object.assign(class { close = broken; }, { permission: "granted" })); // prettier-ignore
    const { simulator } = await renderTooLong({ notifications: true });
    simulator.endCall(agentId, "1501127996-2");
    await passTime(10_000);
    expect(screen.getByText(en.empty)).toBeVisible();
    expect(report).toHaveBeenCalledWith(fault);
  });

  it.each<[string, object]>([
    ["is missing", { requestPermission: undefined }],
    ["throws", { requestPermission: broken }],
    ["rejects", { requestPermission: () => Promise.reject(fault) }],
  ])("say that they are unavailable where the request for permission %s", async (_, features) => {
    vi.stubGlobal("Notification", withPermission("default", features));
    const { user } = await renderTooLong({ notifications: true });
    await user.click(screen.getByRole("button", { name: en.allowNotifications }));
    await passTime(0);
    expect(screen.getByText(en.notificationsUnavailable)).toBeVisible();
    expect(report).toHaveBeenCalledOnce();
  });

  it.each<[string, (answer: () => void) => Promise<void> | undefined]>([
    ["a callback", (answer) => void answer()],
    ["a promise", () => Promise.resolve()],
  ])("appear after the browser has answered through %s", async (_, respond) => {
    const created = vi.fn();
    const feature = class extends WorkingNotification {
      constructor() {
        super();
        created();
      }
      static requestPermission = vi.fn((answer: () => void) => {
        feature.permission = "granted";
        return respond(answer);
      });
    };
    feature.permission = "default";
    vi.stubGlobal("Notification", feature);
    const { user } = await renderTooLong({ notifications: true });
    expect(feature.requestPermission).not.toHaveBeenCalled();
    await user.click(screen.getByRole("button", { name: en.allowNotifications }));
    await passTime(0);
    expect(created).toHaveBeenCalledOnce();
    expect(screen.queryByRole("button", { name: en.allowNotifications })).toBeNull();
  });

  it("can be asked for again after an answer without a decision", async () => {
    vi.stubGlobal("Notification", withPermission("default", { requestPermission: () => Promise.resolve("default") }));
    const { user } = await renderTooLong({ notifications: true });
    await user.click(screen.getByRole("button", { name: en.allowNotifications }));
    await passTime(0);
    expect(screen.getByRole("button", { name: en.allowNotifications })).toBeVisible();
  });

  it("are not mentioned after the agent has denied them", async () => {
    vi.stubGlobal("Notification", withPermission("denied"));
    await renderTooLong({ notifications: true });
    expect(screen.queryByText(en.notificationsUnavailable)).toBeNull();
    expect(screen.queryByText(en.notificationsOff)).toBeNull();
  });
});

describe("sound", () => {
  class SilentAudio {
    state = "suspended";
    currentTime = 0;
    onstatechange: (() => void) | null = null;
    resume = (): Promise<void> | undefined => Promise.resolve();
    close = () => Promise.resolve();
  }

  class FakeNode {
    gain = { setValueAtTime: vi.fn(), linearRampToValueAtTime: vi.fn() };
    connect = (to: unknown) => to;
    disconnect = vi.fn();
    start = vi.fn();
    stop = vi.fn();
  }
  beforeEach(() => {
    vi.stubGlobal("GainNode", FakeNode);
    vi.stubGlobal("OscillatorNode", FakeNode);
  });

  it.each<[string, unknown, number]>([
    ["is missing", undefined, 0],
    [
      "throws when it is created",
      class {
        constructor() {
          broken();
        }
      },
      1,
    ],
    ["throws when a tone starts", class extends SilentAudio { override state = "running"; }, 1], // prettier-ignore
  ])("leaves the list and one line where it %s", async (_, feature, reports) => {
    vi.stubGlobal("AudioContext", feature);
    vi.stubGlobal("GainNode", broken);
    const { unmount } = await renderTooLong({ sound: true });
    await passTime(120_000);
    expect(screen.getAllByText(en.soundUnavailable)).toHaveLength(1);
    expect(screen.queryByRole("button", { name: en.allowSound })).toBeNull();
    unmount();
    expect(report).toHaveBeenCalledTimes(reports);
  });

  it.each<[string, () => Promise<void> | undefined]>([
    ["never settles", () => new Promise(() => {})],
    ["rejects", () => Promise.reject(fault)],
    ["throws", broken],
    ["returns nothing", () => undefined],
  ])("stays blocked and can be asked for again where its permission %s", async (_, resume) => {
    class Stubborn extends SilentAudio {
      override resume = resume;
      override close = () => Promise.reject(fault);
    }
    vi.stubGlobal("AudioContext", Stubborn);
    const { user, unmount } = await renderTooLong({ sound: true });
    await user.click(screen.getByRole("button", { name: en.allowSound }));
    await passTime(10_000);
    expect(screen.getByText(en.soundBlocked)).toBeVisible();
    unmount();
  });

  it("is allowed as soon as the browser says so, also where its promise never settles", async () => {
    class Late extends SilentAudio {
      override resume = () => {
        setTimeout(() => {
          this.state = "running";
          this.onstatechange?.();
        }, 1_000);
        return new Promise<void>(() => {});
      };
    }
    vi.stubGlobal("AudioContext", Late);
    const { user } = await renderTooLong({ sound: true });
    await user.click(screen.getByRole("button", { name: en.allowSound }));
    await passTime(1_100);
    expect(screen.queryByText(en.soundBlocked)).toBeNull();
  });
});
