import type { ReactNode } from "react";
import { HostSlot } from "../parts/HostSlot.js";

type EmptyLineProps = {
  /** The label where the host has no content of its own, or it throws. */
  label: string;
  renderEmpty: (() => ReactNode) | undefined;
};

/** Says that no call is on hold: the host's content, or the label. */
export function EmptyLine({ label, renderEmpty }: EmptyLineProps): ReactNode {
  const line = <p className="hlp-line">{label}</p>;
  return renderEmpty === undefined ? (
    line
  ) : (
    <HostSlot given={null} render={renderEmpty} place="empty" fallback={line} />
  );
}
