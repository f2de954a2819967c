/** A browser, with as much of it as the protocols of all three share. */
export type Engine = {
  /** Opens a page in a tab or window of its own; all of them share one profile. */
  readonly open: (url: string) => Promise<Tab>;
  readonly close: () => Promise<void>;
};

export type Tab = {
  /** Runs a function in the page. It may use nothing outside itself; arguments and result must be JSON. */
  readonly run: <Given extends readonly unknown[], Result>(
    work: (...given: Given) => Result,
    ...given: Given
  ) => Promise<Result>;
  /** A click of the mouse, in px from the upper left corner of the view. */
  readonly click: (x: number, y: number) => Promise<void>;
  readonly close: () => Promise<void>;
};
