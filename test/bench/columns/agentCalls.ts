/** A held call, as a column of the benchmark reads it. */
export type AgentCall = { id: string; number: string; type: string; skill: string };

/** A row of the gateway's answer. */
type WireCall = { callfeature: number; callid: string; caller: string; called: string; callskill: string };

const typeNames: Record<number, string> = {
  0: "Incoming",
  6: "Internal",
  7: "Outgoing",
  44: "Preview outbound",
  51: "Internal consultation",
};

/** How many calls the page's address asks for. */
export const size = Number(new URLSearchParams(location.search).get("calls") ?? 6);

const resource = `/${size}/agentgateway/resource`;

/** Reads the hold list. */
export async function readCalls(): Promise<AgentCall[]> {
  const response = await fetch(`${resource}/calldata/291/holdlist`, {
    headers: { Guid: "2f1c5e0a-8a4b-4c55-9d52-3c1de0a1b2c3.AgentGateway1" },
    cache: "no-store",
  });
  const answer = (await response.json()) as { result: WireCall[] };
  return answer.result.map((call) => ({
    id: call.callid,
    number: call.callfeature === 7 || call.callfeature === 44 ? call.called : call.caller,
    type: typeNames[call.callfeature] ?? `Type ${call.callfeature}`,
    skill: call.callskill,
  }));
}

/** Takes a call off hold. */
export async function retrieveCall(id: string): Promise<void> {
  await fetch(`${resource}/voicecall/291/gethold?callid=${id}`, { method: "POST" });
}

const firstSeen = new Map<string, number>();

/** The time for which this page has seen a call on hold, such as "1:05". */
export function heldTime(id: string): string {
  let since = firstSeen.get(id);
  if (since === undefined) firstSeen.set(id, (since = Date.now()));
  const seconds = Math.floor((Date.now() - since) / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
