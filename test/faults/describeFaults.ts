import type { Fault } from "./faults.js";
import type { Encounter } from "./meetFault.js";

const introduction = `# Faults

What the panel does when something fails. The tests write this page: each row was run in Chromium against the simulator over HTTP, in
virtual time and with waits of medium length (they are spread at random). Two calls are on hold. The fault lasts a minute, in which one
of them leaves and another comes.

A list that reads "Up to date" is the gateway's present one: every row is checked for that, and for the right hold time afterwards. Pairs of
faults are tested as well.

- **The agent reads**: the texts a minute after the fault began, with the buttons in brackets. A single failed poll changes nothing.
- **Shown meanwhile**: _last list_ is the one from before the fault, with hold times that go on.
- **Requests**: for the list, in that minute. Without a fault there are 30.
- **Current again**: when the list is up to date after the fault has ended, and what it takes.
- **Hold time**: of the call that stayed, afterwards. \`~\` is approximate, \`≥\` a lower bound; without a sign it is known to a second or two.
`;

const head = `| Fault | The agent reads | Shown meanwhile | Requests | Current again | Hold time |
| --- | --- | --- | --- | --- | --- |`;

/** The page of the manual that shows what happened in each fault. */
export function describeFaults(
  groups: Readonly<Record<string, readonly Fault[]>>,
  encounterOf: (fault: Fault) => Encounter,
): string {
  const sections = Object.entries(groups).map(([title, faults]) => {
    const rows = faults.map((fault) => rowOf(fault, encounterOf(fault)));
    return `\n## ${title}\n\n<!-- prettier-ignore -->\n${head}\n${rows.join("\n")}\n`;
  });
  return introduction + sections.join("");
}

function rowOf({ name, needs }: Fault, { during, polls, recoveredIn, heldFor }: Encounter): string {
  const { condition, texts, buttons } = during;
  const buttonTexts = buttons.map((button) => `[${button}]`);
  const wait = `within ${Math.max(1, Math.ceil(recoveredIn / 1_000))} s`;
  const cells = [
    name,
    condition === "current" ? "Up to date" : [...texts.map(sentence), ...buttonTexts].join(" "),
    shownIn(during),
    String(polls),
    condition === "current" ? "" : needs === null ? wait : `with ${needs}, ${wait}`,
    signOf(heldFor),
  ];
  return `| ${cells.map(escaped).join(" | ")} |`;
}

const sentence = (text: string) => (/[.…>]$/.test(text) ? text : `${text}.`);

function shownIn({ condition, times }: Encounter["during"]): string {
  if (condition === "current") return "the list";
  return Object.keys(times).length === 0 ? "nothing" : "last list";
}

const signOf = (heldFor: string) => heldFor.replace(/[\d:]+$/, "") || "known";

const escaped = (text: string) => text.replace(/[|<[\]]/g, (character) => `\\${character}`);
