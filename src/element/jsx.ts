import type { HTMLAttributes, RefAttributes } from "react";
import type { elementAttributes } from "./elementAttributes.js";
import type { ElementSettings } from "./ElementSettings.js";
import type { HoldListPanelElement } from "./HoldListPanelElement.js";
import type { HoldListPanelEventMap } from "./HoldListPanelEvents.js";

export * from "./element.js";

type SettingAttributes = {
  [Name in keyof ElementSettings as (typeof elementAttributes)[Name]["attribute"]]?: ElementSettings[Name] | undefined;
};

/** Event handlers, for React 19. With React 18 add listeners through a ref. */
type EventAttributes = {
  [Type in keyof HoldListPanelEventMap as `on${Type}`]?: ((event: HoldListPanelEventMap[Type]) => void) | undefined;
};

/**
 * The props of `<hold-list-panel>` in JSX. There is no `guid`: React 18, and any React that renders on a server, would write it
 * into the page as an attribute. Set it through a ref.
 */
export type HoldListPanelJsxAttributes = HTMLAttributes<HoldListPanelElement> &
  RefAttributes<HoldListPanelElement> &
  SettingAttributes &
  EventAttributes;

declare module "react" {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- React's types look up tags in this namespace
  namespace JSX {
    interface IntrinsicElements {
      "hold-list-panel": HoldListPanelJsxAttributes;
    }
  }
}
