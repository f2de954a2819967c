import { type ReactNode, useId } from "react";

/** A group of controls in the drawer, with a heading. */
export function ControlGroup({ name, children }: { name: string; children: ReactNode }): ReactNode {
  const headingId = useId();
  return (
    <section className="demo-controls" aria-labelledby={headingId}>
      <h3 className="demo-subheading" id={headingId}>
        {name}
      </h3>
      {children}
    </section>
  );
}
