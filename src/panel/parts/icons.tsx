import type { ReactNode } from "react";
import type { CallDirection } from "../../gateway/callTypes.js";

function Icon({ path, className = "" }: { path: string; className?: string }): ReactNode {
  return (
    <svg className={`hlp-icon ${className}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={path} />
    </svg>
  );
}

const directions: Record<CallDirection, string> = {
  in: "M12.5 3.5 4 12M4 6v6h6",
  out: "M4 12.5 12.5 4M6.5 4h6v6",
  internal: "M3 6h9.5L10 3.5M13 10H3.5L6 12.5",
};

/** The direction of a call; nothing where it is unknown. */
export const DirectionIcon = ({ direction }: { direction: CallDirection | undefined }) =>
  direction === undefined ? null : <Icon path={directions[direction]} className="hlp-direction" />;
export const LeftIcon = () => <Icon path="M4 4l8 8M12 4l-8 8" className="hlp-direction" />;
export const FilterIcon = () => <Icon path="M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM10.2 10.2 13.5 13.5" />;
export const ClearIcon = () => <Icon path="M4.5 4.5l7 7M11.5 4.500l-7 7" />;
export const RefreshIcon = () => <Icon path="M13 8a5 5 0 1 1-1.6-3.7M13 2.5v3h-3" />;
export const DoubtIcon = () => <Icon path="M8 2.5 14.2 13H1.8ZM8 6.5v3M8 11.4v.01" />;
export const LockIcon = () => <Icon path="M3.5 7.5h9v6h-9zM5.5 7.5V5.2a2.5 2.5 0 0 1 5 0v2.3" />;
export const CheckIcon = () => <Icon path="M3 8.5 6.5 12 13 4.5" />;
export const SoundIcon = () => <Icon path="M3 6.5v3h2.500L9 12.500v-9L5.500 6.500ZM11.500 6a3 3 0 0 1 0 4" />;
export const PauseIcon = () => <Icon path="M5.5 4v8M10.5 4v8" />;
export const MoreIcon = () => <Icon path="M3.5 8h.01M8 8h.01M12.5 8h.01" className="hlp-more" />;
