import { useEffect, useLayoutEffect } from "react";

/** `useLayoutEffect`; on a server `useEffect`, since React 18 warns about layout effects there. Neither runs on a server. */
export const useIsomorphicLayoutEffect = typeof document === "undefined" ? useEffect : useLayoutEffect;
