import { type ReactNode, useEffect, useState } from "react";
import { type MaskNumber, otherParty } from "../index.js";
import type { SimulatedCall } from "../simulator/simulator.js";
import { ControlButton } from "./ControlButton.js";
import { customerOf } from "./customers.js";

type CurrentCallProps = { call: SimulatedCall; mask: MaskNumber | undefined; onHold: () => void };

/** The call that the agent talks on, with the time since it was first shown. */
export function CurrentCall({ call, mask = String, onHold }: CurrentCallProps): ReactNode {
  const [startedAt] = useState(Date.now);
  const [now, setNow] = useState(startedAt);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.floor((now - startedAt) / 1_000));
  return (
    <div className="demo-current">
      <p>
        <span className="demo-muted">Talking to</span> <bdi>{mask(otherParty(call))}</bdi>{" "}
        <span className="demo-customer">{customerOf(otherParty(call))}</span>
      </p>
      <time>{`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`}</time>
      <ControlButton onClick={onHold}>Hold</ControlButton>
    </div>
  );
}
