import { expect, it, vi } from "vitest";
import { checkActionLog } from "./checkActionLog.js";
import { createRandom } from "./createRandom.js";
import { agentId, type Desktop, openDesktop } from "./openDesktop.js";
import { changeGateway } from "./randomGateway.js";
import { sendRandomInput } from "./randomInput.js";

// Seconds in `npm test`, minutes as `npm run storm`. STORM_SEED repeats the same steps, STORM_SECONDS sets the duration.
const isLong = process.env.npm_lifecycle_event === "storm";
const seed = Number(process.env.STORM_SEED ?? Math.floor(Math.random() * 2 ** 31));
const duration = Number(process.env.STORM_SECONDS ?? (isLong ? 240 : 12)) * 1_000;
const roundDuration = isLong ? 12_000 : 6_000;

it.concurrent.each([
  ["with events", true],
  ["without events", false],
])(
  "sends each POST for the call of one press, and ends in agreement with the gateway, %s",
  { timeout: duration + 60_000 },
  async (name, events) => {
    const desktop = await openDesktop({ events, timeout: 800, confirm: 1_200 });
    const { simulator, page, errors } = desktop;
    const end = Date.now() + duration;
    const violations: string[] = [];
    const count = { steps: 0, presses: 0, posts: 0 };
    while (Date.now() < end) {
      count.steps = await runRound(desktop, count.steps, Math.min(end, Date.now() + roundDuration));
      await expectAgreement(desktop);
      const log = await page.evaluate(() => window.takeActionLog());
      const posts = log.filter(({ kind }) => kind === "post").map((post) => ("operation" in post ? wordsOf(post) : ""));
      const received = simulator.requests.filter(({ method }) => method === "POST").map(wordsOf);
      simulator.clearRequests();
      count.presses += log.length - posts.length;
      count.posts += posts.length;
      violations.push(...checkActionLog(log), ...errors.splice(0));
      expect(received.sort(), `seed ${seed}`).toEqual(posts.sort());
    }
    await desktop.close();
    console.log(`Storm ${name}, seed ${seed}: ${JSON.stringify(count)}`);
    expect(violations, `seed ${seed}`).toEqual([]);
  },
);

const wordsOf = ({ operation, callId }: { operation: string | null; callId: string | null }) =>
  `${operation} ${callId}`;

/** Changes the gateway and sends input in turn until the round ends. Returns the number of the next step. */
async function runRound({ page, simulator }: Desktop, firstStep: number, end: number): Promise<number> {
  let step = firstStep;
  for (; Date.now() < end; step++) {
    const random = createRandom(seed, step);
    const changeTwice = async () => {
      changeGateway(simulator, random);
      changeGateway(simulator, random);
      // Until the list has been read once more.
      await page.waitForResponse(/\/holdlist$/, { timeout: 400 }).catch(() => undefined);
    };
    if (random.chance(0.4)) changeGateway(simulator, random);
    await sendRandomInput(page, random, changeTwice);
  }
  return step;
}

const doneTexts = /Already off hold|Hung up|Retrieved|Off hold|Joined: you are three|Connected. You|Accepted. Waiting/;

/** Ends all faults, dismisses all confirmations, and waits until the panel shows the gateway's held calls and no other. */
async function expectAgreement({ page, simulator, panel, rows }: Desktop): Promise<void> {
  simulator.clearFaults();
  await page.mouse.click(0, 0);
  for (const safe of await panel.locator("[role=group] button:first-child").all()) await safe.dispatchEvent("click");
  const agree = async () => {
    await panel.getByRole("button", { name: "Refresh calls on hold" }).dispatchEvent("click");
    const shown = await rows();
    expect(shown.map(({ callId }) => callId).sort()).toEqual(
      simulator
        .agent(agentId)
        .heldCalls.map(({ callId }) => callId)
        .sort(),
    );
    expect(shown.filter(({ hasLeft, isBusy, outcome }) => hasLeft || isBusy || doneTexts.test(outcome))).toEqual([]);
  };
  await vi.waitFor(agree, { timeout: 12_000, interval: 250 });
}
