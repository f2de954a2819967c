import type { HTMLAttributes, RefAttributes } from "react";
import type { HoldListPanelElement } from "./HoldListPanelElement.js";
import type { HoldListPanelEventMap } from "./HoldListPanelEvents.js";

export * from "./element.js";

/**
 * What `<hold-list-panel>` takes in JSX. Not the Guid: React 18, and any React that renders on a server, would write it into the
 * page as an attribute. Use a ref.
 */
export type HoldListPanelJsxAttributes = HTMLAttributes<HoldListPanelElement> &
  RefAttributes<HoldListPanelElement> & {
    "base-url"?: string | undefined;
    "agent-id"?: string | undefined;
    language?: string | undefined;
    /** ms */
    interval?: number | undefined;
    /** ms */
    "long-after"?: number | undefined;
    /** ms */
    "too-long-after"?: number | undefined;
    order?: "longest-first" | "newest-first" | "gateway" | undefined;
    actions?: string | undefined;
    mask?: boolean | undefined;
    /** ms */
    "reveal-for"?: number | undefined;
    sound?: boolean | undefined;
    notifications?: boolean | undefined;
    "sign-in-button"?: boolean | undefined;
  } & {
    /** From React 19 on; with 18 listen by a ref. */
    [Type in keyof HoldListPanelEventMap as `on${Type}`]?: ((event: HoldListPanelEventMap[Type]) => void) | undefined;
  };

declare module "react" {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- where React's types look for tags
  namespace JSX {
    interface IntrinsicElements {
      "hold-list-panel": HoldListPanelJsxAttributes;
    }
  }
}
