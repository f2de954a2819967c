/** What the test asks of the page. */
export type Command =
  /** Lets `ms` of virtual time pass. */
  | { readonly kind: "advance"; readonly ms: number }
  | { readonly kind: "sign-in" }
  | { readonly kind: "sign-out" }
  /** Whether the host passes on events. It then polls them without a pause, so that they flow. */
  | { readonly kind: "events"; readonly passed: boolean }
  /** An event that the gateway has pushed. */
  | { readonly kind: "event"; readonly envelope: unknown };

/** The state of the page after a command. */
export type Report = {
  /** The call IDs of the rows, without those of calls that have left. */
  readonly shown: readonly string[];
  readonly condition: string;
  readonly timers: number;
  readonly queries: number;
  /** Characters in both storages. */
  readonly storage: number;
};
