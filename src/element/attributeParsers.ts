/** The attribute's text; undefined without the attribute. */
export function parseText(text: string | null): string | undefined {
  return text ?? undefined;
}

/** A number of milliseconds, 0 or more; undefined for anything else. */
export function parseMilliseconds(text: string | null): number | undefined {
  const value = text === null || text.trim() === "" ? NaN : Number(text);
  return value >= 0 ? value : undefined;
}

/** Whether the attribute is present. "false" counts as absent: React 18 and other frameworks write it for a false value. */
export function parseFlag(text: string | null): boolean {
  return text !== null && text !== "false";
}

/** A parser that accepts only the given values, and returns undefined for anything else. */
export function oneOf<Value extends string>(...values: Value[]): (text: string | null) => Value | undefined {
  return (text) => values.find((value) => value === text);
}
