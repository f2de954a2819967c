import type { ReactNode } from "react";
import { FallbackBoundary } from "./FallbackBoundary.js";

/** An action's icon. An icon that throws is left out. */
export function ActionIcon({ icon }: { icon: ReactNode }): ReactNode {
  return <FallbackBoundary fallback={null}>{icon}</FallbackBoundary>;
}
