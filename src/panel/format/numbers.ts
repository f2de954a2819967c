import { callHost } from "../../session/callHost.js";

/** Returns a number as text for the agent. The number stays as it is when it throws or returns no text. */
export type FormatNumber = (number: string) => string;

const chineseMobile = /^(1[3-9]\d)(\d{4})(\d{4})$/;
/** The country codes of one and two digits; all others have three. */
const countryCode = /^(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/;

/**
 * Groups the digits of a number: `+1 202 555 0144`, `+44 1632 960 961`, `138 0013 8000`. Any other number, such as an extension, stays
 * as the gateway sent it.
 */
export function formatNumber(number: string): string {
  const [, international] = /^\+(\d{7,15})$/.exec(number) ?? [];
  if (international === undefined) return number.replace(chineseMobile, "$1 $2 $3");
  const code = countryCode.exec(international)?.[0] ?? "";
  return `+${code} ${grouped(international.slice(code.length), code === "1")}`;
}

/** Groups of three digits, with one or two of four where a shorter one would be left over: at the end in North America. */
function grouped(digits: string, isNorthAmerican: boolean): string {
  const mobile = digits.replace(chineseMobile, "$1 $2 $3");
  const fours = digits.length % 3;
  const threes = (digits.length - 4 * fours) / 3;
  if (mobile !== digits || threes < 0) return mobile;
  const sizes = [...Array<number>(fours).fill(4), ...Array<number>(threes).fill(3)];
  if (isNorthAmerican) sizes.reverse();
  let at = 0;
  return sizes.map((size) => digits.slice(at, (at += size))).join(" ");
}

/** Applies the host's format. */
export function formatted(number: string, format: FormatNumber): string {
  const text: unknown = callHost(() => format(number), number);
  return typeof text === "string" && text !== "" ? text : number;
}

/**
 * A number for a screen reader: the last four digits separated by spaces, or all digits when there are five or fewer. Bullets
 * of a mask are left out, so that "" means that the mask leaves nothing.
 */
export function spokenNumber(number: string): string {
  const left = number.replace(/[•*\s]/g, "");
  return [...(left.length <= 5 ? left : left.slice(-4))].join(" ");
}
