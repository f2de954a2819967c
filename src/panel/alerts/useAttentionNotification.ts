import { type RefObject, useEffect, useState, useSyncExternalStore } from "react";
import type { AttentionLevel } from "../../hold-list/attention.js";
import { useTabDuty } from "../../hold-list/tabs/useTabDuty.js";
import { createNotifier, type NotificationState, type NotificationTexts } from "./createNotifier.js";

/**
 * Shows a desktop notification for each call that is held too long while the page does not have the focus. It closes when the
 * call leaves hold or is acknowledged. Of several tabs with the same list, one shows it.
 * @param place - an element of the panel
 * @returns `ask`: asks the browser for its permission; to be called during a click
 */
export function useAttentionNotification(
  enabled: boolean,
  unacknowledged: ReadonlyMap<string, AttentionLevel>,
  textsOf: NotificationTexts,
  place: RefObject<Element | null>,
): { state: NotificationState; ask: () => void } {
  const [notifier] = useState(createNotifier);
  const state = useSyncExternalStore(notifier.subscribe, notifier.state, () => "ready" as const);

  const hasDuty = useTabDuty("notifications", enabled && state === "ready");

  useEffect(() => {
    const tooLong = [...unacknowledged].filter(([, level]) => level === "too-long").map(([callId]) => callId);
    notifier.update(enabled ? tooLong : [], textsOf, hasDuty, place.current?.ownerDocument);
  }, [notifier, state, enabled, unacknowledged, textsOf, hasDuty, place]);

  useEffect(() => notifier.close, [notifier]);

  return { state, ask: notifier.ask };
}
