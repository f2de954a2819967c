import { expect, vi } from "vitest";
import type { Tab } from "./Engine.js";

/** What the agent sees and presses in a tab, also inside shadow roots. */
export function createScreen(tab: Tab) {
  const see = (selector: string, text = "", isThere = true) =>
    vi.waitFor(
      async () => {
        const shown = await tab.run(textsOf, selector);
        expect(
          shown.some((one) => one.includes(text)),
          `${selector} "${text}" in ${JSON.stringify(shown)}`,
        ).toBe(isThere);
      },
      { timeout: 15_000, interval: 50 },
    );
  return {
    tab,
    /** Resolves when an element has this text. */
    sees: (selector: string, text?: string) => see(selector, text),
    /** Resolves when none has. */
    seesNo: (selector: string, text?: string) => see(selector, text, false),
    texts: (selector: string) => tab.run(textsOf, selector),
    /** Clicks the first enabled control with this name as soon as there is one, in its middle. */
    press: async (name: string) => {
      await vi.waitFor(() => tab.run(scrollTo, name), { timeout: 15_000, interval: 50 });
      const { x, y } = await tab.run(scrollTo, name);
      await tab.click(x, y);
    },
  };
}
export type Screen = ReturnType<typeof createScreen>;

function textsOf(selector: string): string[] {
  const roots = [document, ...[...document.querySelectorAll("*")].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
  return roots.flatMap((root) => [...root.querySelectorAll(selector)].map(({ textContent }) => textContent));
}

/** Returns the middle of the control, in px. */
function scrollTo(name: string): { x: number; y: number } {
  const roots = [document, ...[...document.querySelectorAll("*")].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
  const control = roots
    .flatMap((root) => [...root.querySelectorAll("button")])
    .find(
      (button) =>
        (button.getAttribute("aria-label") ?? button.textContent.trim()).startsWith(name) &&
        button.getAttribute("aria-disabled") !== "true" &&
        button.getClientRects().length > 0,
    );
  if (control === undefined) throw new Error(`There is no button "${name}".`);
  control.scrollIntoView({ block: "center", behavior: "instant" });
  const { x, y, width, height } = control.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}
