import { expect, it } from "vitest";
import { tryConsumer } from "./tryConsumer.js";

it("Vue 3 with <hold-list-panel>, which knows nothing of React", () =>
  tryConsumer("vue", {
    also: async ({ page }) =>
      expect(await page.locator("output").textContent()).toBe("held 1501127996-2, left 1501127996-2"),
  }));
