import { Component, type ReactNode, type RefObject } from "react";
import { focusedIn } from "../parts/useFocusLoss.js";

type KeptFocusProps = { list: RefObject<HTMLElement | null>; children: ReactNode };

/** Restores the focus after its row has moved to another place. React does so in a document, but not in a shadow root. */
export class KeptFocus extends Component<KeptFocusProps> {
  override getSnapshotBeforeUpdate(): Element | null {
    const { current } = this.props.list;
    const focused = focusedIn(current);
    return current?.contains(focused) === true ? focused : null;
  }

  override componentDidUpdate(_props: KeptFocusProps, _state: unknown, before: HTMLElement | null): void {
    const { current } = this.props.list;
    if (before !== null && current?.contains(before) === true && focusedIn(current) === null)
      before.focus({ preventScroll: true });
  }

  override render(): ReactNode {
    return this.props.children;
  }
}
