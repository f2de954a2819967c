/** A number as it is read: a Chinese mobile number in its usual groups, any other as the gateway sent it. */
export function writtenNumber(number: string): string {
  return number.replace(/^(1\d\d)(\d{4})(\d{4})$/, "$1 $2 $3");
}

/** A number as it is said: its last four digits one by one, or all of a short one. */
export function spokenNumber(number: string): string {
  return [...(number.length <= 5 ? number : number.slice(-4))].join(" ");
}
