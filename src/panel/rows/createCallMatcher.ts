import { type HeldCall, otherParty } from "../../gateway/HeldCall.js";
import { type MaskNumber, masked, type NumberLabels, writtenNumber } from "../format/maskNumber.js";

/**
 * Creates a function that tells whether a call's number, skill or call ID contains a text. Case, spaces and punctuation do not
 * count. Of a masked number, only what the mask leaves is compared.
 */
export function createCallMatcher(
  text: string,
  mask: MaskNumber | undefined,
  labels: NumberLabels,
): (call: HeldCall) => boolean {
  const wanted = plain(text);
  return (call) => {
    const number = otherParty(call);
    const texts = [masked(number, mask), number && writtenNumber(number, mask, labels), call.skill, call.callId];
    return texts.some((one) => plain(one).includes(wanted));
  };
}

/** Full-width characters, as input methods write them, become plain ones. The bullets of a mask stay: no text goes across them. */
function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\-+().,/]/g, "");
}
