// The page's one ticker: no state but who listens, so it may be a module's. It stands still while nobody listens or looks.
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Calls back on every full second of the wall clock while the page is visible, and at once when it comes back. */
export function onSecond(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) {
    document.addEventListener("visibilitychange", run);
    schedule();
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    document.removeEventListener("visibilitychange", run);
    clearTimeout(timer);
  };
}

function run(): void {
  schedule(); // first, so that a listener that throws does not stop the clock
  if (document.visibilityState === "visible") for (const listener of listeners) listener();
}

function schedule(): void {
  clearTimeout(timer);
  if (document.visibilityState === "visible") timer = setTimeout(run, 1_000 - (Date.now() % 1_000));
}
