import type { HeldCall } from "../gateway/HeldCall.js";
import type { Doubt } from "./Doubt.js";

/** The calls on hold, and how true they are. Data wins: a failed poll over a good list is a good list in doubt. */
export type HoldListState =
  | {
      /** What there is to show. The other fields belong to one status or two. */
      readonly status: "signed-out";
    }
  | { readonly status: "loading" }
  /** There has been no list yet, and `doubt` says why. Callers may be on hold. */
  | { readonly status: "error"; readonly doubt: Doubt }
  | {
      readonly status: "ready";
      /** In the gateway's order. The same object as long as the gateway says the same. */
      readonly calls: readonly HeldCall[];
      /** Paths of rows that could not be read and are missing from `calls`. Usually empty. */
      readonly unreadable: readonly string[];
      /** When the gateway last gave a list, as of this render: ms since 1970. */
      readonly updatedAt: number;
      /** Set while the list is the last one known, not the present one. */
      readonly doubt: Doubt | null;
      /** Whether the next good answer is late by more than 6 s, with or without a failure. Not once polling has stopped. */
      readonly overdue: boolean;
    };
