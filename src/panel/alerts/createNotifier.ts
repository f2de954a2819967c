import { callHost, reportFault } from "../../session/callHost.js";

/** The texts of a notification for one call, or for several that need one at the same moment. */
export type NotificationTexts = (callIds: readonly string[]) => { title: string; body: string };

/** Whether the browser shows notifications. "askable": it has to be asked, which only a click may do. */
export type NotificationState = "ready" | "askable" | "unavailable";

/** Shows desktop notifications for calls. No function of it throws. */
export type Notifier = {
  readonly state: () => NotificationState;
  /** Registers an observer of `state` and returns its unsubscribe function. */
  readonly subscribe: (observer: () => void) => () => void;
  /**
   * Takes all calls that need a notification. It opens those that are missing, unless the page has the focus, and closes the others.
   * @param mayOpen - false where another tab opens them @default true
   * @param panelPage - the panel's document, if it is in another window
   */
  readonly update: (
    callIds: readonly string[],
    textsOf: NotificationTexts,
    mayOpen?: boolean,
    panelPage?: Document,
  ) => void;
  /** Asks the browser for its permission. To be called during a click. */
  readonly ask: () => void;
  readonly close: () => void;
};

// More calls than this at the same moment share one notification.
const mostAtOnce = 3;

export function createNotifier(): Notifier {
  const open = new Map<string, Notification>();
  const observers = new Set<() => void>();
  let isBroken = false;

  const notifyObservers = () => observers.forEach((observer) => observer());

  /** Chrome on Android has the constructor, and it always throws. */
  function markBroken(error: unknown): void {
    reportFault(error);
    isBroken = true;
    notifyObservers();
  }

  function closeUnless(isNeeded: (callId: string) => boolean): void {
    const ended = [...open].filter(([callId]) => !isNeeded(callId));
    for (const [callId] of ended) open.delete(callId);
    const needed = new Set(open.values());
    for (const notification of new Set(ended.map(([, notification]) => notification)))
      if (!needed.has(notification)) callHost(() => notification.close());
  }

  return {
    state() {
      const permission = readPermission();
      if (isBroken || permission === null) return "unavailable";
      return permission === "default" ? "askable" : "ready";
    },
    subscribe(observer) {
      observers.add(observer);
      return () => void observers.delete(observer);
    },
    update(callIds, textsOf, mayOpen = true, panelPage = document) {
      const needed = new Set(callIds);
      closeUnless((callId) => needed.has(callId));
      const missing = callIds.filter((callId) => !open.has(callId));
      if (!mayOpen || missing.length === 0 || isBroken || readPermission() !== "granted") return;
      if ([document, panelPage].some(hasFocus)) return;
      try {
        for (const group of missing.length > mostAtOnce ? [missing] : missing.map((callId) => [callId])) {
          const { title, body } = textsOf(group);
          const notification = new Notification(title, { body, tag: tagOf(group) });
          for (const callId of group) open.set(callId, notification);
        }
      } catch (error) {
        markBroken(error);
      }
    },
    ask: () => void requestPermission().then(notifyObservers, markBroken),
    close: () => closeUnless(() => false),
  };
}

/** Two panels with the same call show one notification. */
function tagOf([first = "", ...others]: readonly string[]): string {
  return `hold-list-panel ${first}${others.length > 0 ? ` and ${others.length} more` : ""}`;
}

/** Null where the browser has no notifications. A page that is not secure gets "denied". */
function readPermission(): NotificationPermission | null {
  try {
    return Notification.permission;
  } catch {
    return null;
  }
}

/** Safari before 15 takes a callback and returns nothing. */
async function requestPermission(): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const answer: unknown = Notification.requestPermission(() => resolve());
    if (answer !== undefined) Promise.resolve(answer).then(() => resolve(), reject);
  });
}

/** Whether the agent looks at a page. A browser that cannot tell counts as not looking. */
function hasFocus(page: Document): boolean {
  try {
    return page.hasFocus();
  } catch {
    return false;
  }
}
