import { type Ref, useMemo } from "react";
import { callHost } from "../../session/callHost.js";

/** A host's ref as a callback that cannot throw while React commits. The same function for the same ref. */
export function useSafeRef<T>(ref: Ref<T> | undefined): (value: T | null) => void {
  return useMemo(
    () => (value: T | null) =>
      callHost(() => {
        if (typeof ref === "function") ref(value);
        else if (typeof ref === "object" && ref !== null) ref.current = value;
      }),
    [ref],
  );
}
