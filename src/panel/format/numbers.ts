/** Groups a Chinese mobile number as `138 0013 8000`. Any other number stays as the gateway sent it. */
export function writtenNumber(number: string): string {
  return number.replace(/^(1[3-9]\d)(\d{4})(\d{4})$/, "$1 $2 $3");
}

/**
 * A number for a screen reader: the last four digits separated by spaces, or all digits when there are five or fewer. Bullets
 * of a mask are left out, so that "" means that the mask leaves nothing.
 */
export function spokenNumber(number: string): string {
  const left = number.replace(/[•*\s]/g, "");
  return [...(left.length <= 5 ? left : left.slice(-4))].join(" ");
}
