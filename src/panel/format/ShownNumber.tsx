import type { ReactNode } from "react";
import { type HeldCall, otherParty } from "../../gateway/HeldCall.js";
import type { HoldListLabels } from "../labels/HoldListLabels.js";
import { spokenNumber, writtenNumber } from "./numbers.js";

/** What a host's mask leaves of a number. A mask that throws hides all of it. */
export type MaskNumber = (number: string) => string;

/** Hides all of a number but its last four digits: `•••• 8000`. A number of four digits or fewer is hidden whole. */
export function maskNumber(number: string): string {
  return number.length > 4 ? `•••• ${number.slice(-4)}` : "••••";
}

/** A number after the mask, if there is one. "" stays "": there is nothing to hide. */
export function masked(number: string, mask: MaskNumber | undefined): string {
  if (mask === undefined || number === "") return number;
  try {
    return mask(number);
  } catch {
    return "••••";
  }
}

/** The other party's number in a sentence that is read: as it is shown. */
export function numberToShow(call: HeldCall, mask: MaskNumber | undefined, labels: HoldListLabels): string {
  const number = otherParty(call);
  if (number === "") return labels.noNumber;
  return mask === undefined ? writtenNumber(number) : masked(number, mask);
}

/** The same in a control's name, where the bullets of a mask would be read aloud. */
export function numberInWords(call: HeldCall, mask: MaskNumber | undefined, labels: HoldListLabels): string {
  const shown = numberToShow(call, mask, labels);
  return mask === undefined || otherParty(call) === "" ? shown : labels.numberEnding(spokenNumber(shown));
}

type ShownNumberProps = { number: string; mask: MaskNumber | undefined; labels: HoldListLabels };

/** A number as it is read. The bullets of a mask are not read aloud: its last digits are. */
export function ShownNumber({ number, mask, labels }: ShownNumberProps): ReactNode {
  if (number === "") return labels.noNumber;
  if (mask === undefined) return <bdi>{writtenNumber(number)}</bdi>;
  const shown = masked(number, mask);
  return (
    <>
      <bdi aria-hidden="true">{shown}</bdi>
      <span className="hlp-hidden">{labels.numberEnding(spokenNumber(shown))}</span>
    </>
  );
}
