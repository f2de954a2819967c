import { expect, it } from "vitest";
import { tryConsumer } from "./tryConsumer.js";

it("works in a Next.js server component that is rendered for each request and hydrated", () =>
  tryConsumer("next", {
    program: ["node_modules/next/dist/bin/next", "start", "-H", "127.0.0.1"],
    also: async ({ page, url }) => {
      expect(await (await fetch(url)).text()).toContain("Sign in to see your calls on hold.");
      await page.getByRole("region", { name: "On hold, in Chinese" }).getByText("暂无保持中的通话").waitFor();
    },
  }));
