import type { ReactNode } from "react";
import { HostSlot } from "../parts/HostSlot.js";

type EmptyLineProps = {
  /** Shown where the host has no content or its content throws. */
  label: string;
  renderEmpty: (() => ReactNode) | undefined;
};

/** The empty state: the host's content, or the label. */
export function EmptyLine({ label, renderEmpty }: EmptyLineProps): ReactNode {
  const line = <p className="hlp-line">{label}</p>;
  return renderEmpty === undefined ? (
    line
  ) : (
    <HostSlot given={null} render={renderEmpty} place="empty" fallback={line} />
  );
}
