const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

/**
 * Creates a function that replaces Guids in a text by "…", in any letter case, with or without the `.AgentGatewayN` that names the
 * node. It also replaces every other text of the form `<uuid>.AgentGatewayN`.
 * @param minLength - a shorter Guid is left in the text
 */
export function createGuidRemover(guids: readonly string[], minLength = 1): (text: string) => string {
  // The whole Guid comes first, because the alternatives of a pattern are tried in order.
  const known = guids.flatMap((guid) => [guid, guid.replace(/\.AgentGateway.*$/i, "")]);
  const patterns = known.filter((guid) => guid.length >= minLength).map((guid) => `${escapePattern(guid)}\\d*`);
  const pattern = new RegExp([...patterns, `${uuid}\\.AgentGateway\\w*`].join("|"), "gi");
  return (text) => text.replace(pattern, "…");
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
