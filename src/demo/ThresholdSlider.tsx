import type { ReactNode } from "react";
import { thresholdSteps, thresholdText } from "./thresholdSteps.js";

type ThresholdSliderProps = {
  name: string;
  /** Which threshold, for its colour. */
  level: "long" | "tooLong";
  /** ms; one of the steps. */
  value: number;
  onChange: (value: number) => void;
};

/** A slider for one attention threshold. */
export function ThresholdSlider({ name, level, value, onChange }: ThresholdSliderProps): ReactNode {
  return (
    <label className="demo-slider" data-level={level}>
      <span>{name}</span>
      <input
        type="range"
        aria-label={name}
        min={0}
        max={thresholdSteps.length - 1}
        value={thresholdSteps.indexOf(value)}
        aria-valuetext={thresholdText(value, "long")}
        onChange={(event) => onChange(thresholdSteps[event.target.valueAsNumber] ?? value)}
      />
      <span className="demo-slider-value">{thresholdText(value, "short")}</span>
    </label>
  );
}
