import { expect, it } from "vitest";
import { tryConsumer } from "./tryConsumer.js";

it.each(["18.2.0", "19.3.1"])("hydrates a page rendered by a server with React %s", (version) =>
  tryConsumer("server-rendered", {
    versions: { react: version, "react-dom": version },
    program: ["server.js"],
    also: async ({ page }) => expect(await page.locator("html").getAttribute("data-served")).toBe("true"),
  }),
);
