/** A clock time such as `10:42:07`. */
export function clockTime(at: number, language: string): string {
  return new Date(at).toLocaleTimeString(language, {
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  });
}
