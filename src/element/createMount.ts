import type { ReactNode } from "react";
import { createRoot, type Root } from "react-dom/client";

/** The React root of a shadow root. */
export type Mount = {
  readonly render: (node: ReactNode) => void;
  /** Unmounts in a later task, so that an element that is only moved keeps its list. */
  readonly scheduleUnmount: () => void;
  readonly cancelUnmount: () => void;
};

/** Creates the React root at the first render, and again at the first render after an unmount. */
export function createMount(shadow: ShadowRoot): Mount {
  let mounted: { readonly root: Root; readonly container: Element } | null = null;
  let unmounting: ReturnType<typeof setTimeout> | undefined;

  /** Removes the container too, and with it the listeners that React added to it. */
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
    scheduleUnmount() {
      clearTimeout(unmounting);
      unmounting = setTimeout(unmount);
    },
    cancelUnmount: () => clearTimeout(unmounting),
  };
}
