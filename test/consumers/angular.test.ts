import { expect, it } from "vitest";
import { tryConsumer } from "./tryConsumer.js";

it.each([
  ["without Zone.js", "index.html"],
  ["with Zone.js", "zone/index.html"],
])("works as <hold-list-panel> in Angular %s, and again after @if has hidden it", (zone, path) =>
  tryConsumer("angular", {
    path,
    also: async ({ page, simulator }) => {
      expect(await page.evaluate(() => "Zone" in globalThis)).toBe(zone === "with Zone.js");
      expect(await page.locator("output").textContent()).toBe("held 1501127996-2, left 1501127996-2");
      simulator.holdCall("291", { callId: "1501127996-3", caller: "12025550124", callType: 0 });
      const row = page.getByRole("listitem").getByText("…996-3");
      await row.waitFor();
      await page.getByRole("button", { name: "Hide calls" }).click();
      await row.waitFor({ state: "detached" });
      await page.getByRole("button", { name: "Show calls" }).click();
      await row.waitFor();
    },
  }),
);
