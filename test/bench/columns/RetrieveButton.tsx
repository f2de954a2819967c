import { useState } from "react";
import { retrieveCall } from "./agentCalls.js";

/** A plain button that takes a call off hold. */
export function RetrieveButton({ id }: { id: string }) {
  const [isPressed, setPressed] = useState(false);
  const retrieve = () => {
    setPressed(true);
    void retrieveCall(id);
  };
  return (
    <button disabled={isPressed} onClick={retrieve}>
      {isPressed ? "Retrieving…" : "Retrieve"}
    </button>
  );
}
