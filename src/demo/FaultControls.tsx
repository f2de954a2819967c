import { type ReactNode, useId } from "react";
import { ControlButton } from "./ControlButton.js";
import type { ControlsProps } from "./ControlsProps.js";
import { actionFaultNames, faultChoices, type FaultName, faultNameOf, listFaultNames } from "./faultChoices.js";

const latencies = [0, 300, 1_000, 3_000];

/** One fault at a time, and latency beside it. */
export function FaultControls({ simulator, state, words }: ControlsProps): ReactNode {
  const headingId = useId();
  const { view, act } = state;
  const faults = view?.faults ?? [];
  const on = faults.map(({ fault }) => faultNameOf(fault));
  const others = faults.filter((_, index) => on[index] === undefined).map(({ fault }) => fault.kind);
  const latency = view?.settings.latency ?? 0;

  const toggle = (name: FaultName) =>
    void act(async () => {
      await simulator.clearFaults();
      if (!on.includes(name)) await simulator.orderFault(faultChoices[name]);
    });
  const choices = (names: readonly FaultName[]) => (
    <div className="demo-faults">
      {names.map((name) => (
        <button
          type="button"
          className="demo-fault"
          key={name}
          aria-pressed={on.includes(name)}
          onClick={() => toggle(name)}
        >
          {words.faultNames[name]}
        </button>
      ))}
    </div>
  );
  return (
    <section className="demo-controls" aria-labelledby={headingId}>
      <h3 className="demo-subheading" id={headingId}>
        {words.faults}
      </h3>
      <p className="demo-soft">{words.faultsHint}</p>
      {choices(listFaultNames)}
      <p className="demo-soft">{words.actionFaultsHint}</p>
      {choices(actionFaultNames)}
      {others.length > 0 && <p className="demo-soft">{words.otherFault(others.join(", "))}</p>}
      <div className="demo-split">
        <ControlButton blocked={faults.length === 0} onClick={() => void act(simulator.clearFaults)}>
          {words.clearFaults}
        </ControlButton>
        <label className="demo-field demo-field-inline">
          {words.latency}
          <select
            value={latency}
            onChange={(event) => void act(() => simulator.set({ latency: Number(event.target.value) }))}
          >
            {[...new Set([...latencies, latency])].map((ms) => (
              <option key={ms} value={ms}>
                {ms === 0 ? words.noLatency : `${ms} ms`}
              </option>
            ))}
          </select>
        </label>
      </div>
    </section>
  );
}
