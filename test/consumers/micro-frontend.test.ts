import { expect, it } from "vitest";
import { tryConsumer } from "./tryConsumer.js";

it("works in a micro-frontend in a shadow root", () =>
  tryConsumer("micro-frontend", {
    path: "shadow.html",
    also: async ({ page }) => {
      expect(await page.evaluate(() => document.querySelector(".hlp-panel"))).toBeNull();
      const refresh = page.getByRole("button", { name: "Refresh calls on hold" });
      await refresh.press("Enter");
      expect(await refresh.evaluate((button) => button.matches(":focus"))).toBe(true);
    },
  }));

it("works in a micro-frontend in a frame", () =>
  tryConsumer("micro-frontend", { path: "framing.html", frame: "iframe" }));
