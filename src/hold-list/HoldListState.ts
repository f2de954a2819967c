import type { HeldCall } from "../gateway/HeldCall.js";
import type { Doubt } from "./Doubt.js";
import type { ListCondition } from "./listCondition.js";

/**
 * The calls on hold, and how true the list is. A failed poll over a good list gives a good list with a `doubt`.
 * The same object until something other than `updatedAt` changes.
 */
export type HoldListState =
  | {
      /** Which of the other fields exist. */
      readonly status: "signed-out";
      readonly condition: "signed-out";
    }
  | { readonly status: "loading"; readonly condition: "loading" }
  /** There has been no list yet, and `doubt` says why. Callers may be on hold. */
  | { readonly status: "error"; readonly condition: ListCondition; readonly doubt: Doubt }
  | {
      readonly status: "ready";
      /** What condition the list is in, in one word. */
      readonly condition: ListCondition;
      /** In the gateway's order. The same array until the gateway's list changes. */
      readonly calls: readonly HeldCall[];
      /** Paths of rows that could not be read and are missing from `calls`. Usually empty. */
      readonly unreadable: readonly string[];
      /**
       * When the gateway last gave a list: ms since 1970. An unchanged answer renders nothing, so while the list is current
       * this is the time of the last answer that changed the state.
       */
      readonly updatedAt: number;
      /** Set from the first failed poll until the next good answer. */
      readonly doubt: Doubt | null;
      /**
       * Whether the next good answer is late: by 6 s beyond the poll interval, with or without a failure. Also true from a
       * change of the machine's clock until the next answer. False once polling has stopped.
       */
      readonly overdue: boolean;
    };
