import type { ReactNode } from "react";
import { thresholdSteps, thresholdWords } from "./thresholdSteps.js";

type ThresholdSliderProps = {
  name: string;
  /** Which threshold, for its colour. */
  level: "long" | "tooLong";
  /** ms; one of the steps. */
  value: number;
  onChange: (value: number) => void;
  language: string;
};

/** From when on a call is held long, or too long. */
export function ThresholdSlider({ name, level, value, onChange, language }: ThresholdSliderProps): ReactNode {
  return (
    <label className="demo-slider" data-level={level}>
      <span>{name}</span>
      <input
        type="range"
        aria-label={name}
        min={0}
        max={thresholdSteps.length - 1}
        value={thresholdSteps.indexOf(value)}
        aria-valuetext={thresholdWords(value, language, "long")}
        onChange={(event) => onChange(thresholdSteps[event.target.valueAsNumber] ?? value)}
      />
      <span className="demo-slider-value">{thresholdWords(value, language, "short")}</span>
    </label>
  );
}
