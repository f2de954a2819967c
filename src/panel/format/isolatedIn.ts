// Letters of right-to-left scripts.
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * A number, code or time to put into words. In right-to-left words it is isolated, or its groups of digits would appear in reverse.
 * @param words - the words without it
 */
export function isolatedIn(words: string, value: string): string {
  return value !== "" && rightToLeft.test(words) ? `\u2068${value}\u2069` : value;
}
