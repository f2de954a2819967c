import type { ReactNode } from "react";

/** The way to the demo, which lies beside the manual on the published site. The manual is in a frame, hence the target. */
export function DemoLink(): ReactNode {
  return (
    <p>
      On the published site,{" "}
      <a href="../demo/index.html" target="_top">
        the demo
      </a>{" "}
      shows it in an agent desktop.
    </p>
  );
}
