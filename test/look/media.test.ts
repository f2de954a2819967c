import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { cdp } from "vitest/browser";
import { openStates, type OpenState } from "./states.js";

let open: OpenState[];
beforeAll(async () => {
  open = await openStates([
    { story: "Attention", until: '[data-attention="too-long"]' },
    { story: "Loading", until: ".hlp-skeleton" },
    { story: "Code100006SessionRefused", until: ".hlp-button-main" },
  ]);
});
afterAll(() => open?.forEach(({ close }) => close()));
afterEach(() => emulate({}));

const emulate = (features: Record<string, string>) =>
  cdp().send("Emulation.setEmulatedMedia", {
    features: Object.entries(features).map(([name, value]) => ({ name, value })),
  });

it("has no animation and no transition where motion is reduced", async () => {
  const animated = () =>
    open.flatMap(({ panel }) => {
      panel.querySelector(".hlp-icon-button")?.setAttribute("data-busy", "true");
      panel.querySelector(".hlp-row")?.setAttribute("data-arrived", "true");
      const isStill = (element: Element, pseudo: string | null) => {
        const moves = element.getAnimations().some(({ effect }) => effect?.getTiming().duration !== 0);
        if (moves && element.getClientRects().length > 0) return false;
        const { animationName, animationDuration, transitionDuration } = getComputedStyle(element, pseudo);
        return transitionDuration === "0s" && (animationName === "none" || animationDuration === "0s");
      };
      return [...panel.querySelectorAll("*")].flatMap((element) =>
        [null, "::before", "::after"].every((pseudo) => isStill(element, pseudo))
          ? []
          : [element.getAttribute("class")],
      );
    });
  await emulate({ "prefers-reduced-motion": "no-preference" });
  expect(animated()).toEqual(
    expect.arrayContaining(["hlp-icon-button", "hlp-row", "hlp-button hlp-button-main", "hlp-progress"]),
  );
  await emulate({ "prefers-reduced-motion": "reduce" });
  expect(animated()).toEqual([]);
});

it.each(["light", "dark"])("shows icons, outlines and levels in forced colours, %s scheme", async (scheme) => {
  await emulate({ "forced-colors": "active", "prefers-color-scheme": scheme, "prefers-reduced-motion": "reduce" });
  const [canvas, text, button, buttonText] = ["Canvas", "CanvasText", "ButtonFace", "ButtonText"].map(systemColour);
  const all = (selector: string) => open.flatMap(({ panel }) => [...panel.querySelectorAll(selector)]);
  const styleOf = (selector: string) => getComputedStyle(all(selector)[0] as Element);

  for (const icon of all(".hlp-icon")) expect([text, buttonText]).toContain(getComputedStyle(icon).stroke);
  for (const dot of all(".hlp-dot")) expect(getComputedStyle(dot).borderTopColor).not.toBe(canvas);
  for (const outlined of all(".hlp-button:not(.hlp-plain)"))
    expect(getComputedStyle(outlined).borderTopColor).not.toBe(canvas);
  expect(styleOf('[data-attention="long"]').borderInlineStartColor).toBe(text);
  expect(styleOf(".hlp-row:not([data-attention])").borderInlineStartColor).toBe(canvas);
  const main = all(".hlp-button-main")[0] as Element;
  const coloursOf = (element: Element) => {
    const { backgroundColor, color } = getComputedStyle(element);
    return [backgroundColor, color];
  };
  expect(coloursOf(main)).toEqual([buttonText, button]);
  main.setAttribute("aria-disabled", "true");
  await vi.waitFor(() => expect(coloursOf(main)).toEqual([button, systemColour("GrayText")])); // after a delay
  main.setAttribute("aria-disabled", "false");
});

function systemColour(name: string): string {
  const probe = document.body.appendChild(document.createElement("p"));
  probe.style.color = name;
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
