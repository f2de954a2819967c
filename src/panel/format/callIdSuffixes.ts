const shortest = 5;

/** Maps each call ID to its shortest suffix that no other call ID has, of at least five characters. */
export function callIdSuffixes(callIds: readonly string[]): ReadonlyMap<string, string> {
  // After sorting by the reversed ID, the ID that shares the longest suffix is a neighbour: O(n log n) comparisons.
  const sorted = callIds.map((callId) => ({ callId, backwards: callId.split("").reverse().join("") }));
  sorted.sort((a, b) => (a.backwards < b.backwards ? -1 : 1));
  return new Map(
    sorted.map(({ callId, backwards }, index) => {
      const shared = [sorted[index - 1], sorted[index + 1]].map((other) =>
        commonPrefixLength(backwards, other?.backwards ?? ""),
      );
      return [callId, callId.slice(-Math.max(shortest, ...shared.map((length) => length + 1)))];
    }),
  );
}

function commonPrefixLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
