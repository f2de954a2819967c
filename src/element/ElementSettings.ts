import type { HoldListOrder } from "../panel/HoldListOrder.js";

/**
 * The attributes of `<hold-list-panel>` as properties. Each reads its attribute, `undefined` where that is missing or cannot
 * be read, and writes it; null and undefined remove it.
 */
export type ElementSettings = {
  /**
   * `base-url`: where `/agentgateway/` is: `https://host:8043`, a path such as `/cti`, or "" for the page's own origin.
   * Another address ends the session, unless a new Guid comes with it.
   * @default ""
   */
  baseUrl: string | undefined;
  /** `agent-id`: whose calls, digits. With the `guid` property it makes a session; to name another agent ends the session. */
  agentId: string | undefined;
  /** `language`: `en`, `zh-CN` or `zh`. @default "en" */
  language: string | undefined;
  /** `interval`: ms from the end of one poll to the start of the next while the page is visible. At least 500. @default 2_000 */
  interval: number | undefined;
  /** `long-after`: ms after which a call is held long; `Infinity` for never. @default 60_000 */
  longAfter: number | undefined;
  /** `too-long-after`: ms after which a call is held too long; `Infinity` for never. @default 180_000 */
  tooLongAfter: number | undefined;
  /** `order`: `longest-first`, `newest-first` or `gateway`. @default "longest-first" */
  order: HoldListOrder | undefined;
  /**
   * `actions`: what the agent can do, in this order, separated by spaces: `retrieve`, `three-party`, `connect`, `hang-up`.
   * @default none: the panel only reads
   */
  actions: string | undefined;
  /** `density`: `comfortable` or `compact`. @default "comfortable" */
  density: "comfortable" | "compact" | undefined;
  /** `mask`: shows the last four digits of each number only. In events numbers stay whole. */
  mask: boolean;
  /** `reveal-for`: ms for which an agent may see a masked number, on demand. @default never */
  revealFor: number | undefined;
  /** `sound`: sounds when a call is held long or too long. */
  sound: boolean;
  /** `notifications`: shows a desktop notification when a call is held too long while the agent looks elsewhere. */
  notifications: boolean;
  /** `sign-in-button`: shows a "Sign in" button where the session is refused; pressed, it sends the event `sign-in`. */
  signInButton: boolean;
};
