import { type ReactNode, useId } from "react";

/** Everything that can be tried, beside the desktop. */
export function ControlsDrawer({ name, children }: { name: string; children: ReactNode }): ReactNode {
  const headingId = useId();
  return (
    <aside className="demo-drawer" aria-labelledby={headingId}>
      <h2 className="demo-heading demo-pane-head" id={headingId}>
        {name}
      </h2>
      {children}
    </aside>
  );
}
