import { type GatewayAnswer } from "./GatewayAnswer.js";

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
    // Without a charset: one old client parses JSON only with exactly this Content-Type.
    headers: { "Content-Type": "application/json", ...headers },
    body: JSON.stringify(fields),
  };
}

/** A failure: a retcode in a normal answer. The HTTP status that a real gateway sends with it is unknown; here it is 200. */
export function refusal(retcode: string, message = ""): GatewayAnswer {
  return answer({ message, retcode });
}

/** The answer of every operation that moves a call. It means accepted, not done. */
export function accepted(): GatewayAnswer {
  return answer({ result: {}, message: "success", retcode: "0" });
}

/** The header that carries a new Guid. */
export function setGuid(guid: string): Record<string, string> {
  return { "Set-GUID": `JSESSIONID=${guid}` };
}
