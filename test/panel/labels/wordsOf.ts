// Arguments of the functions that take something else than texts and numbers.
const given: Record<string, unknown[]> = {
  heldFor: [{ days: 1, hours: 2, minutes: 3 }, "at-least"],
  heldSince: ["10:42:07", { kind: "at-least" }],
};

/** All texts of a set of labels by their path. Functions are called with the numbers 2, 1, 3. */
export function wordsOf(labels: object, path = ""): Map<string, string> {
  return new Map(
    Object.entries(labels).flatMap(([key, value]: [string, unknown]) => {
      const text: unknown =
        typeof value === "function"
          ? (value as (...given: unknown[]) => unknown)(...(given[key] ?? ["2", "1", "3"]))
          : value;
      return typeof text === "object" && text !== null
        ? [...wordsOf(text, `${path}${key}.`)]
        : [[path + key, String(text)] as const];
    }),
  );
}
