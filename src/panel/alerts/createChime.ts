/** A short sound, made by the browser: no file to load, none to allow in a content-security policy. */
export type Chime = {
  /** Whether the browser lets it sound now: not before the agent has clicked or typed on the page. */
  readonly isAllowed: () => boolean;
  /** Asks the browser to let it sound. To be called on a click. */
  readonly allow: () => Promise<void>;
  readonly play: () => void;
  /** Ends what sounds now. */
  readonly stop: () => void;
  readonly close: () => void;
};

const tones = [880, 660]; // Hz
const length = 0.18; // s
const loudness = 0.12;

/** Null where the browser has no Web Audio. */
export function createChime(): Chime | null {
  if (typeof AudioContext === "undefined") return null;
  const audio = new AudioContext();
  let sounding: OscillatorNode[] = [];
  const stop = () => {
    for (const oscillator of sounding) oscillator.disconnect();
    sounding = [];
  };
  return {
    isAllowed: () => audio.state === "running",
    allow: () => audio.resume(),
    play() {
      stop();
      sounding = tones.map((frequency, index) => {
        const begin = audio.currentTime + index * length;
        const gain = new GainNode(audio, { gain: 0 });
        gain.gain.setValueAtTime(0, begin);
        gain.gain.linearRampToValueAtTime(loudness, begin + 0.02);
        gain.gain.linearRampToValueAtTime(0, begin + length);
        const oscillator = new OscillatorNode(audio, { frequency });
        oscillator.connect(gain).connect(audio.destination);
        oscillator.start(begin);
        oscillator.stop(begin + length);
        return oscillator;
      });
    },
    stop,
    close: () => {
      stop();
      void audio.close();
    },
  };
}
