import { type ReactNode, useCallback } from "react";
import type { HeldCall } from "../../gateway/HeldCall.js";
import type { AttentionLevel } from "../../hold-list/attention.js";
import { useHoldListContext } from "../../hold-list/HoldListContext.js";
import { digits } from "../format/duration.js";
import { SoundIcon } from "../parts/icons.js";
import type { HoldListLabels } from "../labels/HoldListLabels.js";
import { PanelButton } from "../parts/PanelButton.js";
import { type MaskNumber, numberToShow } from "../format/maskNumber.js";
import { useAttentionNotification } from "./useAttentionNotification.js";
import { useAttentionSound } from "./useAttentionSound.js";

type AttentionAlertsProps = {
  calls: readonly HeldCall[];
  unacknowledged: ReadonlyMap<string, AttentionLevel>;
  sound: boolean;
  notifications: boolean;
  mask: MaskNumber | undefined;
  labels: HoldListLabels;
  /** Called when a button goes with the focus on it. */
  onFocusLost: () => void;
};

/** Sound and notification for an agent who looks elsewhere. What is seen of it: a line while the browser holds them back. */
export function AttentionAlerts(props: AttentionAlertsProps): ReactNode {
  const { calls, unacknowledged, sound, notifications, mask, labels, onFocusLost } = props;
  const { tracker } = useHoldListContext("HoldListPanel");
  const wordsOf = useCallback(
    (callId: string) => {
      const call = calls.find((one) => one.callId === callId);
      const since = tracker.store.getState().since.get(callId);
      const time = since === undefined ? "" : digits(Math.floor(tracker.heldFor(since) / 1_000), labels.days);
      const body = call === undefined ? labels.noNumber : numberToShow(call, mask, labels);
      return { title: labels.notificationTitle(time), body };
    },
    [calls, tracker, mask, labels],
  );
  const { isBlocked, allow } = useAttentionSound(sound, unacknowledged);
  const { isAskable, ask } = useAttentionNotification(notifications, unacknowledged, wordsOf);
  return (
    <>
      {isBlocked && (
        <p className="hlp-line">
          <SoundIcon /> {labels.soundBlocked}
          <PanelButton className="hlp-button hlp-small" onClick={allow} onFocusLost={onFocusLost}>
            {labels.allowSound}
          </PanelButton>
        </p>
      )}
      {isAskable && (
        <p className="hlp-line">
          {labels.notificationsOff}
          <PanelButton className="hlp-button hlp-small" onClick={ask} onFocusLost={onFocusLost}>
            {labels.allowNotifications}
          </PanelButton>
        </p>
      )}
    </>
  );
}
