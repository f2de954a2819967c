import { type ReactNode, useId } from "react";

/** The drawer beside the desktop that holds all controls. */
export function ControlsDrawer({ children }: { children: ReactNode }): ReactNode {
  const headingId = useId();
  return (
    <aside className="demo-drawer" aria-labelledby={headingId}>
      <h2 className="demo-heading demo-pane-head" id={headingId}>
        Controls
      </h2>
      {children}
    </aside>
  );
}
