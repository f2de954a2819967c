import { reportFault } from "../../session/callHost.js";

/** A short tone from Web Audio: it needs no file, and no permission in a content-security policy. No function of it throws. */
export type Chime = {
  /** Whether the browser plays sounds now. Most browsers do not before the first click or key press on the page. */
  readonly isAllowed: () => boolean;
  /** Asks the browser to play sounds. To be called during a click. */
  readonly allow: () => void;
  /** Returns whether the browser can play the tone. After one error it is not tried again. */
  readonly play: () => boolean;
  /** Ends the tone that is playing. */
  readonly stop: () => void;
  readonly close: () => void;
};

const frequencies = [880, 660]; // Hz
const length = 0.18; // s, of each frequency
const loudness = 0.12;

/**
 * Creates the tone, or returns null where the browser has no working Web Audio.
 * @param onStateChange - called when `isAllowed` may have changed
 */
export function createChime(onStateChange: () => void): Chime | null {
  const audio = createAudioContext();
  if (audio === null) return null;
  audio.onstatechange = onStateChange;
  let playing: OscillatorNode[] = [];
  let isBroken = false;
  const stop = () => {
    for (const oscillator of playing) attempt(() => oscillator.disconnect());
    playing = [];
  };
  return {
    isAllowed: () => audio.state === "running",
    // The promise may reject, or never settle where the browser still blocks sounds.
    allow: () => void attempt(() => Promise.resolve(audio.resume()).finally(() => onStateChange())),
    play() {
      stop();
      isBroken ||= !attempt(() => {
        frequencies.forEach((frequency, index) =>
          playing.push(startTone(audio, frequency, audio.currentTime + index * length)),
        );
      });
      return !isBroken;
    },
    stop,
    close() {
      audio.onstatechange = null;
      stop();
      attempt(() => audio.close());
    },
  };
}

function createAudioContext(): AudioContext | null {
  if (typeof AudioContext === "undefined") return null;
  try {
    return new AudioContext();
  } catch (error) {
    reportFault(error);
    return null;
  }
}

function startTone(audio: AudioContext, frequency: number, begin: number): OscillatorNode {
  const gain = new GainNode(audio, { gain: 0 });
  gain.gain.setValueAtTime(0, begin);
  gain.gain.linearRampToValueAtTime(loudness, begin + 0.02);
  gain.gain.linearRampToValueAtTime(0, begin + length);
  const oscillator = new OscillatorNode(audio, { frequency });
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(begin);
  oscillator.stop(begin + length);
  return oscillator;
}

/** Returns whether it did not throw. A rejection is ignored, since the next `isAllowed` tells. */
function attempt(run: () => unknown): boolean {
  try {
    Promise.resolve(run()).catch(() => {});
    return true;
  } catch (error) {
    reportFault(error);
    return false;
  }
}
