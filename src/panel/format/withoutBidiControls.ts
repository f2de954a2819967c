// Embeddings, overrides and isolates, with the characters that end them. The marks U+200E, U+200F and U+061C affect no other text.
const controls = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * A text of the gateway without characters that control the writing direction. `<bdi>` alone does not contain them: a surplus U+2069
 * ends its isolation, and what follows it reverses the rest of the line.
 */
export function withoutBidiControls(text: string): string {
  return text.replace(controls, "");
}
