import { memo, type ReactNode, Suspense } from "react";
import { ErrorBoundary } from "./ErrorBoundary.js";

type HostSlotProps<Given> = {
  given: Given;
  render: (given: Given) => ReactNode;
  /** Where the content is, as a hook for styles. */
  place: "row" | "header" | "empty";
  /** Replaces content that throws, until `given` or `render` changes. @default null */
  fallback?: ReactNode;
};

/** Content of the host. It is empty while it suspends. */
export function HostSlot<Given>({ given, render, place, fallback = null }: HostSlotProps<Given>): ReactNode {
  return (
    <ErrorBoundary fallback={fallback} resetKeys={[given, render]}>
      <div className="hlp-slot" data-place={place}>
        <Suspense>
          <SlotContent given={given} render={render as (given: unknown) => ReactNode} />
        </Suspense>
      </div>
    </ErrorBoundary>
  );
}

type SlotContentProps = { given: unknown; render: (given: unknown) => ReactNode };
const SlotContent = memo(({ given, render }: SlotContentProps) => render(given));
SlotContent.displayName = "SlotContent";
