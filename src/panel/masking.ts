/** Hides a number: what is shown of it. */
export type MaskNumber = (number: string) => string;

/** Keeps the last four digits: `•••• 8000`. A number of four or fewer is hidden whole. */
export function maskNumber(number: string): string {
  return number.length > 4 ? `•••• ${number.slice(-4)}` : "••••";
}
