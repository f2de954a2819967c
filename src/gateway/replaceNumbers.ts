// The first alternative keeps retcodes such as 100-006.
const retcodeOrNumber = /\d{3}-\d{3}(?![-.]?\d)|\+?\p{Nd}(?:[ \u00a0().-]{0,2}\p{Nd}){4,}/gu;

/**
 * Replaces what may be a caller's number in a text of the gateway, such as its `message`: every run of 5 or more digits, also with
 * spaces, dots, hyphens or brackets between the digits. A retcode such as 100-006 stays.
 */
export function replaceNumbers(text: string, replace: (number: string) => string): string {
  return text.replace(retcodeOrNumber, (found) => (/^\d{3}-\d{3}$/.test(found) ? found : replace(found)));
}
