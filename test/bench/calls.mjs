// The held calls that the benchmark's gateway serves: the same ones in each run, with all fields of the interface.

const types = [0, 0, 0, 6, 7, 44, 51];
const skills = ["voice", "complaints", "billing and contracts", ""];

/** The call at a place of the list. `generation` makes another call of it, and `revision` the same call with another number. */
export function createCall(place, generation, revision) {
  const outside = String(13_800_000_000 + place * 9_973 + generation * 1_000_003 + revision * 17);
  const callfeature = types[place % types.length];
  const isOutgoing = callfeature === 7 || callfeature === 44;
  return {
    callfeature,
    callid: `${1_501_127_996 + generation}-${place + 2}`,
    caller: isOutgoing ? "70943" : outside,
    called: isOutgoing ? outside : "70943",
    callskill: skills[place % skills.length],
    callskillid: 0,
    orgicallednum: "",
    calldata: null,
    begintime: null,
    endtime: null,
  };
}

/** The number of the other party, which each column shows. */
export const numberOf = ({ callfeature, caller, called }) =>
  callfeature === 7 || callfeature === 44 ? called : caller;
