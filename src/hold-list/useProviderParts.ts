import { useRef, useState } from "react";
import type { ProviderActions } from "./actions/ProviderActions.js";
import type { AttentionSetting } from "./attention.js";
import { type CallTracker, createCallTracker } from "./createCallTracker.js";
import { createHoldListPoller, type HoldListPoller } from "./createHoldListPoller.js";
import { createPollTriggers, type PollTriggers } from "./createPollTriggers.js";
import type { PollIntervals } from "./pollPolicy.js";
import { currentRequester, type RequesterSource } from "./Requester.js";
import { pageClocks } from "./time/pageClocks.js";
import { createTabs, type Tabs } from "./tabs/createTabs.js";
import { useIsomorphicLayoutEffect } from "./useIsomorphicLayoutEffect.js";

/** What a provider owns for one gateway, session store and supervised agent. */
export type ProviderParts = {
  readonly tracker: CallTracker;
  readonly poller: HoldListPoller;
  readonly tabs: Tabs;
  readonly triggers: PollTriggers;
  /** The provider's actions, created by the first panel that acts: a bundle that only reads contains no action code. */
  readonly provideActions: (create: () => ProviderActions) => ProviderActions;
};

/**
 * The provider's parts. Another gateway, session store or supervised agent gets new ones in the same render, so that no component
 * ever reads the former list.
 */
export function useProviderParts(
  source: RequesterSource,
  intervals: PollIntervals,
  attention: AttentionSetting,
): ProviderParts {
  const [owned, setOwned] = useState(() => ({ source, parts: createParts(source, intervals, attention) }));
  const former = useRef<ProviderParts | null>(null);
  let { parts } = owned;
  if (!isSameSource(owned.source, source)) {
    parts = createParts(source, intervals, attention);
    setOwned({ source, parts });
  }
  useIsomorphicLayoutEffect(() => {
    if (former.current !== null && former.current !== parts) {
      former.current.poller.cancel();
      former.current.tracker.dispose();
    }
    former.current = parts;
  }, [parts]);
  return parts;
}

function createParts(source: RequesterSource, intervals: PollIntervals, attention: AttentionSetting): ProviderParts {
  const tracker = createCallTracker({ attention }, pageClocks, pageStorage);
  tracker.setRequester(currentRequester(source));
  const { gateway, session } = source;
  const tabs = createTabs();
  const poller = createHoldListPoller(tracker, tabs, { gateway, session, intervals });
  let actions: ProviderActions | null = null;
  return {
    tracker,
    poller,
    tabs,
    triggers: createPollTriggers(poller, tracker),
    provideActions: (create) => (actions ??= create()),
  };
}

function isSameSource(a: RequesterSource, b: RequesterSource): boolean {
  return a.gateway.baseUrl === b.gateway.baseUrl && a.session === b.session && a.supervised === b.supervised;
}

/** The page's session storage; null where it is forbidden: even reading the property throws there. */
function pageStorage(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}
