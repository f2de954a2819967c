import { type ReactNode, useEffect, useState } from "react";
import type { HoldListLabels } from "../labels/HoldListLabels.js";

/** The loading state: nothing for 300 ms, then a skeleton of a row, and a text after 3 s. */
export function LoadingLine({ labels }: { labels: HoldListLabels }): ReactNode {
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), 3_000);
    return () => clearTimeout(timer);
  }, []);
  if (isLong) return <p className="hlp-line">{labels.stillLoading}</p>;
  return (
    <div className="hlp-line">
      <span className="hlp-hidden">{labels.loading}</span>
      <span className="hlp-skeleton" aria-hidden="true" />
      <span className="hlp-skeleton hlp-skeleton-short" aria-hidden="true" />
    </div>
  );
}
