import { type ReactNode, useId } from "react";

type SwitchProps = {
  name: string;
  /** What it means as it is now. */
  hint: string;
  on: boolean;
  onChange: (on: boolean) => void;
};

/** Something that is on or off, and what that means. */
export function Switch({ name, hint, on, onChange }: SwitchProps): ReactNode {
  const hintId = useId();
  return (
    <div className="demo-switch">
      <label>
        <input
          type="checkbox"
          role="switch"
          checked={on}
          aria-describedby={hintId}
          onChange={(event) => onChange(event.target.checked)}
        />
        {name}
      </label>
      <p className="demo-soft" id={hintId}>
        {hint}
      </p>
    </div>
  );
}
