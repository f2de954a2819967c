import { useEffect, useLayoutEffect } from "react";

/** `useLayoutEffect`, which does nothing on a server: React 18 warns about `useLayoutEffect` there. */
export const useIsomorphicLayoutEffect = typeof document === "undefined" ? useEffect : useLayoutEffect;
