type Listener = { readonly element: Element; readonly tick: () => void; ticker: Ticker };

type Ticker = { readonly add: (listener: Listener) => void; readonly remove: (listener: Listener) => void };

// One timer for each window. It holds no state but its listeners, so panels may share it.
const tickers = new WeakMap<Window, Ticker>();

/**
 * Calls `tick` on every full second of the wall clock, and when the visibility of the element's document changes.
 *
 * The timer is that of the element's own window: in a pop-up it does not depend on whether the opener is visible. It never stops
 * by itself, since `document.visibilityState` is "hidden" in some windows that are seen, for example in embedded browsers.
 * Browsers slow down timers of pages that are really hidden.
 * @returns a function that ends the calls
 */
export function onSecond(element: Element, tick: () => void): () => void {
  const listener = { element, tick, ticker: tickerOf(element) };
  listener.ticker.add(listener);
  return () => listener.ticker.remove(listener);
}

function tickerOf(element: Element): Ticker {
  const view = windowOf(element);
  const ticker = tickers.get(view) ?? createTicker(view);
  tickers.set(view, ticker);
  return ticker;
}

/** The window whose timers run while the element can be seen. */
function windowOf({ ownerDocument }: Element): Window {
  return ownerDocument === document ? window : (ownerDocument.defaultView ?? window);
}

function createTicker(view: Window): Ticker {
  const listeners = new Set<Listener>();
  const page = view.document; // a removed frame's window has none
  let timer: number | undefined;

  const schedule = () => {
    view.clearTimeout(timer);
    timer = view.setTimeout(run, 1_000 - (Date.now() % 1_000));
  };
  const run = () => {
    schedule(); // first, so that a listener that throws does not stop the ticker
    rehome();
    for (const listener of listeners) listener.tick();
  };
  /** Hands over listeners whose element was moved to another window. */
  const rehome = () => {
    for (const listener of [...listeners]) {
      if (windowOf(listener.element) === view) continue;
      ticker.remove(listener);
      listener.ticker = tickerOf(listener.element);
      listener.ticker.add(listener);
      listener.tick();
    }
  };
  // A closed window runs no timers. Its opener takes the panel back while it closes, or does not show it any more.
  const onPageHide = () => void setTimeout(rehome);

  const ticker: Ticker = {
    add(listener) {
      listeners.add(listener);
      if (listeners.size > 1) return;
      page.addEventListener("visibilitychange", run);
      view.addEventListener("pagehide", onPageHide);
      schedule();
    },
    remove(listener) {
      if (!listeners.delete(listener) || listeners.size > 0) return;
      page.removeEventListener("visibilitychange", run);
      view.removeEventListener("pagehide", onPageHide);
      view.clearTimeout(timer);
    },
  };
  return ticker;
}
