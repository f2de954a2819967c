import type { ReactNode } from "react";
import { ControlButton } from "./ControlButton.js";
import { ControlGroup } from "./ControlGroup.js";
import type { ControlsProps } from "./ControlsProps.js";
import { actionFaults, type FaultChoice, faultName, listFaults } from "./faultChoices.js";

const latencies = [0, 300, 1_000, 3_000]; // ms

/** Orders one fault at a time, and a latency. */
export function FaultControls({ simulator, state }: ControlsProps): ReactNode {
  const { view, act } = state;
  const faults = view?.faults ?? [];
  const active = faults.map(({ fault }) => faultName(fault));
  const others = faults.filter((_, index) => active[index] === undefined).map(({ fault }) => fault.kind);
  const latency = view?.settings.latency ?? 0;

  const toggle = ({ name, fault }: FaultChoice) =>
    void act(async () => {
      await simulator.clearFaults();
      if (!active.includes(name)) await simulator.orderFault(fault);
    });
  const buttons = (choices: readonly FaultChoice[]) => (
    <div className="demo-faults">
      {choices.map((choice) => (
        <button
          type="button"
          className="demo-fault"
          key={choice.name}
          aria-pressed={active.includes(choice.name)}
          onClick={() => toggle(choice)}
        >
          {choice.name}
        </button>
      ))}
    </div>
  );
  return (
    <ControlGroup name="Faults">
      <p className="demo-muted">
        How the gateway answers when the panel asks for the list. The panel asks again at once.
      </p>
      {buttons(listFaults)}
      <p className="demo-muted">What the gateway does with an action.</p>
      {buttons(actionFaults)}
      {others.length > 0 && <p className="demo-muted">{`On: ${others.join(", ")}`}</p>}
      <div className="demo-split">
        <ControlButton blocked={faults.length === 0} onClick={() => void act(simulator.clearFaults)}>
          Clear faults
        </ControlButton>
        <label className="demo-field demo-field-inline">
          Latency
          <select
            value={latency}
            onChange={(event) => void act(() => simulator.set({ latency: Number(event.target.value) }))}
          >
            {[...new Set([...latencies, latency])].map((ms) => (
              <option key={ms} value={ms}>
                {ms === 0 ? "None" : `${ms} ms`}
              </option>
            ))}
          </select>
        </label>
      </div>
    </ControlGroup>
  );
}
