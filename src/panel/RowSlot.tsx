import { Component, memo, type ReactNode, Suspense } from "react";
import type { HeldCall } from "../gateway/HeldCall.js";

type RowSlotProps = { call: HeldCall; render: (call: HeldCall) => ReactNode };

/** The host's own content of a row. Where it throws, its place stays blank until it is given anew; where it waits, until it is there. */
export class RowSlot extends Component<RowSlotProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidUpdate(before: RowSlotProps): void {
    const isNew = before.render !== this.props.render || before.call !== this.props.call;
    if (isNew && this.state.failed) this.setState({ failed: false });
  }

  override render(): ReactNode {
    return this.state.failed ? null : (
      <div className="hlp-slot">
        <Suspense>
          <SlotContent {...this.props} />
        </Suspense>
      </div>
    );
  }
}

const SlotContent = memo(({ call, render }: RowSlotProps) => render(call));
SlotContent.displayName = "SlotContent";
