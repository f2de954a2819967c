import { Component, type ReactNode } from "react";

type ErrorBoundaryProps = {
  /** Replaces the children after an error. A function gets one that renders the children again. */
  fallback: ReactNode | ((retry: () => void) => ReactNode);
  /** The children are rendered again when one of these changes. @default [] */
  resetKeys?: readonly unknown[] | undefined;
  /** Called with an error of the children, but not again before they have rendered without one. */
  onError?: ((error: unknown) => void) | undefined;
  /** Called after `retry`, whether or not the children failed again. */
  onRetried?: (() => void) | undefined;
  children: ReactNode;
};

type ErrorBoundaryState = { failed: boolean };

/** Shows a fallback in place of children that throw while they render. React reports the error to the console. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { failed: false };
  private reported = false;

  static getDerivedStateFromError(): ErrorBoundaryState {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    if (!this.reported) this.props.onError?.(error);
    this.reported = true;
  }

  override componentDidUpdate(before: ErrorBoundaryProps, { failed }: ErrorBoundaryState): void {
    if (!this.state.failed) this.reported = false;
    else if (failed && !isSame(before.resetKeys, this.props.resetKeys)) this.setState({ failed: false });
  }

  private readonly retry = (): void => {
    this.setState({ failed: false }, this.props.onRetried);
  };

  override render(): ReactNode {
    const { fallback, children } = this.props;
    if (!this.state.failed) return children;
    return typeof fallback === "function" ? fallback(this.retry) : fallback;
  }
}

function isSame(before: readonly unknown[] = [], after: readonly unknown[] = []): boolean {
  return before.length === after.length && before.every((key, index) => Object.is(key, after[index]));
}
