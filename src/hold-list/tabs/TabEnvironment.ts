import type { PageClocks } from "../time/createTimeline.js";

/** The channel between the tabs of one list. */
export type TabChannel = { readonly post: (message: unknown) => void; readonly close: () => void };

/** What changes in a page that the election must know. "away": the page is frozen or left; "back": it is shown or runs again. */
export type PageChange = "rank" | "focus" | "away" | "back";

/** What the browser gives to a tab. Tests replace it. */
export type TabEnvironment = {
  /** Identifies the page among all tabs. */
  readonly pageId: string;
  readonly clocks: PageClocks;
  readonly locks: Pick<LockManager, "request">;
  /** @throws where the browser forbids it */
  readonly openChannel: (name: string, onMessage: (data: unknown) => void) => TabChannel;
  readonly isVisible: () => boolean;
  readonly isOnline: () => boolean;
  /** Calls back for each change of the page and returns the unsubscribe function. */
  readonly onPageChange: (listener: (change: PageChange) => void) => () => void;
  /** A salted digest of 32 bits; null where the browser has no cryptography. Never rejects. */
  readonly digest: (salt: string, secret: string) => Promise<string | null>;
};
