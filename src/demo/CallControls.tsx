import { type ReactNode, useId, useState } from "react";
import type { MaskNumber } from "../index.js";
import type { SimulatedCall } from "../simulator/simulator.js";
import { ControlButton } from "./ControlButton.js";
import type { ControlsProps } from "./ControlsProps.js";

const outgoing = 7;
const numberOf = ({ callType, caller, called }: SimulatedCall) => (callType === outgoing ? called : caller);

/** Held calls to add, and what happens to them. */
export function CallControls(props: ControlsProps & { mask: MaskNumber | undefined }): ReactNode {
  const { simulator, state, agentId, mask = String, words } = props;
  const headingId = useId();
  const [chosen, setChosen] = useState("");
  const { view, act } = state;
  const held = (view?.agent.heldCalls ?? []).toSorted((a, b) => a.heldSince - b.heldSince);
  const current = view?.agent.currentCall ?? null;
  const call = held.find(({ callId }) => callId === chosen) ?? held[0];

  const add = (count: number) =>
    void act(() => Promise.all(Array.from({ length: count }, () => simulator.holdCall(agentId, {}))));
  const end = (how: "customer" | "retrieved") => {
    if (call !== undefined) void act(() => simulator.endCall(agentId, call.callId, how));
  };
  return (
    <section className="demo-controls" aria-labelledby={headingId}>
      <h3 className="demo-subheading" id={headingId}>
        {words.calls(agentId)}
      </h3>
      <div className="demo-buttons">
        <ControlButton onClick={() => add(1)}>{words.addCall}</ControlButton>
        {[5, 30].map((count) => (
          <ControlButton key={count} onClick={() => add(count)} aria-label={words.addCalls(count)}>
            +{count}
          </ControlButton>
        ))}
      </div>
      <label className="demo-field">
        <span className="demo-hidden">{words.heldCall}</span>
        <select value={call?.callId === chosen ? chosen : ""} onChange={(event) => setChosen(event.target.value)}>
          <option value="">{held.length === 0 ? words.noHeldCalls : words.longest}</option>
          {held.map((one) => (
            <option key={one.callId} value={one.callId}>
              {mask(numberOf(one))} …{one.callId.slice(-5)}
            </option>
          ))}
        </select>
      </label>
      <div className="demo-buttons">
        <ControlButton blocked={call === undefined} onClick={() => end("customer")}>
          {words.hangUp}
        </ControlButton>
        <ControlButton blocked={call === undefined} onClick={() => end("retrieved")}>
          {words.retrieve}
        </ControlButton>
      </div>
      {current !== null && (
        <div className="demo-split">
          <span>{words.talkingTo(mask(numberOf(current)))}</span>
          <ControlButton onClick={() => void act(() => simulator.holdCall(agentId, { callId: current.callId }))}>
            {words.hold}
          </ControlButton>
        </div>
      )}
    </section>
  );
}
