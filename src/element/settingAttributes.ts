import type { ElementSettings } from "./ElementSettings.js";
import type { HoldListOrder } from "../panel/HoldListOrder.js";

type Setting<Value> = { readonly attribute: string; readonly read: (written: string | null) => Value };

/** The attribute behind each property, and how it is read. */
export const settingAttributes: { readonly [Name in keyof ElementSettings]: Setting<ElementSettings[Name]> } = {
  baseUrl: { attribute: "base-url", read: text },
  agentId: { attribute: "agent-id", read: text },
  language: { attribute: "language", read: text },
  interval: { attribute: "interval", read: milliseconds },
  longAfter: { attribute: "long-after", read: milliseconds },
  tooLongAfter: { attribute: "too-long-after", read: milliseconds },
  order: { attribute: "order", read: order },
  actions: { attribute: "actions", read: text },
  density: { attribute: "density", read: density },
  mask: { attribute: "mask", read: flag },
  revealFor: { attribute: "reveal-for", read: milliseconds },
  sound: { attribute: "sound", read: flag },
  notifications: { attribute: "notifications", read: flag },
  signInButton: { attribute: "sign-in-button", read: flag },
};

/** Gives an element's prototype the properties, each reading and writing its attribute. */
export function defineSettings(prototype: object): void {
  for (const [name, { attribute, read }] of Object.entries<Setting<unknown>>(settingAttributes))
    Object.defineProperty(prototype, name, {
      configurable: true,
      enumerable: true,
      get(this: Element) {
        return read(this.getAttribute(attribute));
      },
      set(this: Element, value: string | number | boolean | null | undefined) {
        if (value === undefined || value === null || value === false) this.removeAttribute(attribute);
        else this.setAttribute(attribute, value === true ? "" : String(value));
      },
    });
}

function text(written: string | null): string | undefined {
  return written ?? undefined;
}

function milliseconds(written: string | null): number | undefined {
  const value = written === null || written.trim() === "" ? NaN : Number(written);
  return value >= 0 ? value : undefined;
}

/** There, whatever it holds; but frameworks that know of no such attribute write "false". */
function flag(written: string | null): boolean {
  return written !== null && written !== "false";
}

function density(written: string | null): ElementSettings["density"] {
  return written === "comfortable" || written === "compact" ? written : undefined;
}

function order(written: string | null): HoldListOrder | undefined {
  return written === "longest-first" || written === "newest-first" || written === "gateway" ? written : undefined;
}
