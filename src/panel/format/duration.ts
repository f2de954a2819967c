/**
 * A duration in digits: `0:07`, `3:07`, `1:02:45`, `1 d 02:45:10`.
 * @param seconds - whole seconds
 * @param days - label for the number of days
 */
export function digits(seconds: number, days: (count: number) => string): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const [second, minute, hour, day] = parts(seconds);
  if (day > 0) return `${days(day)} ${two(hour)}:${two(minute)}:${two(second)}`;
  return hour > 0 ? `${hour}:${two(minute)}:${two(second)}` : `${minute}:${two(second)}`;
}

/** Splits a duration of whole seconds into days, hours and minutes, rounded down. */
export function wholeMinutes(seconds: number): { days: number; hours: number; minutes: number } {
  const [, minutes, hours, days] = parts(seconds);
  return { days, hours, minutes };
}

function parts(seconds: number): [second: number, minute: number, hour: number, day: number] {
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  return [seconds % 60, minutes % 60, hours % 24, Math.floor(hours / 24)];
}
