import { ControlError } from "../controls/ControlError.js";

/** Validates a value and returns it typed. @throws ControlError that names the path of the wrong value. */
export type Reader<T> = (value: unknown, path: string) => T;

type Readers = Record<string, Reader<unknown>>;
type Read<R extends Readers> = { [K in keyof R]: ReturnType<R[K]> };

export const text: Reader<string> = (value, path) =>
  typeof value === "string" ? value : fail(path, "a string", value);

export const flag: Reader<boolean> = (value, path) =>
  typeof value === "boolean" ? value : fail(path, "true or false", value);

export const anything: Reader<unknown> = (value) => value;

/** A number from `least` to `most`. */
export function number(least: number, most = Number.MAX_SAFE_INTEGER): Reader<number> {
  const expected = most === Number.MAX_SAFE_INTEGER ? `a number from ${least}` : `a number from ${least} to ${most}`;
  return (value, path) =>
    typeof value === "number" && value >= least && value <= most ? value : fail(path, expected, value);
}

/** A whole number from `least` to `most`. */
export function whole(least: number, most = Number.MAX_SAFE_INTEGER): Reader<number> {
  const inRange = number(least, most);
  return (value, path) =>
    Number.isInteger(inRange(value, path)) ? (value as number) : fail(path, "a whole number", value);
}

export function oneOf<const T extends string | number>(...allowed: readonly T[]): Reader<T> {
  return (value, path) =>
    allowed.find((one) => one === value) ??
    fail(path, `one of ${allowed.map((one) => JSON.stringify(one)).join(", ")}`, value);
}

export function orNull<T>(reader: Reader<T>): Reader<T | null> {
  return (value, path) => (value === null ? null : reader(value, path));
}

/** An object with all `required` fields, any of the `optional` ones, and no others. */
export function object<R extends Readers, O extends Readers>(
  required: R,
  optional: O,
): Reader<Read<R> & Partial<Read<O>>> {
  const readers: Readers = { ...optional, ...required };
  return (value, path) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return fail(path, "an object", value);
    const fields = new Map<string, unknown>(Object.entries(value));
    for (const name of Object.keys(required)) if (!fields.has(name)) fail(`${path}.${name}`, "a value", undefined);
    const read = [...fields].map(([name, field]) => {
      const reader = Object.hasOwn(readers, name) ? readers[name] : undefined;
      if (reader === undefined)
        return fail(`${path}.${name}`, `one of the fields ${Object.keys(readers).join(", ")}`, field);
      return [name, reader(field, `${path}.${name}`)] as const;
    });
    return Object.fromEntries(read) as Read<R> & Partial<Read<O>>;
  };
}

function fail(path: string, expected: string, value: unknown): never {
  const got = value === undefined ? "nothing" : JSON.stringify(value).slice(0, 60);
  throw new ControlError(`${path}: expected ${expected}, got ${got}.`, 400);
}
