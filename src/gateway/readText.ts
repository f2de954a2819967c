import { GatewayError } from "./GatewayError.js";

/** The longest answer that is read, in bytes: far more than the hold list of any agent. */
export const longestAnswer = 10_000_000;

/**
 * Reads the text of an answer.
 * @throws {GatewayError} `malformed` for an answer of more than {@link longestAnswer} bytes, which is cut off.
 */
export async function readText(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  if (reader === undefined) return response.text();
  const decoder = new TextDecoder();
  let text = "";
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    length += value.length;
    if (length > longestAnswer) {
      reader.cancel().catch(() => {});
      throw new GatewayError({ kind: "malformed", path: "body" });
    }
    text += decoder.decode(value, { stream: true });
  }
}
