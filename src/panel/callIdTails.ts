const shortest = 5;

/** For each call ID the end of it that tells it from all others: five characters, or as many more as that takes. */
export function callIdTails(callIds: readonly string[]): ReadonlyMap<string, string> {
  const tails = new Map<string, string>();
  let open = callIds;
  for (let length = shortest; open.length > 0; length++) {
    const counts = new Map<string, number>();
    for (const callId of open) counts.set(callId.slice(-length), (counts.get(callId.slice(-length)) ?? 0) + 1);
    const isSettled = (callId: string) => callId.length <= length || counts.get(callId.slice(-length)) === 1;
    for (const callId of open) if (isSettled(callId)) tails.set(callId, callId.slice(-length));
    open = open.filter((callId) => !isSettled(callId));
  }
  return tails;
}
