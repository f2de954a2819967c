import { languageTag } from "./languageTag.js";

/**
 * A clock time such as `10:42:07`, preceded by the date unless that is today.
 * @param at - ms since 1970
 */
export function clockTime(at: number, language: string, now = Date.now()): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  const date = isToday ? undefined : ({ month: "short", day: "numeric" } as const);
  return formatTime(at, language, { ...date, hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
}

/** A clock time without seconds, for announcements. */
export function spokenTime(at: number, language: string): string {
  return formatTime(at, language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}

/** Without `Intl`, or for a time that is no number, the result is plain digits. */
function formatTime(at: number, language: string, options: Intl.DateTimeFormatOptions): string {
  try {
    return new Intl.DateTimeFormat(languageTag(language), options).format(at);
  } catch {
    const time = new Date(at);
    const clock = [time.getHours(), time.getMinutes(), ...(options.second === undefined ? [] : [time.getSeconds()])];
    const digits = Number.isNaN(time.getTime())
      ? "--:--"
      : clock.map((part) => String(part).padStart(2, "0")).join(":");
    return options.day === undefined ? digits : `${time.getMonth() + 1}/${time.getDate()} ${digits}`;
  }
}
