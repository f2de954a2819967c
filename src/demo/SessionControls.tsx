import type { ReactNode } from "react";
import { ControlButton } from "./ControlButton.js";
import { ControlGroup } from "./ControlGroup.js";
import type { ControlsProps } from "./ControlsProps.js";

/** Lets the gateway renew the Guid or end the session. */
export function SessionControls(props: ControlsProps & { isSignedIn: boolean }): ReactNode {
  const { simulator, state, agentId, isSignedIn } = props;
  return (
    <ControlGroup name="Session">
      <div className="demo-buttons">
        <ControlButton blocked={!isSignedIn} onClick={() => void state.act(() => simulator.renewGuid(agentId))}>
          Renew the Guid
        </ControlButton>
        <ControlButton blocked={!isSignedIn} onClick={() => void state.act(() => simulator.endSession(agentId))}>
          System signs out
        </ControlButton>
      </div>
    </ControlGroup>
  );
}
