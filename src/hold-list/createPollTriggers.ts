import type { CallTracker } from "./createCallTracker.js";
import type { HoldListPoller } from "./createHoldListPoller.js";

/** What polls before the next poll is due: the page becomes visible or online, an event, a list that the host pushes. */
export type PollTriggers = {
  /** Polls now, where the poll policy allows it. */
  readonly ask: () => void;
  /** Polls soon after an event. Events come in quick succession, so at most one poll waits for them. */
  readonly askForEvent: () => void;
  /** Drops a poll that waits for an event. */
  readonly forgetEvent: () => void;
  /** Polls for a new list of the host's own, also in silence: it costs the gateway nothing. */
  readonly askForPush: () => void;
};

export function createPollTriggers(poller: HoldListPoller, tracker: CallTracker): PollTriggers {
  let eventTimer: ReturnType<typeof setTimeout> | undefined;
  let isPushing = false;
  let hasNewPush = false;

  function ask(): void {
    if (tracker.store.getState().isObserved && poller.mayRefresh()) void poller.refresh();
  }

  // A list that was pushed while nobody watched is read when somebody does.
  tracker.store.subscribe((now, before) => {
    if (now.isObserved && !before.isObserved && hasNewPush && !isPushing) void pushAll();
  });

  return {
    ask,
    askForEvent() {
      if (eventTimer !== undefined) return;
      const wait = poller.waitAfterEvent();
      if (wait === 0) return ask();
      eventTimer = setTimeout(() => {
        eventTimer = undefined;
        ask();
      }, wait);
    },
    forgetEvent() {
      clearTimeout(eventTimer);
      eventTimer = undefined;
    },
    askForPush() {
      hasNewPush = true;
      if (!isPushing) void pushAll();
    },
  };

  /** A list that is pushed while another is being read is read after it. */
  async function pushAll(): Promise<void> {
    isPushing = true;
    while (hasNewPush && tracker.store.getState().isObserved) {
      // A poll that was under way before may have read the former list.
      hasNewPush = poller.client.isFetching() > 0;
      await poller.refresh();
    }
    isPushing = false;
  }
}
