import { Component, type ReactNode } from "react";

type FallbackBoundaryProps = {
  /** Replaces the children after an error. */
  fallback: ReactNode;
  /** The children are rendered again when one of these changes. @default [] */
  resetKeys?: readonly unknown[];
  children: ReactNode;
};

/** Shows a fallback in place of children that throw while they render. */
export class FallbackBoundary extends Component<FallbackBoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidUpdate(before: FallbackBoundaryProps, { failed }: { failed: boolean }): void {
    const { resetKeys = [] } = this.props;
    const isNew = resetKeys.some((key, index) => !Object.is(key, before.resetKeys?.[index]));
    if (failed && this.state.failed && isNew) this.setState({ failed: false });
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
