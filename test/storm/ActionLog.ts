/** A control under the pointer or the focus, read from the page and not from the library. */
export type Control = {
  /** The call of the control's row; null outside of the rows. */
  readonly callId: string | null;
  /** `action retrieve`, `menu`, `item Hang up`, `answer Hang up`, `safe answer`, `Try again`, … */
  readonly name: string;
};

/** What the page recorded, oldest first. */
export type ActionLog = readonly (
  | ({ readonly kind: "press" } & Control)
  /** A POST request as it left the page. `operation` is the simulator's name of it. */
  | { readonly kind: "post"; readonly operation: string; readonly callId: string | null }
)[];

declare global {
  interface Window {
    /** Returns the log since the last call. Only presses that are meant are in it. */
    takeActionLog: () => ActionLog;
    /** Returns the controls that were removed with the focus since the last call, after which nothing had the focus. */
    takeLostFocus: () => string[];
  }
}
