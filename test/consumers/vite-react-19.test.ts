import { expect, it } from "vitest";
import { tryConsumer } from "./tryConsumer.js";

it("works in Vite with React 19 in strict mode, as a panel and a hook", () =>
  tryConsumer("vite-react-19", {
    also: async ({ page }) => expect(await page.locator("output").textContent()).toBe("0 waiting"),
  }));
