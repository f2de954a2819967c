import { type ReactNode, useContext, useEffect, useRef } from "react";
import { HoldListContext, missingProvider } from "../../hold-list/HoldListContext.js";

type RequireProviderProps = {
  /** The name of the component that the host uses. */
  user: string;
  /** Replaces the children where they have no provider. */
  fallback: (fault: string) => ReactNode;
  children: ReactNode;
};

/** Shows a fallback in place of children that have no provider, and reports it once to the console. Also on a server. */
export function RequireProvider({ user, fallback, children }: RequireProviderProps): ReactNode {
  const isMissing = useContext(HoldListContext) === null;
  const isReported = useRef(false);
  useEffect(() => {
    if (isMissing && !isReported.current) console.error(missingProvider(user));
    isReported.current = isMissing;
  }, [isMissing, user]);
  return isMissing ? fallback(missingProvider(user)) : children;
}
