import type { GatewayFailure } from "../gateway/GatewayError.js";

/** Why the polls fail, since when, and whether they go on. */
export type Doubt = {
  /** The failure of the last poll. */
  readonly failure: GatewayFailure;
  /** Failed polls in a row, 1 or more. */
  readonly failures: number;
  /** When the first of them failed: ms since 1970. */
  readonly since: number;
  /** Whether polling has stopped until there is a new Guid, another sign-in, or a call of `refresh`. */
  readonly stopped: boolean;
};
