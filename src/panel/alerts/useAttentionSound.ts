import { useCallback, useEffect, useRef, useState } from "react";
import type { AttentionLevel } from "../../hold-list/attention.js";
import { useTabDuty } from "../../hold-list/tabs/useTabDuty.js";
import { useIsomorphicLayoutEffect } from "../../hold-list/useIsomorphicLayoutEffect.js";
import { type Chime, createChime } from "./createChime.js";
import { createReminders, type Reminders } from "./createReminders.js";

/** Whether the browser plays sounds: not before a click where it is "blocked", and never where it is "unavailable". */
export type SoundState = "ready" | "blocked" | "unavailable";

/**
 * Plays a tone when a call crosses a threshold, and repeats it as {@link createReminders} describes. Of several tabs with the same
 * list, one plays it.
 * @returns `allow`: asks the browser to play sounds; to be called during a click
 */
export function useAttentionSound(
  enabled: boolean,
  unacknowledged: ReadonlyMap<string, AttentionLevel>,
): { state: SoundState; allow: () => void } {
  const [state, setState] = useState<SoundState>("ready");
  const sound = useRef<{ chime: Chime; reminders: Reminders } | null>(null);
  const latest = useRef(unacknowledged);

  const isOurs = useTabDuty("sound", enabled && state === "ready");
  const hasDuty = useRef(isOurs);
  useIsomorphicLayoutEffect(() => {
    hasDuty.current = isOurs;
  }, [isOurs]);

  useEffect(() => {
    latest.current = unacknowledged;
    if (sound.current === null) return;
    sound.current.reminders.update(unacknowledged);
    if (unacknowledged.size === 0) sound.current.chime.stop();
  }, [unacknowledged]);

  useEffect(() => {
    if (!enabled) return;
    const chime = createChime(readState);
    const reminders = createReminders(latest.current, () => {
      if (hasDuty.current && chime?.play() === false) setState("unavailable");
    });
    sound.current = chime && { chime, reminders };
    function readState(): void {
      setState((before) =>
        chime === null || before === "unavailable" ? "unavailable" : chime.isAllowed() ? "ready" : "blocked",
      );
    }
    const timer = setTimeout(readState);
    // A browser may allow sounds by itself after a click anywhere on the page.
    window.addEventListener("pointerup", readState);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("pointerup", readState);
      sound.current = null;
      reminders.stop();
      chime?.close();
      setState("ready");
    };
  }, [enabled]);

  const allow = useCallback(() => sound.current?.chime.allow(), []);
  return { state, allow };
}
