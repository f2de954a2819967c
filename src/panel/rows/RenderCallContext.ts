import { createContext, type ReactNode } from "react";
import type { HeldCall } from "../../gateway/HeldCall.js";

/**
 * The host's `renderCall`. It is no prop of the rows: hosts pass it inline, and a new function must render only the host's slots,
 * not the rows around them.
 */
export const RenderCallContext = createContext<((call: HeldCall) => ReactNode) | undefined>(undefined);
