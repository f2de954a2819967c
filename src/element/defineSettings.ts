import { elementAttributes } from "./elementAttributes.js";
import type { ElementSettings } from "./ElementSettings.js";

type Attribute = { readonly attribute: string; readonly parse: (text: string | null) => unknown };

const attributes = Object.entries<Attribute>(elementAttributes);

/** Defines a property for each attribute on an element's prototype. */
export function defineSettings(prototype: object): void {
  for (const [name, { attribute, parse }] of attributes)
    Object.defineProperty(prototype, name, {
      configurable: true,
      enumerable: true,
      get(this: Element) {
        return parse(this.getAttribute(attribute));
      },
      set(this: Element, value: string | number | boolean | null | undefined) {
        if (value === undefined || value === null || value === false) this.removeAttribute(attribute);
        else this.setAttribute(attribute, value === true ? "" : String(value));
      },
    });
}

/** All settings of an element, parsed from its attributes. */
export function readSettings(element: Element): ElementSettings {
  const settings = attributes.map(([name, { attribute, parse }]) => [name, parse(element.getAttribute(attribute))]);
  return Object.fromEntries(settings) as ElementSettings;
}
