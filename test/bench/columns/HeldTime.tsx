import { useEffect, useState } from "react";
import { heldTime } from "./agentCalls.js";

/** The time on hold, with a timer of its own. */
export function HeldTime({ id }: { id: string }) {
  const [text, setText] = useState(() => heldTime(id));
  useEffect(() => {
    const timer = setInterval(() => setText(heldTime(id)), 1_000);
    return () => clearInterval(timer);
  }, [id]);
  return <>{text}</>;
}
