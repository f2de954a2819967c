import { act, screen } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { en, maskNumber, zhCN } from "../../src/index.js";
import { agentId, outgoing } from "../support/calls.js";
import { passTime } from "../support/clock.js";
import { FakeAudio, FakeNotification, stubAlerts } from "../support/fakeAlerts.js";
import { renderPanel } from "../support/renderPanel.js";
import { button, buttonIn, expectAbsent, expectShown, queryButton } from "../support/screen.js";

const provider = { attention: { long: 10_000, tooLong: 30_000 } };
const { callId } = outgoing;
const desktop = {
  before: (simulator: { holdCall: (agent: string, call: object) => unknown }) =>
    void simulator.holdCall(agentId, { callId, callType: 0, caller: "13800138000" }),
  provider,
};

beforeEach(stubAlerts);

it("uses neither sound nor notifications by default", async () => {
  FakeNotification.permission = "default";
  await renderPanel(desktop);
  await passTime(40_000);
  expect(FakeAudio.instances).toHaveLength(0);
  expect(FakeNotification.open).toHaveLength(0);
  expect(queryButton(/notifications/)).toBeNull();
});

describe("the sound", () => {
  const props = { sound: true };

  it("plays at a crossing, three times at most", async () => {
    await renderPanel({ ...desktop, provider: { attention: { long: Infinity, tooLong: 10_000 } }, props });
    await passTime(9_500);
    expect(FakeAudio.tones()).toBe(0);
    await passTime(1_000);
    expect(FakeAudio.tones()).toBe(2);
    await passTime(300_000);
    expect(FakeAudio.tones()).toBe(6);
  });

  it.each(["leaves", "is acknowledged"])("stops when the call %s", async (end) => {
    const { simulator, user } = await renderPanel({
      ...desktop,
      provider: { attention: { long: 10_000, tooLong: Infinity } },
      props,
    });
    await passTime(11_000);
    expect(FakeAudio.tones()).toBe(2);
    if (end === "leaves") simulator.endCall(agentId, callId);
    else await user.click(buttonIn(outgoing, en.acknowledge));
    await passTime(120_000);
    expect(FakeAudio.tones()).toBe(2);
  });

  it("tells that the browser blocks it, and starts after a click", async () => {
    FakeAudio.initialState = "suspended";
    const { user } = await renderPanel({ ...desktop, props });
    await passTime(10);
    expectShown(en.soundBlocked);
    await user.click(button(en.allowSound));
    await passTime(10);
    expectAbsent(en.soundBlocked);
  });

  it("closes its audio and its timers when the panel is unmounted", async () => {
    const { unmount } = await renderPanel({ ...desktop, props });
    await passTime(11_000);
    unmount();
    await passTime(0);
    expect(FakeAudio.instances.map(({ state }) => state)).toEqual(["closed"]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("the notification", () => {
  const props = { notifications: true };
  const shown = () => FakeNotification.open.map(({ title, options }) => [title, options.body]);
  const setFocus = (hasFocus: boolean) => void vi.spyOn(document, "hasFocus").mockReturnValue(hasFocus);

  it("appears once for a call held too long while the page has no focus, and closes when the call leaves", async () => {
    setFocus(false);
    const { simulator } = await renderPanel({ ...desktop, props });
    await passTime(29_000);
    expect(shown()).toEqual([]);
    await passTime(30_000);
    expect(shown()).toEqual([[en.notificationTitle("0:30"), "138 0013 8000"]]);
    simulator.endCall(agentId, callId);
    await passTime(3_000);
    expect(shown()).toEqual([]);
  });

  it("isolates its time and number in right-to-left words", async () => {
    setFocus(false);
    const labels = { ...en, notificationTitle: (time: string) => `ממתין: ${time}` };
    await renderPanel({ ...desktop, props: { ...props, labels } });
    await passTime(59_000);
    expect(shown()).toEqual([["ממתין: \u20680:30\u2069", "\u2068138 0013 8000\u2069"]]);
  });

  it("does not appear while the page has the focus", async () => {
    setFocus(true);
    await renderPanel({ ...desktop, props });
    await passTime(31_000);
    expect(shown()).toEqual([]);
  });

  it("masks the number and uses the panel's language", async () => {
    setFocus(false);
    await renderPanel({ ...desktop, props: { ...props, mask: maskNumber, labels: zhCN } });
    await passTime(31_000);
    expect(shown()).toEqual([["保持超时：0:30", "•••• 8000"]]);
  });

  it("requests the browser's permission only when the agent presses its button", async () => {
    FakeNotification.permission = "default";
    setFocus(false);
    const { user } = await renderPanel({ ...desktop, props });
    await passTime(31_000);
    expect(FakeNotification.requestPermission).not.toHaveBeenCalled();
    await user.click(button(en.allowNotifications));
    await act(() => Promise.resolve());
    expect(FakeNotification.requestPermission).toHaveBeenCalledOnce();
    expect(screen.queryByText(en.allowNotifications)).toBeNull();
    expect(shown()).toHaveLength(1);
  });
});
