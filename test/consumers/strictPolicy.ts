import { expect, vi } from "vitest";
import type { Consumer } from "./openConsumer.js";

/** A strict policy: only the page's own scripts, style sheets and requests, and no text that becomes markup or script. */
export const strictPolicy = {
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'",
};

/** Expects no violation so far, and checks that violations are reported. */
export async function expectPolicyInForce({ page, complaints }: Consumer): Promise<void> {
  expect(complaints).toEqual([]);
  await page.evaluate(() => document.body.setAttribute("style", "color: red"));
  await vi.waitFor(() => expect(complaints.join()).toContain("style-src-attr refuses inline"));
  await page.evaluate(() => {
    try {
      document.body.innerHTML = "<p>text</p>";
    } catch {
      // Expected
    }
  });
  await vi.waitFor(() => expect(complaints.join()).toContain("require-trusted-types-for refuses trusted-types-sink"));
  complaints.length = 0;
}
