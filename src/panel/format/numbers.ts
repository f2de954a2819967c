/** A number as it is read: a Chinese mobile number in its usual groups, any other as the gateway sent it. */
export function writtenNumber(number: string): string {
  return number.replace(/^(1[3-9]\d)(\d{4})(\d{4})$/, "$1 $2 $3");
}

/** A number as it is said: its last four digits one by one, or all of a short one. Of a masked one what the mask leaves. */
export function spokenNumber(number: string): string {
  const left = number.replace(/[•*\s]/g, "");
  return [...(left.length <= 5 ? left : left.slice(-4))].join(" ");
}
