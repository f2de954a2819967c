import { expect } from "vitest";
import { type Fault, needs } from "./faults.js";
import { agentId, type Desk } from "./openDesk.js";
import type { Screen } from "./page/main.js";

/** What an agent saw of a fault. */
export type Encounter = {
  /** The screen when the fault has lasted a minute. */
  readonly during: Screen;
  /** Requests for the list in that minute. */
  readonly polls: number;
  /** Milliseconds from the end of the fault until the list was current. */
  readonly recoveredIn: number;
  /** The shown hold time of the call that stayed, afterwards. */
  readonly heldFor: string;
};

const second = 1_000;
const minute = 60 * second;
// A poll each 2 s, one at the begin, and one more when the page is shown again.
const mostPolls = 32;
const longestRecovery = 95 * second;
const inaccuracy = 2 * second;
// Real time. No request of these tests stays unanswered but those of silent faults.
const patience = 20 * second;

/** Holds two calls, lets the faults last a minute in which one leaves and another comes, ends them, and waits for the list. */
export async function meetFaults(desk: Desk, faults: readonly Fault[]): Promise<Encounter> {
  const { page, simulator } = desk;
  const setPatience = (ms: number) => page.evaluate((ms) => window.faults.clock.setPatience(ms), ms);
  const rows = async () => Object.keys((await desk.screen()).times);
  const held = () => simulator.agent(agentId).heldCalls.map(({ callId }) => callId);
  await desk.open();
  await setPatience(patience);
  await desk.signIn();
  await desk.pass(3 * second);
  for (const callId of ["stays", "leaves"]) simulator.holdCall(agentId, { callId, caller: "13800138000" });
  await desk.pass(10 * second);
  expect(await desk.screen()).toMatchObject({ condition: "current", texts: [] });
  expect(await rows()).toEqual(["stays", "leaves"]);

  const isSilent = faults.some((fault) => fault.isSilent);
  for (const { begin } of faults) {
    await begin(desk);
    await setPatience(isSilent ? 30 : patience); // it may be another page now
  }
  const firstRows = await rows();
  const pollsBefore = await page.evaluate(() => window.faults.polls());
  await desk.pass(minute / 2);
  simulator.endCall(agentId, "leaves");
  simulator.holdCall(agentId, { callId: "comes", caller: "13700137000" });
  await desk.pass(minute / 2);
  const during = await desk.screen();
  const polls = (await page.evaluate(() => window.faults.polls())) - pollsBefore;

  await setPatience(patience);
  for (const { end } of faults) await end(desk);
  for (const needed of new Set(faults.flatMap(({ needs: need }) => need ?? []))) await needs[needed](desk);
  const recoveredIn = await page.evaluate(([callIds, most]) => window.faults.untilCurrent(callIds, most), [
    held(),
    longestRecovery,
  ] as const);
  const after = await desk.screen();

  expect(desk.errors).toEqual([]);
  expectTruth(during, firstRows, held());
  expect(polls).toBeLessThanOrEqual(mostPolls);
  expect(recoveredIn, JSON.stringify(after)).not.toBeNull();
  const heldFor = after.times.stays ?? "";
  const heldSince = simulator.agent(agentId).heldCalls[0]?.heldSince ?? NaN;
  expectTime(heldFor, (await page.evaluate(() => window.faults.clock.truth())) - heldSince);
  return { during, polls, recoveredIn: recoveredIn ?? NaN, heldFor };
}

/**
 * A list that counts as current is the gateway's. Any other is the last good one, and something says so.
 * @param firstRows - those after the begin of the fault: none in a page that was opened again and has had no answer
 */
function expectTruth({ condition, texts, times }: Screen, firstRows: string[], held: readonly string[]): void {
  const shown = Object.keys(times);
  if (condition === "current") expect(shown).toEqual(held);
  else if (condition === "signed-out") expect(shown).toEqual([]);
  else expect([firstRows, ["stays", "leaves"]]).toContainEqual(shown);
  expect(texts.length > 0).toBe(condition !== "current");
}

/** @param truth - for how long the call has been on hold, ms */
function expectTime(shown: string, truth: number): void {
  const [, sign, minutes = "", seconds = ""] = /^([~≥]?)(\d+):(\d\d)$/.exec(shown) ?? [];
  const heldFor = Number(minutes) * minute + Number(seconds) * second;
  expect(heldFor, `${shown}, in truth ${truth} ms`).toBeLessThanOrEqual(truth + (sign === "≥" ? 0 : inaccuracy));
  if (sign !== "≥") expect(heldFor, `${shown}, in truth ${truth} ms`).toBeGreaterThanOrEqual(truth - inaccuracy);
}
