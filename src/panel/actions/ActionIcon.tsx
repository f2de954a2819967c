import type { ReactNode } from "react";
import { ErrorBoundary } from "../parts/ErrorBoundary.js";

/** An action's icon. An icon that throws is left out. */
export function ActionIcon({ icon }: { icon: ReactNode }): ReactNode {
  return <ErrorBoundary fallback={null}>{icon}</ErrorBoundary>;
}
