/** Everything that can go wrong between asking the gateway and having its list. Closed: a `switch` can be exhaustive. */
export type GatewayFailure =
  /** No answer: offline, refused, a certificate or CORS fault (the browser does not say which). */
  | { readonly kind: "network" }
  /** No whole answer within `after` ms. */
  | { readonly kind: "timeout"; readonly after: number }
  /** The answer was a redirect. It was not followed: the Guid would have travelled along. */
  | { readonly kind: "redirect" }
  /** An HTTP status other than 2xx, without a retcode in its body. `retryAfter` in ms, where the answer had one. */
  | { readonly kind: "http"; readonly status: number; readonly retryAfter?: number | undefined }
  /** The gateway answered and said no. `gatewayMessage` is its own text, often "". */
  | { readonly kind: "retcode"; readonly retcode: string; readonly gatewayMessage: string }
  /** The answer could not be read at `path`, such as `result[2].callid`; `body` when it was no JSON at all. */
  | { readonly kind: "malformed"; readonly path: string }
  /**
   * Nothing was sent: the agent ID is out of range, the Guid no header value, the page itself came over plain HTTP, or there is no
   * gateway to send it to: a list that the host brings has none for operations, or the element's address is none.
   */
  | { readonly kind: "not-sent"; readonly reason: "agent-id" | "guid" | "insecure" | "no-gateway" };

// Registered, so that two copies of this package on one page recognise each other's errors.
const brand = Symbol.for("hold-list-panel.GatewayError");

/** The one error of the gateway client. Its message holds codes only: no Guid, no number, no text of the gateway. */
export class GatewayError extends Error {
  override readonly name = "GatewayError";
  readonly failure: GatewayFailure;
  readonly [brand] = true;

  constructor(failure: GatewayFailure, options?: ErrorOptions) {
    super(describe(failure), options);
    this.failure = failure;
  }
}

/** Whether `error` is a {@link GatewayError}, of this or another copy of the package. */
export function isGatewayError(error: unknown): error is GatewayError {
  return typeof error === "object" && error !== null && brand in error;
}

/** Whether a retcode has a known form. In any other it may be any text of the gateway's. */
export function isRetcode(retcode: string): boolean {
  return /^(\d{3}-\d{3}|-?\d{1,3})$/.test(retcode);
}

function describe(failure: GatewayFailure): string {
  switch (failure.kind) {
    case "network":
      return "The gateway could not be reached.";
    case "timeout":
      return `The gateway did not answer within ${failure.after} ms.`;
    case "redirect":
      return "The gateway answered with a redirect, which was not followed.";
    case "http":
      return `The gateway answered with HTTP ${failure.status}.`;
    case "retcode":
      return isRetcode(failure.retcode)
        ? `The gateway answered with retcode ${failure.retcode}.`
        : "The gateway answered with a retcode of no known form.";
    case "malformed":
      return `The gateway's answer could not be read at ${failure.path}.`;
    case "not-sent":
      return `Nothing was sent to the gateway: ${failure.reason}.`;
    default:
      return failure satisfies never;
  }
}
