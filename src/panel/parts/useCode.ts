import { useEffect, useState } from "react";
import { loadCode } from "./loadCode.js";

/**
 * Code that is loaded once it is wanted. Null until then, and `"missing"` while it cannot be loaded.
 * @param load - a dynamic `import()`; the same function at each render
 */
export function useCode<Code extends object>(load: () => Promise<Code>, isWanted: boolean): Code | "missing" | null {
  const [code, setCode] = useState<Code | "missing" | null>(null);
  useEffect(
    () =>
      isWanted
        ? loadCode(
            load,
            (loaded) => setCode(loaded),
            () => setCode("missing"),
          )
        : undefined,
    [load, isWanted],
  );
  return code;
}
