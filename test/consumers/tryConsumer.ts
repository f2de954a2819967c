import type { FrameLocator, Page } from "playwright";
import { expect, vi } from "vitest";
import { type Consumer, openConsumer, type Opening } from "./openConsumer.js";

/** What is special about an app. */
export type Trial = Opening & {
  /** The selector of the frame that contains the panel. @default the page itself */
  frame?: string;
  /** Runs after the panel has shown a call arrive and leave. */
  also?: (consumer: Consumer) => Promise<void> | void;
};

/**
 * Opens an app, signs in with its button "Sign in", and checks what every host may expect of the panel: it shows a call arrive
 * and leave, polls one at a time, causes no error or warning, and does not leak the Guid.
 */
export async function tryConsumer(name: string, { frame, also, ...opening }: Trial = {}): Promise<void> {
  const consumer = await openConsumer(name, opening);
  try {
    await expectArrivalAndDeparture(consumer, frame === undefined ? consumer.page : consumer.page.frameLocator(frame));
    await also?.(consumer);
    expect(consumer.complaints).toEqual([]);
    expect(consumer.errors).toEqual([]);
  } finally {
    await consumer.close();
  }
}

async function expectArrivalAndDeparture(consumer: Consumer, scope: Page | FrameLocator): Promise<void> {
  const { page, simulator, polls } = consumer;
  const panel = scope.getByRole("region", { name: "On hold", exact: true });
  const says = (words: string) => panel.getByText(words, { exact: true }).first().waitFor();
  const rows = panel.getByRole("listitem").and(scope.locator(":not([data-left])"));

  await says("Sign in to see your calls on hold.");
  // Without the style sheet there is no border.
  expect(await panel.evaluate((element) => getComputedStyle(element).borderInlineStartWidth)).toBe("1px");
  await scope.getByRole("button", { name: "Sign in", exact: true }).click();
  await says("No calls on hold");

  const call = { callId: "1501127996-2", caller: "12025550123", called: "70943", callType: 0 };
  simulator.holdCall("291", call);
  await rows.getByText("…996-2").waitFor();
  await rows.getByText("12025550123").waitFor();
  await expectNoGuid(consumer);

  const [begun, since] = [polls.begun, Date.now()];
  await vi.waitFor(() => expect(polls.begun).toBeGreaterThan(begun + 1), { timeout: 20_000 });
  // Polls come every 2 s ±10 %.
  expect((Date.now() - since) / (polls.begun - begun)).toBeGreaterThan(800);

  simulator.endCall("291", call.callId, "customer");
  await rows.first().waitFor({ state: "detached" });
  await says("No calls on hold");
  expect(polls.mostAtOnce).toBe(1);
  await expectNoGuid(consumer);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
}

/** Expects the Guid in no DOM, shadow trees and frames included, no storage, no cookie and no address. */
async function expectNoGuid({ page, asked, guids }: Consumer): Promise<void> {
  expect(guids.length).toBeGreaterThan(0);
  const kept = await Promise.all(page.frames().map((frame) => frame.evaluate(everythingKept)));
  const everywhere = [...kept, ...asked, ...page.frames().map((frame) => frame.url())].join("\n");
  // The search covers what the page shows.
  expect(everywhere).toContain("996-2");
  for (const guid of guids) {
    const secret = guid.split(".")[0] ?? guid;
    expect(secret.length).toBeGreaterThan(15);
    expect(everywhere).not.toContain(secret);
  }
}

/** Collects every text of a page. Runs in the page. */
async function everythingKept(): Promise<string> {
  const kept: string[] = [];
  const walk = (root: Document | ShadowRoot) => {
    kept.push(root instanceof Document ? root.documentElement.outerHTML : root.innerHTML);
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot !== null) walk(element.shadowRoot);
      if (element instanceof HTMLInputElement) kept.push(element.value);
    }
  };
  walk(document);
  const databases = await indexedDB.databases();
  const caches = await globalThis.caches.keys();
  const resources = performance.getEntries().map(({ name }) => name);
  const storages = [localStorage, sessionStorage].map((storage) => JSON.stringify({ ...storage }));
  const places = [location.href, name, document.cookie, document.title, JSON.stringify(history.state)];
  return [...kept, ...storages, ...places, ...resources, ...caches, JSON.stringify(databases)].join("\n");
}
