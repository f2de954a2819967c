import type { Press, Recording, Sent } from "./Recording.js";

/** A request to move a call, as the gateway got it. */
export type Arrived = { readonly operation: string | null; readonly callId: string | null };

type Evidence = { readonly recording: Recording; readonly arrived: readonly Arrived[]; readonly confirmWithin: number };

const drawnWithin = 50; // ms, between what the library knows and what is drawn, or written down
const movesVoice = ["retrieve", "threeParty", "connect"];
const sentByPress = new Map([
  ["action retrieve", ["retrieve"]],
  ["item Three-party", ["threeParty"]],
  ["yes Hang up", ["drop"]],
  ["yes Connect and leave", ["connect"]],
  // Those that ask first ask again.
  ["Try again", ["retrieve", "threeParty"]],
]);

/** What is wrong with what the page wrote down and the gateway got; nothing where all is well. */
export function checkRecording({ recording, arrived, confirmWithin }: Evidence): string[] {
  const { focusLost, complaints } = recording;
  return [
    ...checkCauses(recording),
    ...checkArrivals(recording, arrived),
    ...checkOneAtATime(recording, confirmWithin),
    ...focusLost.map((control) => `The focus was lost with ${control}.`),
    ...complaints,
  ];
}

/** Each request has a press of its own, on that call; and each press a request, or words for why not. */
function checkCauses({ presses, sent, told }: Recording): string[] {
  const causes = presses.filter((press) => isCause(press) && isAsked(press, presses));
  const withheld = told.filter(({ code }) => code === "off-hold" || code === "not-sent");
  const wrong: string[] = [];
  for (const request of actionsOf(sent)) {
    const cause = causes.findLast((press) => press.at <= request.at && mayCause(press, request));
    if (cause === undefined) {
      const last = presses.filter(({ at }) => at <= request.at).slice(-3);
      wrong.push(
        `Nobody pressed what was sent: ${words(request)} at ${time(request)}; before: ${last.map(pressWords).join("; ")}.`,
      );
    } else causes.splice(causes.indexOf(cause), 1);
  }
  for (const press of causes) {
    // It may only ask anew: then it is told nothing, and must not take what a later answer is told.
    if (press.control === "Try again") continue;
    const at = withheld.findIndex((one) => one.callId === press.callId && one.at >= press.at);
    if (at >= 0) withheld.splice(at, 1);
    else
      wrong.push(
        `Neither sent nor told: ${pressWords(press)}; ${listBefore(press, sent)}; ${callStory(press, presses, sent, told)}.`,
      );
  }
  return wrong;
}

/** Whether an action may begin with a press: one meant for it, on the row aimed at, with the mouse up where it was down. */
function isCause(press: Press): boolean {
  const { by, control, callId, down, aimedAt, isEnabled, isFurther, isRepeated, question } = press;
  const isAnswer = control.startsWith("yes ");
  return (
    sentByPress.has(control) &&
    (isEnabled || control === "Try again") &&
    !isFurther &&
    !isRepeated &&
    down?.control === control &&
    down.callId === callId &&
    (by === "key" || aimedAt === callId) &&
    (!isAnswer || question?.startsWith(control === "yes Hang up" ? "Hang up " : "Connect ") === true)
  );
}

/** Whether the question that it answers, if any, was opened at the same call. */
function isAsked({ control, callId, at }: Press, presses: readonly Press[]): boolean {
  if (!control.startsWith("yes ")) return true;
  const openers = [control.replace("yes ", "item "), "Try again"];
  return presses.some((one) => openers.includes(one.control) && one.callId === callId && one.at < at);
}

function mayCause(press: Press, { operation, callId }: Sent): boolean {
  return press.callId === callId && sentByPress.get(press.control)?.includes(operation) === true;
}

/** The gateway got each request once, and no other. */
function checkArrivals({ sent }: Recording, arrived: readonly Arrived[]): string[] {
  const left = actionsOf(sent).map(words).sort();
  const came = arrived.map(words).sort();
  return left.join() === came.join() ? [] : [`The page sent ${left.join(", ")}; the gateway got ${came.join(", ")}.`];
}

/** One action for each call, and one for all that move the voice path, until the list shows it or its time is over. */
function checkOneAtATime({ sent }: Recording, confirmWithin: number): string[] {
  const lists = sent.filter(({ calls }) => calls !== null);
  const actions = actionsOf(sent);
  return actions.flatMap((later, index) =>
    actions.slice(0, index).flatMap((earlier) => {
      const isSame = earlier.callId === later.callId;
      const areVoice = [earlier, later].every(({ operation }) => movesVoice.includes(operation));
      if ((!isSame && !areVoice) || !isUnderWay(earlier, later.at, lists, confirmWithin)) return [];
      return [`${words(later)} was sent at ${time(later)} while ${words(earlier)} of ${time(earlier)} was under way.`];
    }),
  );
}

function isUnderWay(action: Sent, at: number, lists: readonly Sent[], confirmWithin: number): boolean {
  const { endedAt, outcome, callId } = action;
  // Off hold, it holds up no other, whatever its answer says.
  const isOff = (list: Sent) =>
    (list.endedAt ?? 0) > action.at - drawnWithin && list.calls?.includes(callId ?? "") === false;
  if (endedAt === null || endedAt > at)
    return !lists.some((list) => isOff(list) && (list.endedAt ?? Infinity) <= at + drawnWithin);
  if (outcome !== "0" || at >= endedAt + confirmWithin - drawnWithin) return false;
  // From the last list that had been asked for when the answer came, to now: whether one of them shows it off hold.
  const seen = lists.filter((list) => (list.endedAt ?? Infinity) <= at + drawnWithin);
  const before = seen.findLast((list) => (list.endedAt ?? 0) <= endedAt);
  const since = seen.filter((list) => list === before || (list.endedAt ?? 0) > endedAt);
  return since.length > 0 && since.every(({ calls }) => calls?.includes(callId ?? "") === true);
}

function actionsOf(sent: readonly Sent[]): readonly Sent[] {
  return sent.filter(({ kind }) => kind === "action");
}

/** All that was pressed, sent and told of a press's call. */
function callStory({ callId }: Press, ...parts: (readonly Recording["presses" | "sent" | "told"][number][])[]): string {
  const ofCall = parts.flat().filter((one) => one.callId === callId);
  const wordsOf = (one: (typeof ofCall)[number]) =>
    "control" in one
      ? `press ${one.control}`
      : "operation" in one
        ? `sent ${one.operation}`
        : `${one.kind} ${one.code}`;
  return [...ofCall]
    .sort((a, b) => a.at - b.at)
    .map((one) => `${time(one)} ${wordsOf(one)}`)
    .join(", ");
}

/** The last list before a press, to tell a press that was lost from one that came too late. */
function listBefore({ at, callId }: Press, sent: readonly Sent[]): string {
  const list = sent.findLast(({ kind, endedAt }) => kind === "list" && endedAt !== null && endedAt <= at);
  const shows = list?.calls?.includes(callId ?? "") === true ? "shows the call" : "does not show the call";
  return `the list of ${Math.round(at - (list?.endedAt ?? 0))} ms before (${list?.outcome}) ${shows}`;
}

function words({ operation, callId }: Arrived): string {
  return `${operation} ${callId}`;
}

function time({ at }: { at: number }): string {
  return `${Math.round(at)} ms`;
}

function pressWords(press: Press): string {
  const { control, callId, by, isEnabled, isFurther, isRepeated, down, aimedAt } = press;
  const signs = [
    by,
    by === "mouse" && aimedAt !== callId && `aimed at ${aimedAt}`,
    !isEnabled && "blocked",
    isFurther && "further",
    isRepeated && "repeated",
  ].filter(Boolean);
  const from = down?.control === control && down.callId === callId ? "" : `, down on ${down?.control} ${down?.callId}`;
  return `${control} ${callId} at ${time(press)} (${signs.join(", ")}${from})`;
}
