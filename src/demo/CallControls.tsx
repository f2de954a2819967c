import { type ReactNode, useState } from "react";
import { type MaskNumber, otherParty } from "../index.js";
import { ControlButton } from "./ControlButton.js";
import { ControlGroup } from "./ControlGroup.js";
import type { ControlsProps } from "./ControlsProps.js";
import { shortCallId } from "./shortCallId.js";

/** Adds held calls and ends them. */
export function CallControls(props: ControlsProps & { mask: MaskNumber | undefined }): ReactNode {
  const { simulator, state, agentId, mask = String } = props;
  const [chosen, setChosen] = useState("");
  const { view, act } = state;
  const held = [...(view?.agent.heldCalls ?? [])].sort((a, b) => a.heldSince - b.heldSince);
  const call = held.find(({ callId }) => callId === chosen) ?? held[0];

  const add = (count: number) =>
    void act(() => Promise.all(Array.from({ length: count }, () => simulator.holdCall(agentId, {}))));
  const end = (how: "customer" | "retrieved") => {
    if (call !== undefined) void act(() => simulator.endCall(agentId, call.callId, how));
  };
  return (
    <ControlGroup name={`Calls of agent ${agentId}`}>
      <div className="demo-buttons">
        <ControlButton onClick={() => add(1)}>Add a held call</ControlButton>
        {[5, 30].map((count) => (
          <ControlButton key={count} onClick={() => add(count)} aria-label={`Add ${count} held calls`}>
            +{count}
          </ControlButton>
        ))}
      </div>
      <label className="demo-field">
        <span className="demo-visually-hidden">Held call</span>
        <select value={call?.callId === chosen ? chosen : ""} onChange={(event) => setChosen(event.target.value)}>
          <option value="">{held.length === 0 ? "None on hold" : "Longest on hold"}</option>
          {held.map((one) => (
            <option key={one.callId} value={one.callId}>
              {mask(otherParty(one))} {shortCallId(one.callId)}
            </option>
          ))}
        </select>
      </label>
      <div className="demo-buttons">
        <ControlButton blocked={call === undefined} onClick={() => end("customer")}>
          Customer hangs up
        </ControlButton>
        <ControlButton blocked={call === undefined} onClick={() => end("retrieved")}>
          Agent retrieves
        </ControlButton>
      </div>
    </ControlGroup>
  );
}
