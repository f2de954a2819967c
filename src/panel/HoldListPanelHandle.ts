/** What can be done with a panel from outside, as by a host's own shortcuts. */
export type HoldListPanelHandle = {
  /** Asks the gateway now. Ends with the outcome, never rejects. */
  readonly refresh: () => Promise<void>;
  /**
   * Retrieves the call that waits longest, as far as that is known, as its button would. False, and nothing is sent, where there
   * is none, where it is blocked or asks first, or where the call shows no `retrieve`.
   */
  readonly retrieveLongestHeld: () => boolean;
  /** Puts the focus on the first control of the first call, or on the heading where there is none. */
  readonly focusFirst: () => void;
};
