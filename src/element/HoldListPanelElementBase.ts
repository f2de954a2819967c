import type { ElementSettings } from "./ElementSettings.js";
import type { HoldListPanelEventMap } from "./HoldListPanelEvents.js";

interface EventMap extends HTMLElementEventMap, HoldListPanelEventMap {}

/** An HTML element with the settings as properties, whose listeners get typed events. */
export interface HoldListPanelElementBase extends HTMLElement, ElementSettings {
  addEventListener<Type extends keyof EventMap>(
    type: Type,
    listener: (this: this, event: EventMap[Type]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<Type extends keyof EventMap>(
    type: Type,
    listener: (this: this, event: EventMap[Type]) => void,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

/** `HTMLElement`, or an empty class on a server, where this module must be importable too. */
export const HoldListPanelElementBase = (typeof HTMLElement === "undefined" ? class {} : HTMLElement) as unknown as {
  new (): HoldListPanelElementBase;
  prototype: HoldListPanelElementBase;
};
