import type { ReactNode } from "react";
import { createRoot, type Root } from "react-dom/client";

/** React's place in a shadow root. */
export type Mount = {
  readonly render: (node: ReactNode) => void;
  /** The element is in a page: what was to go stays. */
  readonly keep: () => void;
  /** The element has left its page. If it does not come back at once, as one that is moved does, all of React goes. */
  readonly release: () => void;
};

/** A place that is empty until the first render, and after the last. */
export function createMount(shadow: ShadowRoot): Mount {
  let mounted: { readonly root: Root; readonly container: Element } | null = null;
  let leaving: ReturnType<typeof setTimeout> | undefined;

  /** With its container go the listeners that React has put there. */
  function unmount(): void {
    mounted?.root.unmount();
    mounted?.container.remove();
    mounted = null;
  }

  return {
    render(node) {
      if (mounted === null) {
        const container = shadow.ownerDocument.createElement("div");
        shadow.append(container);
        mounted = { root: createRoot(container), container };
      }
      mounted.root.render(node);
    },
    keep: () => clearTimeout(leaving),
    release() {
      clearTimeout(leaving);
      leaving = setTimeout(unmount);
    },
  };
}
