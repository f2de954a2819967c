import { expect, it } from "vitest";
import { tryConsumer } from "./tryConsumer.js";

it("a desktop whose react-query defaults are hostile, and shared", () =>
  tryConsumer("shared-query-client", {
    also: async ({ page, simulator, polls }) => {
      // The client's defaults are in force, for everything but the panel.
      await page.getByText("calls").first().waitFor();
      simulator.order({ kind: "retcode", retcode: "100-007", times: 2 });
      await page.getByRole("button", { name: "Invalidate everything" }).click();
      await page.getByText("The phone system reported a fault. Trying again.").first().waitFor();
      await page.getByText("No calls on hold", { exact: true }).first().waitFor();
      expect(polls.mostAtOnce).toBe(1);
      expect(await page.content()).not.toContain("66666");
    },
  }));
