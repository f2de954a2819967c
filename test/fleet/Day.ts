/** What a gateway does to requests during a fault. */
export type FaultKind =
  /** The connection is refused at once. */
  | "refused"
  /** The request gets no answer. At the end of the fault its connection is reset. */
  | "unanswered"
  /** Agents are moved to another gateway: retcode 000-004, and 105-003 for the first request of each agent after the fault. */
  | "switching";

/** A fault of the gateway that all agents share. Times are virtual milliseconds since nine o'clock. */
export type Fault = { readonly name: string; readonly kind: FaultKind; readonly from: number; readonly to: number };

/** The time of a day in which load is measured. */
export type Phase = { readonly name: string; readonly from: number; readonly to: number };

/** What happens to the fleet. Times are virtual milliseconds since nine o'clock. */
export type Day = {
  /** Agents sign in evenly over this time. */
  readonly signInTime: number;
  readonly faults: readonly Fault[];
  readonly phases: readonly Phase[];
  readonly end: number;
};

const second = 1_000;
const minute = 60 * second;

/**
 * Sign-in at nine o'clock, ordinary work, an interruption of seconds, two outages of five minutes, and a switch-over.
 * @param ordinary - ms of ordinary work before the first outage
 * @param recovery - ms of ordinary work after each fault
 */
export function createDay({ ordinary = 60 * minute, recovery = 5 * minute } = {}): Day {
  const signInTime = 2 * minute;
  const hour = { name: "ordinary", from: signInTime + 10 * second, to: signInTime + 10 * second + ordinary };
  const phases: Phase[] = [{ name: "sign-in", from: 0, to: hour.from }, hour];
  const faults: Fault[] = [];
  let now = hour.to;
  const add = (name: string, kind: FaultKind, length: number) => {
    const fault = { name, kind, from: now, to: now + length };
    faults.push(fault);
    now = fault.to + recovery;
    phases.push({ name, from: fault.from, to: fault.to }, { name: `after ${name}`, from: fault.to, to: now });
  };
  add("interruption", "unanswered", 8 * second);
  add("outage, refused", "refused", 5 * minute);
  add("outage, unanswered", "unanswered", 5 * minute);
  add("switch-over", "switching", minute);
  return { signInTime, faults, phases, end: now };
}
