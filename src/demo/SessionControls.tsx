import { type ReactNode, useId } from "react";
import { ControlButton } from "./ControlButton.js";
import type { ControlsProps } from "./ControlsProps.js";

/** What the gateway can do to a sign-in by itself. */
export function SessionControls(props: ControlsProps & { isSignedIn: boolean }): ReactNode {
  const { simulator, state, agentId, isSignedIn, words } = props;
  const headingId = useId();
  return (
    <section className="demo-controls" aria-labelledby={headingId}>
      <h3 className="demo-subheading" id={headingId}>
        {words.session}
      </h3>
      <div className="demo-buttons">
        <ControlButton blocked={!isSignedIn} onClick={() => void state.act(() => simulator.renewGuid(agentId))}>
          {words.renewGuid}
        </ControlButton>
        <ControlButton blocked={!isSignedIn} onClick={() => void state.act(() => simulator.endSession(agentId))}>
          {words.endSession}
        </ControlButton>
      </div>
    </section>
  );
}
