import { GatewayError } from "./GatewayError.js";

/** The longest answer that is read, in bytes: far more than the hold list of any agent. */
export const longestAnswer = 10_000_000;

/**
 * Reads the text of an answer.
 * @throws {GatewayError} `malformed` for an answer of more than {@link longestAnswer} bytes, which is cut off.
 */
export async function readText(response: Response): Promise<string> {
  const { body } = response;
  // Reading a stream costs several tasks for each poll, and needs a TextDecoder, which jsdom does not have.
  if (!body || isShort(response) || typeof TextDecoder !== "function") return response.text();
  const reader = body.getReader();
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

/**
 * Whether the headers prove that an answer is not too long. Of another origin's answer the page cannot see whether the length is that
 * of compressed bytes.
 */
function isShort({ type, headers }: Response): boolean {
  const length = headers.get("Content-Length");
  return type === "basic" && length !== null && Number(length) <= longestAnswer && !headers.has("Content-Encoding");
}
