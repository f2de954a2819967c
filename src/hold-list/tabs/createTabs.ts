import { createStore, type StoreApi } from "zustand/vanilla";
import type { SharingPorts, TabSharing } from "./TabSharing.js";

/** A provider's part in sharing the list between tabs. */
export type TabsState = {
  /** Null while this tab is for itself: before it joined, and where sharing is turned off or the browser lacks what it needs. */
  readonly sharing: TabSharing | null;
  /** Whether this tab polls. */
  readonly polls: boolean;
};

/** What polling needs to know of the other tabs. */
export type Tabs = {
  readonly store: StoreApi<TabsState>;
  /** Whether this tab may poll at this moment. */
  readonly mayPoll: () => boolean;
  /** Asks the polling tab for a poll. Settles with the outcome and never rejects. */
  readonly refresh: () => Promise<void>;
  /** Joins the other tabs as soon as the code for it is loaded, and returns the function that leaves them. Polling does not wait. */
  readonly join: (ports: Omit<SharingPorts, "onRole" | "onBroken">) => () => void;
};

export function createTabs(): Tabs {
  const store = createStore<TabsState>()(() => ({ sharing: null, polls: true }));
  return {
    store,
    mayPoll: () => store.getState().sharing?.mayPoll() ?? true,
    refresh: async () => store.getState().sharing?.refresh(),
    join(ports) {
      if (!isSupported()) return () => {};
      let sharing: TabSharing | null = null;
      let hasLeft = false;
      import("./joinTabs.js").then(
        ({ joinTabs }) => {
          if (hasLeft) return;
          sharing = joinTabs({
            ...ports,
            onRole: (polls) => store.setState({ polls }),
            onBroken: () => store.setState({ sharing: null, polls: true }),
          });
          store.setState({ sharing });
        },
        () => {}, // without its code each tab is for itself
      );
      return () => {
        hasLeft = true;
        sharing?.leave();
        store.setState({ sharing: null, polls: true });
      };
    },
  };
}

/** Whether the browser has Web Locks, which exist in secure contexts only, and BroadcastChannel. Reading them may throw. */
function isSupported(): boolean {
  try {
    return typeof navigator.locks.request === "function" && typeof BroadcastChannel === "function";
  } catch {
    return false;
  }
}
