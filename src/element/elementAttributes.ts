import { oneOf, parseFlag, parseMilliseconds, parseText } from "./attributeParsers.js";

/**
 * The attributes of `<hold-list-panel>`, by the name of the property that reflects each. The properties, the observed attributes
 * and the JSX types are derived from this table.
 */
export const elementAttributes = {
  /**
   * `base-url`: the address before `/agentgateway/`: `https://host:8043`, a path such as `/cti`, or "" for the page's own
   * origin. A change ends the session unless a new Guid is set in the same task.
   * @default ""
   */
  baseUrl: { attribute: "base-url", parse: parseText },
  /** `agent-id`: the agent whose calls are shown, digits. A change ends the session unless a new Guid is set in the same task. */
  agentId: { attribute: "agent-id", parse: parseText },
  /**
   * `language`: the labels' language as a tag: `en`, `zh-CN`, `zh_CN`, `zh-Hans-SG`, …. There are English and Simplified Chinese
   * labels; every other language, Traditional Chinese included, gets English ones.
   * @default "en"
   */
  language: { attribute: "language", parse: parseText },
  /**
   * `interval`: ms from the end of one poll to the start of the next while the page is visible. At least 500.
   * @default 2_000
   */
  interval: { attribute: "interval", parse: parseMilliseconds },
  /** `long-after`: ms on hold after which a call counts as a long hold; `Infinity` for never. @default 60_000 */
  longAfter: { attribute: "long-after", parse: parseMilliseconds },
  /** `too-long-after`: ms on hold after which a call counts as held too long; `Infinity` for never. @default 180_000 */
  tooLongAfter: { attribute: "too-long-after", parse: parseMilliseconds },
  /** `order`: `longest-first`, `newest-first` or `gateway`. @default "longest-first" */
  order: { attribute: "order", parse: oneOf("longest-first", "newest-first", "gateway") },
  /**
   * `actions`: the actions offered, in this order, separated by spaces: `retrieve`, `three-party`, `connect`, `hang-up`.
   * @default none: the panel is read-only
   */
  actions: { attribute: "actions", parse: parseText },
  /** `density`: `comfortable` or `compact`. @default "comfortable" */
  density: { attribute: "density", parse: oneOf("comfortable", "compact") },
  /** `mask`: shows only the last four digits of each number. Events still carry whole numbers. */
  mask: { attribute: "mask", parse: parseFlag },
  /** `reveal-for`: ms for which the agent can reveal a masked number. @default never */
  revealFor: { attribute: "reveal-for", parse: parseMilliseconds },
  /** `sound`: plays a sound when a call crosses a threshold. */
  sound: { attribute: "sound", parse: parseFlag },
  /** `notifications`: shows a desktop notification when a call is held too long while the page has no focus. */
  notifications: { attribute: "notifications", parse: parseFlag },
  /** `sign-in-button`: shows a "Sign in" button when the session is refused. Pressing it dispatches `sign-in`. */
  signInButton: { attribute: "sign-in-button", parse: parseFlag },
  /** `separate-tabs`: each tab polls, sounds and notifies for itself. Without it, tabs that show the same list share one poll. */
  separateTabs: { attribute: "separate-tabs", parse: parseFlag },
  /** `no-filter`: lists of 20 calls and more have no filter box. */
  noFilter: { attribute: "no-filter", parse: parseFlag },
} as const;
