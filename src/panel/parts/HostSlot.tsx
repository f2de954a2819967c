import { Component, memo, type ReactNode, Suspense } from "react";

type HostSlotProps<Given> = {
  given: Given;
  render: (given: Given) => ReactNode;
  /** Where it stands, for the sheet. */
  place: "row" | "header" | "empty";
  /** What stands there where it throws. @default nothing */
  fallback?: ReactNode;
};

/** Content of the host's own. Where it throws, its place falls back until it is given anew; where it waits, until it is there. */
export class HostSlot<Given> extends Component<HostSlotProps<Given>, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidUpdate(before: HostSlotProps<Given>): void {
    const isNew = before.render !== this.props.render || before.given !== this.props.given;
    if (isNew && this.state.failed) this.setState({ failed: false });
  }

  override render(): ReactNode {
    const { given, render, place, fallback = null } = this.props;
    return this.state.failed ? (
      fallback
    ) : (
      <div className="hlp-slot" data-place={place}>
        <Suspense>
          <SlotContent given={given} render={render as (given: unknown) => ReactNode} />
        </Suspense>
      </div>
    );
  }
}

type SlotContentProps = { given: unknown; render: (given: unknown) => ReactNode };
const SlotContent = memo(({ given, render }: SlotContentProps) => render(given));
SlotContent.displayName = "SlotContent";
