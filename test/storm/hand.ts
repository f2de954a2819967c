import type { Page } from "playwright";
import type { Draws } from "./random.js";

type Target = {
  readonly x: number;
  readonly y: number;
  readonly kind: "item" | "answer" | "act" | "other";
  readonly isEnabled: boolean;
};

/** Does what a hand does to a page: moves and presses the mouse, or a key. `meanwhile` is what happens while it holds on. */
export async function moveHand(page: Page, draws: Draws, meanwhile: () => Promise<void>): Promise<void> {
  if (draws.chance(0.25)) return pressKey(page, draws);
  const target = draws.pickAny(await findTargets(page, draws));
  if (target === undefined) return;
  const { mouse } = page;
  await mouse.move(target.x, target.y);
  const way = draws.next();
  if (way < 0.5) return mouse.click(target.x, target.y);
  if (way < 0.62) return mouse.dblclick(target.x, target.y);
  if (way < 0.7) return mouse.click(target.x, target.y, { clickCount: 3 });
  if (way < 0.79) {
    // Down, and up only after the list has changed.
    await mouse.down();
    await meanwhile();
    return mouse.up();
  }
  if (way < 0.87) {
    // Over the control, pressed only after the list has changed.
    await meanwhile();
    await mouse.down();
    return mouse.up();
  }
  // Down on one control, up on another.
  const other = draws.pickAny(await findTargets(page, draws)) ?? target;
  await mouse.down();
  await mouse.move(other.x, other.y);
  return mouse.up();
}

const walks = ["Tab", "Tab", "Shift+Tab", "ArrowDown", "ArrowUp", "Home", "End"] as const;

async function pressKey({ keyboard }: Page, draws: Draws): Promise<void> {
  const kind = draws.next();
  if (kind < 0.45) return keyboard.press(draws.pick(walks));
  if (kind < 0.65) return keyboard.press("Enter");
  if (kind < 0.75) return keyboard.press("Space");
  if (kind < 0.82) return keyboard.press("Escape");
  if (kind < 0.88) return keyboard.press(draws.pick(["t", "c", "h", "x"]));
  const key = draws.pick(["Enter", "Enter", "Space"]);
  // Down again without up: a key that is held.
  for (let times = draws.between(2, 6); times > 0; times--) await keyboard.down(key);
  return keyboard.up(key);
}

/** The buttons in sight. What asks, or is open, or can be pressed, is looked at first, most of the time. */
async function findTargets(page: Page, draws: Draws): Promise<readonly Target[]> {
  const all = await page.locator("section button").evaluateAll((buttons) =>
    buttons.map((button): Target => {
      const { x, y, width, height } = button.getBoundingClientRect();
      const isIn = (selector: string) => button.closest(selector) !== null;
      const kind = isIn("[role=menu]")
        ? "item"
        : isIn(".hlp-answers")
          ? "answer"
          : isIn(".hlp-actions")
            ? "act"
            : "other";
      const isEnabled = button.ariaDisabled !== "true";
      return { x: Math.round(x + width / 2), y: Math.round(y + height / 2), kind, isEnabled };
    }),
  );
  const isBold = draws.chance(0.15);
  const kinds = draws.chance(0.1) ? ["other"] : draws.chance(0.6) ? ["item", "answer", "act"] : ["answer", "act"];
  const willing = isBold ? all : all.filter(({ isEnabled }) => isEnabled);
  const byKind = kinds.map((kind) => willing.filter((one) => one.kind === kind)).find((some) => some.length > 0);
  return byKind ?? all;
}
