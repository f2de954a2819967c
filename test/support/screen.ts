import { screen, within } from "@testing-library/react";
import { expect } from "vitest";
import { en } from "../../src/index.js";

/** The panel's `<section>`. */
export const panel = () => screen.getByRole("region");
export const heading = () => screen.getByRole("heading", { name: en.heading });
export const list = () => screen.getByRole("list");
/** The rows, departed calls included. */
export const rows = () => screen.getAllByRole("listitem");
export const button = (name: string | RegExp) => screen.getByRole("button", { name });
export const queryButton = (name: string | RegExp) => screen.queryByRole("button", { name });
export const refreshButton = () => button(en.refresh);
/** The button that opens the details of a call, by the suffix of its call ID. */
export const detailsButton = (suffix: string) => button(en.details(suffix));

/** The row of a call, by the number that its name starts with. */
export function row({ name }: { name: string }): HTMLElement {
  const number = name.split(",")[0] ?? name;
  const found = rows().find((each) => each.textContent?.startsWith(number));
  if (found === undefined) throw new Error(`There is no row of ${number}.`);
  return found;
}

/** A button of a row, by the start of its name. */
export function buttonIn(call: { name: string }, name: string): HTMLElement {
  return within(row(call)).getByRole("button", { name: new RegExp(`^${name}`) });
}

/** The call ID suffixes of the rows from top to bottom, in brackets for departed calls. */
export function rowSuffixes(): (string | undefined)[] {
  return rows().map((each) => {
    const details = within(each).getByRole("button", { name: new RegExp(`^${en.details("")}`) });
    const suffix = details.textContent?.replace("…", "");
    return each.hasAttribute("data-left") ? `(${suffix})` : suffix;
  });
}

/** Records what both live regions announce from now on, as a screen reader would: whenever a region's text changes. */
export function recordAnnouncements(): string[] {
  const announced: string[] = [];
  for (const region of [screen.getByRole("status"), screen.getByRole("alert")])
    new MutationObserver(() => {
      if (region.textContent !== "") announced.push(`${region.role}: ${region.textContent}`);
    }).observe(region, { childList: true, characterData: true, subtree: true });
  return announced;
}

/** Expects each text to be on the page, and visible. */
export function expectShown(...texts: (string | RegExp)[]): void {
  for (const text of texts) expect(screen.getByText(text)).toBeVisible();
}

/** Expects none of these texts on the page. */
export function expectAbsent(...texts: (string | RegExp)[]): void {
  for (const text of texts) expect(screen.queryByText(text)).toBeNull();
}

/** Focuses an element as by a key. jsdom does not tell focus by key from focus by pointer. */
export function focusVisibly(element: HTMLElement): void {
  const matches = element.matches.bind(element);
  const matchesVisibly = (selector: string) => selector === ":focus-visible" || matches(selector);
  Object.defineProperty(element, "matches", { value: matchesVisibly });
  element.focus();
}
