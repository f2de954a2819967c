import type { Page } from "playwright";
import { expect, it, vi } from "vitest";
import type { Consumer } from "./openConsumer.js";
import { tryConsumer } from "./tryConsumer.js";

const calls = Array.from({ length: 60 }, (_, index) => ({
  callId: `1501127996-${1_000 + index}`,
  callType: 0,
  caller: `1202555${1_000 + index}`,
}));

it("works in a pop-up window of the page that renders it", () => tryConsumer("pop-up", { also: checkPopUp }));

async function checkPopUp({ page, simulator, complaints }: Consumer): Promise<void> {
  for (const call of calls) simulator.holdCall("291", call);
  const popup = await openBy(page, "Pop out");
  popup.on("pageerror", (error) => complaints.push(error.message));
  const panel = popup.getByRole("region", { name: "On hold", exact: true });
  await panel.getByRole("listitem").nth(20).waitFor();
  expect(await panel.evaluate((element) => getComputedStyle(element).borderInlineStartWidth)).toBe("1px");
  await expectKeyboard(popup);
  await expectCopies(popup);
  await expectAllRows(popup);
  await popup.close();
  await page.getByRole("listitem").first().waitFor(); // the panel comes back

  const pictureInPicture = await openBy(page, "Keep on top");
  await pictureInPicture.getByRole("listitem").first().waitFor();
  await pictureInPicture.close();

  const last = await openBy(page, "Pop out");
  await last.getByRole("listitem").first().waitFor();
  await Promise.all([last.waitForEvent("close"), page.reload()]); // a panel that nothing updates must not stay
}

async function openBy(page: Page, button: string): Promise<Page> {
  const [opened] = await Promise.all([
    page.context().waitForEvent("page"),
    page.getByRole("button", { name: button, exact: true }).click(),
  ]);
  return opened;
}

const focused = (popup: Page) => popup.evaluate(() => document.activeElement?.getAttribute("data-hlp-control") ?? null);
const focusedRow = (popup: Page) =>
  popup.evaluate(() => Number(document.activeElement?.closest("li")?.getAttribute("aria-posinset")));

async function expectKeyboard(popup: Page): Promise<void> {
  await popup.bringToFront();
  await popup.getByRole("listitem").first().locator("[data-hlp-control]").first().focus();
  await popup.keyboard.press("ArrowDown");
  expect(await focusedRow(popup)).toBe(2);
  const more = popup.getByRole("listitem").nth(1).getByRole("button", { name: /^More/ });
  await more.press("Enter");
  await popup.getByRole("menu").waitFor();
  await popup.keyboard.press("Escape");
  expect([await focused(popup), await focusedRow(popup)]).toEqual([await more.getAttribute("data-hlp-control"), 2]);
}

/** Copies a call ID. Where the browser refuses that, its text is selected. */
async function expectCopies(popup: Page): Promise<void> {
  await popup.locator(".hlp-call-id").first().click();
  await popup.evaluate(() => {
    Object.assign(navigator.clipboard, { writeText: () => Promise.reject(new Error("Refused.")) });
  });
  await popup.locator(".hlp-copy").click();
  const selected = () => popup.evaluate(() => getSelection()?.toString());
  await vi.waitFor(async () => expect(await selected()).toMatch(/^1501127996-1\d{3}$/));
  await popup.evaluate(() => Reflect.deleteProperty(navigator.clipboard, "writeText"));
}

/** The list draws only the rows near the view: scrolling must draw the others. */
async function expectAllRows(popup: Page): Promise<void> {
  await popup.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  await popup.locator('[aria-posinset="60"]').waitFor();
}
