/**
 * The Guid of a `Set-GUID` header, such as `JSESSIONID=<uuid>.AgentGateway1`; null when there is none. A page on another origin can
 * read the header only when the gateway sends `Access-Control-Expose-Headers: Set-GUID`.
 */
export function parseSetGuid(header: string | null | undefined): string | null {
  return header?.match(/(?:^|[\s;,])JSESSIONID=([\x21\x23-\x2b\x2d-\x3a\x3c-\x7e]+)/i)?.[1] ?? null;
}
