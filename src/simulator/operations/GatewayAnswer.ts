/** What the gateway answers, before it becomes a Response. */
export interface GatewayAnswer {
  /** For the log of requests: the retcode, or the HTTP status where there is none. */
  outcome: string;
  status: number;
  headers: Record<string, string>;
  body: string | ReadableStream | null;
}

interface AnswerFields {
  message: string;
  retcode: string;
  result?: unknown;
  event?: unknown;
}

/** An answer with these fields, in this order. */
export function answer(fields: AnswerFields, headers: Record<string, string> = {}): GatewayAnswer {
  return {
    outcome: fields.retcode,
    status: 200,
    // Exactly so, without a charset: one old client reads no other answer as JSON.
    headers: { "Content-Type": "application/json", ...headers },
    body: JSON.stringify(fields),
  };
}

/** A failure: a retcode inside a normal answer. Which HTTP status a real gateway sends with it is unknown; here it is 200. */
export function refusal(retcode: string, message = ""): GatewayAnswer {
  return answer({ message, retcode });
}

/** The answer of every operation that moves a call: accepted, not done. */
export function accepted(): GatewayAnswer {
  return answer({ result: {}, message: "success", retcode: "0" });
}

/** The header that brings a Guid. */
export function setGuid(guid: string): Record<string, string> {
  return { "Set-GUID": `JSESSIONID=${guid}` };
}
