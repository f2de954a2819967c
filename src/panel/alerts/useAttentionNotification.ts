import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { AttentionLevel } from "../../hold-list/attention.js";

/** What a desktop notification says of a call. */
export type NotificationWords = (callId: string, level: AttentionLevel) => { title: string; body: string };

/**
 * Shows a desktop notification for each call that is held too long while the agent does not look, and closes it when the call
 * leaves or is acknowledged. Gives back whether the browser has yet to be asked, which only a click may do.
 */
export function useAttentionNotification(
  enabled: boolean,
  unacknowledged: ReadonlyMap<string, AttentionLevel>,
  wordsOf: NotificationWords,
): { isAskable: boolean; ask: () => void } {
  const shown = useRef(new Map<string, Notification>());
  const permission = useSyncExternalStore(subscribeToNothing, readPermission, () => "denied" as const);
  const [, setAnswered] = useState(0); // renders when the browser has been asked, and the permission is read anew

  useEffect(() => {
    for (const [callId, notification] of shown.current) {
      if (enabled && unacknowledged.get(callId) === "too-long") continue;
      notification.close();
      shown.current.delete(callId);
    }
    if (!enabled || permission !== "granted" || document.hasFocus()) return;
    for (const [callId, level] of unacknowledged) {
      if (level !== "too-long" || shown.current.has(callId)) continue;
      const { title, body } = wordsOf(callId, level);
      shown.current.set(callId, new Notification(title, { body, tag: `hold-list-panel ${callId}` }));
    }
  }, [enabled, permission, unacknowledged, wordsOf]);

  useEffect(() => {
    const open = shown.current;
    return () => open.forEach((notification) => notification.close());
  }, []);

  return {
    isAskable: enabled && permission === "default",
    ask: () => void Notification.requestPermission().then(() => setAnswered((count) => count + 1)),
  };
}

/** Denied also where there is none, as in a page that is not secure. */
function readPermission(): NotificationPermission {
  return typeof Notification === "undefined" ? "denied" : Notification.permission;
}

function subscribeToNothing(): () => void {
  return () => {};
}
