import { useEffect, useLayoutEffect } from "react";

/** `useLayoutEffect`, about which React 18 warns on a server that renders the panel: there it does nothing. */
export const useIsomorphicLayoutEffect = typeof document === "undefined" ? useEffect : useLayoutEffect;
