import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { type Browser, chromium } from "playwright";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { buildPage } from "../storm/globalSetup.js";
import { describeFaults } from "./describeFaults.js";
import { type Fault, faults } from "./faults.js";
import { type Encounter, meetFaults } from "./meetFault.js";
import { openDesk } from "./openDesk.js";

// Writes src/docs/FAULTS.md. After a change that is meant: `npx vitest run --project storm test/faults -u`.

const root = join(import.meta.dirname, "../..");
let folder: string;
let browser: Browser;

beforeAll(async () => {
  folder = await buildPage(join(import.meta.dirname, "page"));
  browser = await chromium.connect(inject("stormBrowser"));
});

afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

/** Meets faults in a page of its own. */
async function meet(...met: Fault[]): Promise<Encounter> {
  const context = await browser.newContext({
    locale: "en-US",
    timezoneId: "UTC",
    viewport: { width: 360, height: 600 },
  });
  const desk = await openDesk(context, folder);
  try {
    return await meetFaults(desk, met);
  } finally {
    await desk.close();
    await context.close();
  }
}

const encounters = new Map<Fault, Encounter>();

describe.each(Object.entries(faults))("%s", (_group, ofGroup) => {
  it.each(ofGroup)("$name", async (fault) => {
    encounters.set(fault, await meet(fault));
  });
});

it("shows in the manual what happened in each fault", async () => {
  const encounterOf = (fault: Fault) => encounters.get(fault) ?? expect.fail(`${fault.name} has not been met.`);
  await expect(describeFaults(faults, encounterOf)).toMatchFileSnapshot(join(root, "src/docs/FAULTS.md"));
});

describe("two faults at once", () => {
  const named = (name: string) =>
    Object.values(faults)
      .flat()
      .find((fault) => fault.name === name) ?? expect.fail(`There is no fault "${name}".`);

  it.each([
    ["HTTP 503, unavailable, with Retry-After: 90", "Offline"],
    ["000-004, switching over", "Ten minutes of sleep, the monotonic clock standing still"],
    ["100-006, not signed in", "A reload, and a sign-in by the host"],
    ["No answer", "The wall clock is set back by an hour"],
    ["Connection refused", "A hidden tab whose timers run once a minute"],
    ["Cut within the body", "A tab frozen for ten minutes"],
    ["HTTP 302, to a sign-on page", "The Guid expires and is not renewed"],
    ["The Guid is renewed and the old one refused", "HTTP 500, internal error"],
  ])("%s; %s", async (one, other) => {
    await meet(named(one), named(other));
  });
});

it("contains each retcode that the package knows for a list", () => {
  const known = readFileSync(join(root, "src/gateway/retcodes.ts"), "utf8").match(/(?<=")\d{3}-\d{3}(?=")/g) ?? [];
  const met = Object.values(faults).flatMap((ofGroup) => ofGroup.map(({ name }) => name));
  expect(known.length).toBeGreaterThan(15);
  expect(known.filter((code) => !met.some((name) => name.startsWith(code)))).toEqual([]);
});
