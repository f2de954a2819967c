import type { ComponentPropsWithoutRef, ReactNode, Ref } from "react";
import type { HeldCall } from "../gateway/HeldCall.js";
import type { CallActionReport } from "../hold-list/CallActionReport.js";
import type { HeldCallAction } from "./actions/HeldCallAction.js";
import type { MaskNumber } from "./format/maskNumber.js";
import type { FormatNumber } from "./format/numbers.js";
import type { HoldListOrder } from "./HoldListOrder.js";
import type { HoldListPanelHandle } from "./HoldListPanelHandle.js";
import type { HeldCallActionLabels } from "./labels/HeldCallActionLabels.js";
import type { HoldListLabels } from "./labels/HoldListLabels.js";

/** The props of {@link HoldListPanel}: its own, and those of the `<section>` that it is. */
export type HoldListPanelProps = Omit<ComponentPropsWithoutRef<"section">, "children"> & {
  /**
   * The words, those about acting (`enActions`, `zhCNActions`) among them. Keys that are left out are English.
   * @default en
   */
  labels?: Partial<HoldListLabels & HeldCallActionLabels> | undefined;
  /** Shows a "Sign in" button where the gateway no longer accepts the session, and is called when it is pressed. */
  onSignIn?: (() => void) | undefined;
  /**
   * In which order calls stand. None changes its place until a second after the last movement of the pointer or key press in the list.
   * @default "longest-first"
   */
  order?: HoldListOrder | undefined;
  /**
   * Hides numbers wherever the panel shows or says one, also in messages of the gateway: `maskNumber` keeps the last four digits.
   * @default numbers are shown whole
   */
  mask?: MaskNumber | undefined;
  /**
   * Formats a number that is shown without a mask: `+12025550144` as `+1 202 555 0144`. Only for showing: an action, a callback and a
   * copy have the number as the gateway sent it. A number for which it throws or returns no text is shown as it is.
   * @default groups the digits of numbers that begin with `+`, and of Chinese mobile numbers
   */
  formatNumber?: FormatNumber | undefined;
  /** For how many ms an agent may see a masked number, on demand. @default never */
  revealFor?: number | undefined;
  /**
   * Sounds when a call is held long or too long: a short tone, three times at most. Silent until the browser lets a page
   * sound, which the panel says.
   * @default false
   */
  sound?: boolean | undefined;
  /**
   * Shows a desktop notification when a call is held too long while the agent does not look at the page. The browser is asked
   * for its permission only when the agent presses the panel's button for it.
   * @default false
   */
  notifications?: boolean | undefined;
  /**
   * Content of the host's own in each row, such as a customer's name. What throws here leaves its place blank. It gets the
   * call with its numbers, which are the host's to mask here.
   */
  renderCall?: ((call: HeldCall) => ReactNode) | undefined;
  /** Content of the host's own in the header, given the calls on hold, with their numbers. What throws here leaves its place blank. */
  renderHeader?: ((calls: readonly HeldCall[]) => ReactNode) | undefined;
  /**
   * What stands in place of "No calls on hold" while that is certain. In doubt the panel speaks for itself, and so it does where
   * this throws.
   */
  renderEmpty?: (() => ReactNode) | undefined;
  /**
   * What the agent can do with a held call: `retrieve`, `threeParty`, `connectAndLeave`, `hangUp`, and those that
   * `createHeldCallAction` makes. The first that a call shows is its button, the others stand in its menu.
   * @default none: the panel only reads
   */
  actions?: readonly HeldCallAction[] | undefined;
  /** Whether the agent has a current call, where the host knows better than the events. @default as the events tell */
  hasCurrentCall?: boolean | undefined;
  /** Called with what becomes of each action that was pressed in this panel. */
  onAction?: ((call: HeldCall, report: CallActionReport) => void) | undefined;
  /** Receives what can be done from outside, as by the host's own shortcuts. */
  handleRef?: Ref<HoldListPanelHandle> | undefined;
  /**
   * Whether the agent can filter the list by a part of a number, skill or call ID once it has 20 calls. Of a masked number, only
   * the digits that are shown count.
   * @default true
   */
  filter?: boolean | undefined;
  /**
   * How close things stand: `"compact"` shows more rows in less height. What can be pressed stays 24 px high and wide.
   * @default "comfortable"
   */
  density?: "comfortable" | "compact" | undefined;
  /** Receives the `<section>`. An ordinary prop, so that it works alike in React 18 and 19. */
  elementRef?: Ref<HTMLElement> | undefined;
};
