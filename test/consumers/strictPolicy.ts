import { expect } from "vitest";
import type { Consumer } from "./openConsumer.js";

/** What a careful page allows: scripts, sheets and answers of its own, and no text that becomes markup or script. */
export const strictPolicy = {
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'",
};

/** After no complaint: shows that a violation would have been one. */
export async function expectPolicyInForce({ page, complaints }: Consumer): Promise<void> {
  expect(complaints).toEqual([]);
  await page.evaluate(() => document.body.setAttribute("style", "color: red"));
  await expect.poll(() => complaints.join()).toContain("style-src-attr refuses inline");
  await page.evaluate(() => {
    try {
      document.body.innerHTML = "<p>text</p>";
    } catch {
      // As it should
    }
  });
  await expect.poll(() => complaints.join()).toContain("require-trusted-types-for refuses trusted-types-sink");
  complaints.length = 0;
}
