import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";
import { expect, it } from "vitest";
import { browserLaunchOptions } from "../browser/browser.mjs";
import { buildPage } from "../storm/globalSetup.js";
import { growth } from "./growth.js";
import { runShift } from "./runShift.js";

// `npm run soak` works a shift of eight hours, `npm test` a part of one. SOAK_HOURS and SOAK_SEED change that.
const isLong = process.env.npm_lifecycle_event === "soak";
const hours = Number(process.env.SOAK_HOURS ?? (isLong ? 8 : 0.15));
const seed = Number(process.env.SOAK_SEED ?? 1);

it("growth is the slope of the last half", () => {
  const samples = [900, 500, 100, 101, 102, 103].map((value, hours) => ({ hours, value }));
  expect(growth(samples)).toBeCloseTo(100 / 102, 5);
  expect(growth(samples.map(({ hours }) => ({ hours, value: 0 })))).toBe(0);
});

it(`a shift of ${hours} h neither grows, nor misses a call, nor asks too often`, { timeout: 3_600_000 }, async () => {
  const folder = await buildPage(fileURLToPath(new URL("page", import.meta.url)));
  const browser = await chromium.launch(await browserLaunchOptions());
  try {
    const shift = await runShift({ browser, folder, hours, sampleEvery: hours >= 4 ? 15 : 1.5, seed });
    const { figures, ...rest } = shift;
    console.log({ hours, seed, ...rest });
    console.table(
      Object.fromEntries(
        Object.entries(figures).map(([name, samples]) => [
          name,
          {
            first: samples[0]?.value,
            "half time": samples[Math.floor(samples.length / 2)]?.value,
            last: samples.at(-1)?.value,
            "% an hour": Math.round(growth(samples) * 100) / 100,
          },
        ]),
      ),
    );
    expect(shift.errors).toEqual([]);
    expect(shift.differences).toEqual([]);
    expect(shift.checks).toBeGreaterThan(hours * 60);
    expect(shift.faults).toBeGreaterThan(0);
    expect(shift.polls).toBeLessThan(shift.mostPolls);
    expect(shift.polls).toBeGreaterThan(shift.mostPolls / 3);
    // In minutes the engine still compiles, and a single object counts for much: the limit is for the whole time then.
    const limited = Object.entries(figures).filter(([name]) => name !== "code"); // see runShift.ts
    for (const [name, samples] of limited)
      expect(growth(samples) * (hours >= 4 ? 1 : hours / 2), name).toBeLessThanOrEqual(hours >= 4 ? 1 : 20);
  } finally {
    await browser.close();
    await rm(folder, { recursive: true });
  }
});
