import { createContext, type ReactNode } from "react";
import type { HeldCall } from "../../gateway/HeldCall.js";

/**
 * The host's `renderCall`, beside the rows' props: a host writes it inline, and a new function must render the host's slots and
 * not the rows around them.
 */
export const RenderCallContext = createContext<((call: HeldCall) => ReactNode) | undefined>(undefined);
