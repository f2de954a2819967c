import type { Page } from "playwright";
import type { Random } from "./createRandom.js";

type Target = {
  readonly x: number;
  readonly y: number;
  readonly kind: "item" | "answer" | "action" | "other";
  readonly isEnabled: boolean;
};

/** Clicks or presses a key at random. `meanwhile` runs while the mouse button is down, or before it goes down. */
export async function sendRandomInput(page: Page, random: Random, meanwhile: () => Promise<void>): Promise<void> {
  if (random.chance(0.25)) return pressRandomKey(page, random);
  const target = random.pickAny(await findTargets(page, random));
  if (target === undefined) return;
  const { mouse } = page;
  await mouse.move(target.x, target.y);
  const kind = random.next();
  if (kind < 0.5) return mouse.click(target.x, target.y);
  if (kind < 0.62) return mouse.dblclick(target.x, target.y);
  if (kind < 0.7) return mouse.click(target.x, target.y, { clickCount: 3 });
  if (kind < 0.79) {
    await mouse.down();
    await meanwhile();
    return mouse.up();
  }
  if (kind < 0.87) {
    await meanwhile();
    await mouse.down();
    return mouse.up();
  }
  // Down on one control, up on another.
  const other = random.pickAny(await findTargets(page, random)) ?? target;
  await mouse.down();
  await mouse.move(other.x, other.y);
  return mouse.up();
}

const movingKeys = ["Tab", "Tab", "Shift+Tab", "ArrowDown", "ArrowUp", "Home", "End"] as const;

async function pressRandomKey({ keyboard }: Page, random: Random): Promise<void> {
  const kind = random.next();
  if (kind < 0.45) return keyboard.press(random.pick(movingKeys));
  if (kind < 0.65) return keyboard.press("Enter");
  if (kind < 0.75) return keyboard.press("Space");
  if (kind < 0.82) return keyboard.press("Escape");
  if (kind < 0.88) return keyboard.press(random.pick(["t", "c", "h", "x"]));
  // Repeated keydown events without keyup: a held key.
  const key = random.pick(["Enter", "Enter", "Space"]);
  for (let times = random.between(2, 6); times > 0; times--) await keyboard.down(key);
  return keyboard.up(key);
}

/** The panel's buttons, mostly those that can send an action next. */
async function findTargets(page: Page, random: Random): Promise<readonly Target[]> {
  const all = await page.locator("section button").evaluateAll((buttons) =>
    buttons.map((button): Target => {
      const { x, y, width, height } = button.getBoundingClientRect();
      const isIn = (selector: string) => button.closest(selector) !== null;
      const kind = isIn("[role=menu]")
        ? "item"
        : isIn(".hlp-answers")
          ? "answer"
          : isIn(".hlp-actions")
            ? "action"
            : "other";
      const isEnabled = button.ariaDisabled !== "true";
      return { x: Math.round(x + width / 2), y: Math.round(y + height / 2), kind, isEnabled };
    }),
  );
  const includesDisabled = random.chance(0.15);
  const kinds = random.chance(0.1)
    ? ["other"]
    : random.chance(0.6)
      ? ["item", "answer", "action"]
      : ["answer", "action"];
  const candidates = includesDisabled ? all : all.filter(({ isEnabled }) => isEnabled);
  const byKind = kinds.map((kind) => candidates.filter((one) => one.kind === kind)).find((some) => some.length > 0);
  return byKind ?? all;
}
