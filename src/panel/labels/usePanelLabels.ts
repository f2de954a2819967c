import { useState } from "react";
import type { HostLabels, PanelLabels } from "./PanelLabels.js";
import { createLabelResolver } from "./resolveLabels.js";

/**
 * The labels of a panel, resolved from those of the host. They never throw, and they are the same object while the host's texts
 * are equal, as `createLabelResolver` describes.
 * @param supervisedName - the agent whose list a supervisor reads; null for the agent's own list
 */
export function usePanelLabels(labels: HostLabels | undefined, supervisedName: string | null): PanelLabels {
  const [resolve] = useState(createLabelResolver);
  return resolve(labels, supervisedName);
}
