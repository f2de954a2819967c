import { expect, it, vi } from "vitest";
import { checkRecording } from "./checkRecording.js";
import { moveHand } from "./hand.js";
import { agentId, type Desk, openDesk } from "./openDesk.js";
import { drawsOf } from "./random.js";
import { changeWeather } from "./weather.js";

// A few seconds in `npm test`, minutes as `npm run storm`. STORM_SEED does the same steps again, STORM_SECONDS is for how long.
const isLong = process.env.npm_lifecycle_event === "storm";
const seed = Number(process.env.STORM_SEED ?? Math.floor(Math.random() * 2 ** 31));
const lasts = Number(process.env.STORM_SECONDS ?? (isLong ? 240 : 12)) * 1_000;
const roundLasts = isLong ? 12_000 : 6_000;
const confirmWithin = 1_200;

it.concurrent.each([
  ["with the events passed on", true],
  ["without events", false],
])("acts on the call that is pressed, once, in any weather, %s", { timeout: lasts + 60_000 }, async (_, events) => {
  const desk = await openDesk({ events, timeout: 800, confirm: confirmWithin });
  const ends = Date.now() + lasts;
  const wrong: string[] = [];
  const count = { steps: 0, presses: 0, further: 0, slid: 0, sent: 0, done: 0 };
  while (Date.now() < ends) {
    count.steps = await storm(desk, count.steps, Math.min(ends, Date.now() + roundLasts));
    await calm(desk);
    const recording = await desk.page.evaluate(() => window.takeRecording());
    const arrived = desk.simulator.requests.filter(({ method }) => method === "POST");
    desk.simulator.clearRequests();
    count.presses += recording.presses.length;
    count.further += recording.presses.filter(({ isFurther }) => isFurther).length;
    count.slid += recording.presses.filter(({ by, callId, aimedAt }) => by === "mouse" && callId !== aimedAt).length;
    count.sent += arrived.length;
    count.done += recording.told.filter(({ kind }) => kind === "confirmed").length;
    wrong.push(...checkRecording({ recording, arrived, confirmWithin }), ...desk.complaints.splice(0));
  }
  await desk.close();
  console.log(`Storm of seed ${seed}, ${events ? "with" : "without"} events: ${JSON.stringify(count)}`);
  expect(wrong, `seed ${seed}`).toEqual([]);
});

/** Weather and hand by turns. Gives the number of the next step. */
async function storm({ page, simulator }: Desk, from: number, until: number): Promise<number> {
  let step = from;
  for (; Date.now() < until; step++) {
    const draws = drawsOf(seed, step);
    const change = () => changeWeather(simulator, draws);
    const changed = async () => {
      change();
      change();
      // Until the list has been asked for once more.
      await page.waitForResponse(/\/holdlist$/, { timeout: 400 }).catch(() => undefined);
    };
    if (draws.chance(0.4)) change();
    await moveHand(page, draws, changed);
  }
  return step;
}

/** The weather clears up, the hand goes away, and all comes to an end: then the panel says what is so. */
async function calm({ page, simulator, panel, rows }: Desk): Promise<void> {
  simulator.clearFaults();
  await page.mouse.click(0, 0);
  // Safe answers, so that no question outlives the notes on who asked it.
  for (const no of await panel.locator("[role=group] button:first-child").all()) await no.dispatchEvent("click");
  const refresh = () => panel.getByRole("button", { name: "Refresh calls on hold" }).dispatchEvent("click");
  const untrue = /Already off hold|Hung up|Retrieved|No longer on hold|In three-party|Connected, you|Accepted, waiting/;
  const settled = async () => {
    await refresh();
    const held = simulator.agent(agentId).heldCalls.map(({ callId }) => `${callId}`);
    const shown = (await rows()).map(({ callId, isLeft, isBusy, words, say }) => {
      const says = isLeft ? `left: ${words}` : (untrue.exec(`${words} ${say}`)?.[0] ?? "");
      return `${callId} ${isBusy ? "busy" : ""} ${says}`.trim();
    });
    expect(shown.sort(), `by the list that the panel shows: ${await panel.getAttribute("data-state")}`).toEqual(
      held.sort(),
    );
  };
  await vi.waitFor(settled, { timeout: 12_000, interval: 250 });
}
