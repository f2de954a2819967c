import { type ReactNode, useId } from "react";

type ChoiceProps<T extends string> = {
  /** For screen readers only. */
  name: string;
  options: readonly { readonly value: T; readonly text: string; readonly lang?: string }[];
  value: T;
  onChange: (value: T) => void;
};

/** Radio buttons side by side. */
export function Choice<T extends string>({ name, options, value, onChange }: ChoiceProps<T>): ReactNode {
  const group = useId();
  return (
    <fieldset className="demo-choice">
      <legend className="demo-visually-hidden">{name}</legend>
      {options.map((option) => (
        <label key={option.value} lang={option.lang}>
          <input
            className="demo-visually-hidden"
            type="radio"
            name={group}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.text}
        </label>
      ))}
    </fieldset>
  );
}
