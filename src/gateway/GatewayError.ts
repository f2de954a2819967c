/** Every way in which a request can fail. The union is closed, so a `switch` over `kind` can be exhaustive. */
export type GatewayFailure =
  /** No answer: offline, connection refused, certificate or CORS error. A browser does not tell which. */
  | { readonly kind: "network" }
  /** No complete answer within `after` ms. */
  | { readonly kind: "timeout"; readonly after: number }
  /** The answer was a redirect. It was not followed, because the Guid would have been sent along. */
  | { readonly kind: "redirect" }
  /** An HTTP status other than 2xx without a failed retcode in the body. `retryAfter`: the `Retry-After` header in ms. */
  | { readonly kind: "http"; readonly status: number; readonly retryAfter?: number | undefined }
  /** The gateway answered with a failed retcode. `gatewayMessage`: the gateway's own text, often "". `retryAfter`: as of `http`. */
  | {
      readonly kind: "retcode";
      readonly retcode: string;
      readonly gatewayMessage: string;
      readonly retryAfter?: number | undefined;
    }
  /** The answer could not be read at `path`, such as `result[2].callid`; `body` when it was not JSON. */
  | { readonly kind: "malformed"; readonly path: string }
  /**
   * Nothing was sent. `agent-id`: the agent ID is out of range. `guid`: the Guid cannot be sent in a header. `insecure`: the page was
   * loaded over plain HTTP. `no-gateway`: there is no gateway to send it to, because the list comes from a feed without a gateway for
   * operations or the element's address is invalid.
   */
  | { readonly kind: "not-sent"; readonly reason: "agent-id" | "guid" | "insecure" | "no-gateway" };

// A registered symbol, so that two copies of this package on one page recognise each other's errors.
const brand = Symbol.for("hold-list-panel.GatewayError");

/** The only error class of the gateway client. Its message contains codes only: no Guid, no number, no text of the gateway. */
export class GatewayError extends Error {
  override readonly name = "GatewayError";
  readonly failure: GatewayFailure;
  readonly [brand] = true;

  constructor(failure: GatewayFailure, options?: { cause?: unknown }) {
    super(describe(failure), options);
    this.failure = failure;
  }
}

/** Whether `error` is a {@link GatewayError}, of this or another copy of the package. */
export function isGatewayError(error: unknown): error is GatewayError {
  return typeof error === "object" && error !== null && brand in error;
}

/** Whether a retcode has a known form. A retcode of any other form can be arbitrary text. */
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
