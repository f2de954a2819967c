import { vi } from "vitest";

/** Web Audio as far as a tone needs it. Counts the tones. */
export class FakeAudio {
  static instances: FakeAudio[] = [];
  static initialState = "running";
  static tones = () => FakeAudio.instances.reduce((sum, audio) => sum + audio.count, 0);
  state = FakeAudio.initialState;
  currentTime = 0;
  destination = {};
  count = 0;
  constructor() {
    FakeAudio.instances.push(this);
  }
  resume = () => {
    this.state = "running";
    return Promise.resolve();
  };
  close = () => {
    this.state = "closed";
    return Promise.resolve();
  };
}

class FakeNode {
  gain = { setValueAtTime: vi.fn(), linearRampToValueAtTime: vi.fn() };
  connect = (to: unknown) => to;
  disconnect = vi.fn();
  start = vi.fn();
  stop = vi.fn();
  constructor(readonly audio: FakeAudio) {}
}

class FakeOscillator extends FakeNode {
  override start = vi.fn(() => void this.audio.count++);
}

function grant(): Promise<NotificationPermission> | undefined {
  FakeNotification.permission = "granted";
  return Promise.resolve(FakeNotification.permission);
}

/** Desktop notifications. Keeps those that are open. */
export class FakeNotification {
  static permission: NotificationPermission = "granted";
  static requestPermission = vi.fn(grant);
  static open: FakeNotification[] = [];
  constructor(
    readonly title: string,
    readonly options: { body: string },
  ) {
    FakeNotification.open.push(this);
  }
  close = () => void (FakeNotification.open = FakeNotification.open.filter((other) => other !== this));
}

/** Gives the page Web Audio and notifications, with permission to use both. */
export function stubAlerts(): void {
  vi.stubGlobal("AudioContext", FakeAudio);
  vi.stubGlobal("OscillatorNode", FakeOscillator);
  vi.stubGlobal("GainNode", FakeNode);
  vi.stubGlobal("Notification", FakeNotification);
  FakeAudio.instances = [];
  FakeAudio.initialState = "running";
  FakeNotification.open = [];
  FakeNotification.permission = "granted";
  FakeNotification.requestPermission = vi.fn(grant);
}
