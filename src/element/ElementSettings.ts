import type { elementAttributes } from "./elementAttributes.js";

/**
 * The attributes of `<hold-list-panel>` as properties. Reading one parses its attribute, and gives `undefined` where that is
 * missing or invalid. Writing one sets the attribute; null, undefined and false remove it.
 */
export type ElementSettings = {
  -readonly [Name in keyof typeof elementAttributes]: ReturnType<(typeof elementAttributes)[Name]["parse"]>;
};
