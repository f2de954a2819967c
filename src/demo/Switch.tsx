import { type ReactNode, useId } from "react";

type SwitchProps = {
  name: string;
  /** What the present state means. */
  hint: string;
  on: boolean;
  onChange: (on: boolean) => void;
};

/** A switch with a hint. */
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
      <p className="demo-muted" id={hintId}>
        {hint}
      </p>
    </div>
  );
}
