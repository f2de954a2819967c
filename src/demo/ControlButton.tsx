import type { ComponentPropsWithoutRef, ReactNode } from "react";

type ControlButtonProps = ComponentPropsWithoutRef<"button"> & { onClick: () => void; blocked?: boolean };

/** A button that stays focusable while it is blocked. */
export function ControlButton({ onClick, blocked = false, ...rest }: ControlButtonProps): ReactNode {
  return (
    <button
      type="button"
      className="demo-button"
      aria-disabled={blocked}
      onClick={blocked ? undefined : onClick}
      {...rest}
    />
  );
}
