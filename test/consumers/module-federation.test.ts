import { expect, it } from "vitest";
import type { Consumer } from "./openConsumer.js";
import { tryConsumer } from "./tryConsumer.js";

it("works in a federated remote below the provider of its host, with one copy of the package", () =>
  tryConsumer("module-federation", {
    path: "shared/",
    also: async (consumer) => {
      expect(await consumer.page.locator("output").textContent()).toBe("0 waiting");
      await retrieveCall(consumer);
    },
  }));

it("works in a federated remote with its own copy of the package, a provider included", () =>
  tryConsumer("module-federation", { path: "separate/", also: retrieveCall }));

async function retrieveCall({ page, simulator }: Consumer): Promise<void> {
  simulator.holdCall("291", { callId: "1501127996-3", caller: "12025550124", callType: 0 });
  const row = page.getByRole("listitem").filter({ hasText: "…996-3" });
  await row.getByRole("button", { name: /^Retrieve/ }).click();
  await row.and(page.locator("[data-left]")).waitFor();
}
