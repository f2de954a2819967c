import { act, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { maskNumber, zhCN } from "../../src/index.js";
import { agentId, move, renderPanel } from "../support/renderPanel.js";

const attention = { long: 10_000, tooLong: 30_000 };
const holdOne = (simulator: { holdCall: (agent: string, call: object) => unknown }) =>
  void simulator.holdCall(agentId, { callId: "1501127996-2", callType: 0, caller: "13800138000" });

/** A browser's Web Audio, as far as a tone needs it: it counts the tones and does as it is told. */
class FakeAudio {
  static made: FakeAudio[] = [];
  state = "running";
  currentTime = 0;
  destination = {};
  tones = 0;
  constructor() {
    FakeAudio.made.push(this);
  }
  resume = () => {
    this.state = "running";
    return Promise.resolve();
  };
  close = () => {
    this.state = "closed";
    return Promise.resolve();
  };
}

class FakeNode {
  gain = { setValueAtTime: vi.fn(), linearRampToValueAtTime: vi.fn() };
  connect = (to: unknown) => to;
  disconnect = vi.fn();
  start = vi.fn();
  stop = vi.fn();
  constructor(readonly audio: FakeAudio) {}
}

class FakeOscillator extends FakeNode {
  override start = vi.fn(() => void this.audio.tones++);
}

class FakeNotification {
  static permission: NotificationPermission = "granted";
  static requestPermission = vi.fn(() => {
    FakeNotification.permission = "granted";
    return Promise.resolve(FakeNotification.permission);
  });
  static open: FakeNotification[] = [];
  constructor(
    readonly title: string,
    readonly options: { body: string },
  ) {
    FakeNotification.open.push(this);
  }
  close = () => void (FakeNotification.open = FakeNotification.open.filter((other) => other !== this));
}

beforeEach(() => {
  vi.stubGlobal("AudioContext", FakeAudio);
  vi.stubGlobal("OscillatorNode", FakeOscillator);
  vi.stubGlobal("GainNode", FakeNode);
  vi.stubGlobal("Notification", FakeNotification);
  FakeAudio.made = [];
  FakeNotification.open = [];
  FakeNotification.permission = "granted";
  FakeNotification.requestPermission.mockClear();
});

afterEach(() => vi.unstubAllGlobals());

const tones = () => FakeAudio.made.reduce((sum, audio) => sum + audio.tones, 0);

it("makes no sound and asks for nothing where the host has not asked for it", async () => {
  FakeNotification.permission = "default";
  await renderPanel({ before: holdOne, provider: { attention } });
  await move(40_000);
  expect(FakeAudio.made).toHaveLength(0);
  expect(FakeNotification.open).toHaveLength(0);
  expect(screen.queryByRole("button", { name: /notifications/ })).toBeNull();
});

it("sounds at a crossing, and three times at most", async () => {
  await renderPanel({
    before: holdOne,
    provider: { attention: { long: Infinity, tooLong: 10_000 } },
    props: { sound: true },
  });
  await move(9_500);
  expect(tones()).toBe(0);
  await move(1_000);
  expect(tones()).toBe(2);
  await move(300_000);
  expect(tones()).toBe(6);
});

it("falls silent when the call leaves", async () => {
  const { simulator } = await renderPanel({ before: holdOne, provider: { attention }, props: { sound: true } });
  await move(11_000);
  expect(tones()).toBe(2);
  simulator.endCall(agentId, "1501127996-2");
  await move(120_000);
  expect(tones()).toBe(2);
});

it("falls silent when the call is acknowledged", async () => {
  const { user } = await renderPanel({
    before: holdOne,
    provider: { attention: { long: 10_000, tooLong: Infinity } },
    props: { sound: true },
  });
  await move(11_000);
  await user.click(screen.getByRole("button", { name: /^Got it/ }));
  await move(120_000);
  expect(tones()).toBe(2);
});

it("says that the browser keeps sound off, and turns it on by a click", async () => {
  class Silent extends FakeAudio {
    override state = "suspended";
  }
  vi.stubGlobal("AudioContext", Silent);
  const { user } = await renderPanel({ before: holdOne, provider: { attention }, props: { sound: true } });
  await move(10);
  expect(screen.getByText("The browser keeps sound off.")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Turn sound on" }));
  await move(10);
  expect(screen.queryByText("The browser keeps sound off.")).toBeNull();
});

it("leaves no sound behind when the panel goes", async () => {
  const { unmount } = await renderPanel({ before: holdOne, provider: { attention }, props: { sound: true } });
  await move(11_000);
  unmount();
  await move(0);
  expect(FakeAudio.made.map(({ state }) => state)).toEqual(["closed"]);
  expect(vi.getTimerCount()).toBe(0);
});

it("notifies of a call that is held too long while the agent looks elsewhere, once, and takes it back when it leaves", async () => {
  vi.spyOn(document, "hasFocus").mockReturnValue(false);
  const { simulator } = await renderPanel({ before: holdOne, provider: { attention }, props: { notifications: true } });
  await move(29_000);
  expect(FakeNotification.open).toHaveLength(0);
  await move(30_000);
  expect(FakeNotification.open.map(({ title, options }) => [title, options.body])).toEqual([
    ["On hold too long: 0:30", "138 0013 8000"],
  ]);
  simulator.endCall(agentId, "1501127996-2");
  await move(3_000);
  expect(FakeNotification.open).toHaveLength(0);
});

it("does not notify an agent who looks at the page", async () => {
  vi.spyOn(document, "hasFocus").mockReturnValue(true);
  await renderPanel({ before: holdOne, provider: { attention }, props: { notifications: true } });
  await move(31_000);
  expect(FakeNotification.open).toHaveLength(0);
});

it("masks the number there too", async () => {
  vi.spyOn(document, "hasFocus").mockReturnValue(false);
  await renderPanel({
    before: holdOne,
    provider: { attention },
    props: { notifications: true, mask: maskNumber, labels: zhCN },
  });
  await move(31_000);
  expect(FakeNotification.open.map(({ title, options }) => [title, options.body])).toEqual([
    ["保持过久：0:30", "•••• 8000"],
  ]);
});

it("asks the browser for its permission only when the agent presses the button for it", async () => {
  FakeNotification.permission = "default";
  vi.spyOn(document, "hasFocus").mockReturnValue(false);
  const { user } = await renderPanel({ before: holdOne, provider: { attention }, props: { notifications: true } });
  await move(31_000);
  expect(FakeNotification.requestPermission).not.toHaveBeenCalled();
  await user.click(screen.getByRole("button", { name: "Turn notifications on" }));
  await act(() => Promise.resolve());
  expect(FakeNotification.requestPermission).toHaveBeenCalledOnce();
  expect(screen.queryByRole("button", { name: "Turn notifications on" })).toBeNull();
  expect(FakeNotification.open).toHaveLength(1);
});
