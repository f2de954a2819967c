import { type ReactNode, useCallback, useRef } from "react";
import type { HeldCall } from "../../gateway/HeldCall.js";
import type { AttentionLevel } from "../../hold-list/attention.js";
import { useHoldListContext } from "../../hold-list/HoldListContext.js";
import { digits } from "../format/duration.js";
import { isolatedIn } from "../format/isolatedIn.js";
import { type MaskNumber, numberToShow } from "../format/maskNumber.js";
import type { HoldListLabels } from "../labels/HoldListLabels.js";
import { SoundIcon } from "../parts/icons.js";
import { PanelButton } from "../parts/PanelButton.js";
import { useAttentionNotification } from "./useAttentionNotification.js";
import { useAttentionSound } from "./useAttentionSound.js";

export type AttentionAlertsProps = {
  calls: readonly HeldCall[];
  /** Calls that are held long and are neither acknowledged nor snoozed. */
  unacknowledged: ReadonlyMap<string, AttentionLevel>;
  sound: boolean;
  notifications: boolean;
  mask: MaskNumber | undefined;
  labels: HoldListLabels;
  /** Called when a button that has the focus is removed. */
  onFocusLost: () => void;
};

/** Sounds and desktop notifications. It shows a line only where the browser blocks one of them or has none. */
export function AttentionAlerts(props: AttentionAlertsProps): ReactNode {
  const { calls, unacknowledged, sound, notifications, mask, labels, onFocusLost } = props;
  const { tracker } = useHoldListContext("HoldListPanel");
  const textsOf = useCallback(
    ([callId = "", ...others]: readonly string[]) => {
      if (others.length > 0) return { title: labels.announceSeveralTooLong(others.length + 1), body: "" };
      const call = calls.find((one) => one.callId === callId);
      const since = tracker.store.getState().since.get(callId);
      const time = since === undefined ? "" : digits(Math.floor(tracker.heldFor(since) / 1_000), labels.days);
      const body = call === undefined ? labels.noNumber : numberToShow(call, mask, labels);
      const words = labels.notificationTitle("");
      return { title: labels.notificationTitle(isolatedIn(words, time)), body: isolatedIn(words, body) };
    },
    [calls, tracker, mask, labels],
  );
  const place = useRef<HTMLSpanElement>(null);
  const { state: soundState, allow } = useAttentionSound(sound, unacknowledged);
  const { state: notificationState, ask } = useAttentionNotification(notifications, unacknowledged, textsOf, place);
  return (
    <>
      <span ref={place} hidden />
      {sound && soundState === "unavailable" && <p className="hlp-line">{labels.soundUnavailable}</p>}
      {sound && soundState === "blocked" && (
        <p className="hlp-line">
          <SoundIcon /> <span>{labels.soundBlocked}</span>
          <PanelButton className="hlp-button hlp-small" onClick={allow} onFocusLost={onFocusLost}>
            {labels.allowSound}
          </PanelButton>
        </p>
      )}
      {notifications && notificationState === "unavailable" && (
        <p className="hlp-line">{labels.notificationsUnavailable}</p>
      )}
      {notifications && notificationState === "askable" && (
        <p className="hlp-line">
          <span>{labels.notificationsOff}</span>
          <PanelButton className="hlp-button hlp-small" onClick={ask} onFocusLost={onFocusLost}>
            {labels.allowNotifications}
          </PanelButton>
        </p>
      )}
    </>
  );
}
