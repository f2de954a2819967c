/** An answer of the gateway, before it becomes a Response. */
export interface GatewayAnswer {
  /** For the request log: the retcode, or the HTTP status if there is none. */
  outcome: string;
  status: number;
  headers: Record<string, string>;
  body: string | ReadableStream | null;
}
