import type { ReactNode } from "react";
import type { HoldListLabels } from "../labels/HoldListLabels.js";
import { masked, type MaskNumber } from "./maskNumber.js";
import { spokenNumber, writtenNumber } from "./numbers.js";
import { withoutBidiControls } from "./withoutBidiControls.js";

type ShownNumberProps = { number: string; mask: MaskNumber | undefined; labels: HoldListLabels };

/** A number as text. Of a masked number, a screen reader gets the last digits and not the bullets. */
export function ShownNumber({ number, mask, labels }: ShownNumberProps): ReactNode {
  if (number === "") return labels.noNumber;
  if (mask === undefined) return <bdi>{writtenNumber(withoutBidiControls(number))}</bdi>;
  const shown = masked(number, mask);
  return (
    <>
      <bdi aria-hidden="true">{withoutBidiControls(shown)}</bdi>
      <span className="hlp-hidden">{labels.numberEnding(spokenNumber(shown))}</span>
    </>
  );
}
