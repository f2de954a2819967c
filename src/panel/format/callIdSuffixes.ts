const shortest = 5;

/** For each call ID the end of it that tells it from all others: five characters, or as many more as that takes. */
export function callIdSuffixes(callIds: readonly string[]): ReadonlyMap<string, string> {
  // Spelled backwards and sorted, each stands beside the one whose end is most like its own.
  const sorted = callIds.map((callId) => ({ callId, backwards: callId.split("").reverse().join("") }));
  sorted.sort((a, b) => (a.backwards < b.backwards ? -1 : 1));
  return new Map(
    sorted.map(({ callId, backwards }, index) => {
      const alike = [sorted[index - 1], sorted[index + 1]].map((other) =>
        sharedStart(backwards, other?.backwards ?? ""),
      );
      return [callId, callId.slice(-Math.max(shortest, ...alike.map((length) => length + 1)))];
    }),
  );
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
