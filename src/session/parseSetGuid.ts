/**
 * The Guid in a `Set-GUID` header, `JSESSIONID=<uuid>.AgentGateway1`, or null where there is none.
 * A page on another origin sees the header only if the gateway sends `Access-Control-Expose-Headers: Set-GUID`.
 */
export function parseSetGuid(header: string | null | undefined): string | null {
  return header?.match(/(?:^|[\s;,])JSESSIONID=([\x21\x23-\x2b\x2d-\x3a\x3c-\x7e]+)/i)?.[1] ?? null;
}
