import type { ReactNode } from "react";
import { type MaskNumber, type NumberLabels, writtenNumber } from "./maskNumber.js";
import { spokenNumber } from "./numbers.js";

type ShownNumberProps = { number: string; mask: MaskNumber | undefined; labels: NumberLabels };

/** A number as text. Of a masked number, a screen reader gets the last digits and not the bullets. */
export function ShownNumber({ number, mask, labels }: ShownNumberProps): ReactNode {
  if (number === "") return <span>{labels.noNumber}</span>;
  const shown = writtenNumber(number, mask, labels);
  if (mask === undefined) return <bdi translate="no">{shown}</bdi>;
  return (
    <>
      <bdi aria-hidden="true" translate="no">
        {shown}
      </bdi>
      <span className="hlp-hidden">{labels.numberEnding(spokenNumber(shown))}</span>
    </>
  );
}
