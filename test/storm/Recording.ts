/** What a press of the mouse or a key met, read from the page and not from the library. */
export type Met = {
  /** The call of the row, or null outside of the rows. */
  readonly callId: string | null;
  /** `action retrieve`, `menu`, `item Hang up`, `yes Hang up`, `no`, `Try again` ... */
  readonly control: string;
};

/** A click, of the mouse or of a key. Moments are ms of the page's clock. */
export type Press = Met & {
  readonly at: number;
  readonly by: "mouse" | "key";
  /** Whether the control could be pressed, as it said at the press. */
  readonly isEnabled: boolean;
  /** Whether the click is a later one of a double or triple click. */
  readonly isFurther: boolean;
  /** Whether it comes of a key that is held down. */
  readonly isRepeated: boolean;
  /** What the mouse button, or the key, went down on. */
  readonly down: Met | null;
  /** The call of the row that the pointer had been moved to: another one where the rows moved under it. */
  readonly aimedAt: string | null;
  /** The question that it answers, with the row's number in it. */
  readonly question: string | null;
};

/** A request, as it left the page. */
export type Sent = {
  readonly at: number;
  endedAt: number | null;
  readonly kind: "list" | "action" | "other";
  /** `retrieve`, `threeParty`, `connect`, `drop`: as the simulator calls them. */
  readonly operation: string;
  readonly callId: string | null;
  /** The retcode, `HTTP 502`, `failed`; null while it is awaited. */
  outcome: string | null;
  /** Of a good list: the call IDs. */
  calls: readonly string[] | null;
};

/** What the panel told the host of an action. */
export type Told = { readonly at: number; readonly callId: string; readonly kind: string; readonly code: string };

/** What the page wrote down. */
export type Recording = {
  readonly presses: readonly Press[];
  readonly sent: readonly Sent[];
  readonly told: readonly Told[];
  /** Controls that went away with the focus, which was then nowhere. */
  readonly focusLost: readonly string[];
  /** Errors and rejections that nobody caught. */
  readonly complaints: readonly string[];
};
