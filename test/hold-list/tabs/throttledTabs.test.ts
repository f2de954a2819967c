import { expect, it, onTestFinished, vi } from "vitest";
import { createTabGroup } from "./createTabGroup.js";

/** Lets all timers but those of the gateway's answers run at full minutes, as browsers do in hidden pages after some minutes. */
function stubThrottling() {
  const state = { isOn: false };
  const { setTimeout: start, clearTimeout: end } = globalThis;
  const answerTime = 20;
  const wait = (ms: number) =>
    state.isOn && ms !== answerTime ? Math.ceil((Date.now() + ms + 1) / 60_000) * 60_000 - Date.now() : ms;
  const intervals = new Map<number, ReturnType<typeof setTimeout>>();
  vi.stubGlobal("setTimeout", (work: () => void, ms = 0) => start(work, wait(ms)));
  vi.stubGlobal("setInterval", (work: () => void, ms: number) => {
    const id = -1 - intervals.size;
    const repeat = () => {
      intervals.set(
        id,
        start(() => {
          repeat();
          work();
        }, wait(ms)),
      );
    };
    repeat();
    return id;
  });
  vi.stubGlobal("clearInterval", (id: number) => end(intervals.get(id)));
  onTestFinished(() => void vi.unstubAllGlobals());
  return state;
}

it.each([1, 2, 3])("%i hidden tabs poll once a minute where their timers run once a minute", async (count) => {
  const group = createTabGroup();
  const throttling = stubThrottling();
  const tabs = [];
  for (let index = 0; index < count; index++) {
    tabs.push(group.open());
    await group.wait(300);
  }
  await group.wait(3_000);
  for (const tab of tabs) tab.show(false);
  await group.wait(60_000);
  throttling.isOn = true;
  await group.wait(120_000);
  const asked = await group.askersDuring(600_000);
  expect(asked.length).toBeGreaterThanOrEqual(5);
  expect(asked.length).toBeLessThanOrEqual(15);
});
