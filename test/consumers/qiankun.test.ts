import type { Page } from "playwright";
import { expect, it } from "vitest";
import { tryConsumer } from "./tryConsumer.js";

it.each([
  ["without style isolation", ""],
  ["with experimentalStyleIsolation", "?isolation=experimentalStyleIsolation"],
  ["with strictStyleIsolation", "?isolation=strictStyleIsolation"],
])("works as a micro app of qiankun %s, and again after it was unmounted", (_, path) =>
  tryConsumer("qiankun", {
    path,
    also: async ({ page, simulator, polls }) => {
      simulator.holdCall("291", { callId: "1501127996-3", caller: "12025550124", callType: 0 });
      const row = page.getByRole("listitem").getByText("…996-3");
      await row.waitFor();
      await expectNarrowLayout(page);
      await page.getByRole("link", { name: "Customers" }).click();
      await row.waitFor({ state: "detached" });
      await page.getByRole("link", { name: "Calls" }).click();
      await row.waitFor();
      await expectNarrowLayout(page);
      expect(polls.mostAtOnce).toBe(1);
    },
  }),
);

async function expectNarrowLayout(page: Page): Promise<void> {
  await page.setViewportSize({ width: 240, height: 600 });
  const row = page.getByRole("region", { name: "On hold", exact: true }).getByRole("listitem").first();
  expect(await row.evaluate((element) => getComputedStyle(element).display)).toBe("block");
}
