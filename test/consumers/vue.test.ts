import { expect, it } from "vitest";
import { tryConsumer } from "./tryConsumer.js";

it("works as <hold-list-panel> in Vue 3", () =>
  tryConsumer("vue", {
    also: async ({ page }) =>
      expect(await page.locator("output").textContent()).toBe("held 1501127996-2, left 1501127996-2"),
  }));
