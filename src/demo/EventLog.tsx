import { type ReactNode, useId } from "react";
import { useStore } from "zustand";
import { type MaskNumber, otherParty } from "../index.js";
import { clockTime } from "./clockTime.js";
import type { AgentDesktop, LogEntry } from "./createAgentDesktop.js";
import type { DemoWords } from "./words/DemoWords.js";

type EventLogProps = { desktop: AgentDesktop; mask: MaskNumber | undefined; words: DemoWords };

/** What the agent's event poll and the panel's callbacks brought, newest first. Not announced: the panel tells what matters. */
export function EventLog({ desktop, mask, words }: EventLogProps): ReactNode {
  const log = useStore(desktop, (state) => state.log);
  const listening = useStore(desktop, (state) => state.listening);
  const headingId = useId();
  return (
    <section className="demo-events" aria-labelledby={headingId}>
      <div className="demo-pane-head">
        <h2 className="demo-heading" id={headingId}>
          {words.events}
        </h2>
        <p className="demo-soft demo-listening" data-listening={listening}>
          {words.listening[listening]}
        </p>
      </div>
      {log.length === 0 ? (
        <p className="demo-soft demo-empty">{words.noEvents}</p>
      ) : (
        // A list that scrolls takes the focus, so that the keyboard can scroll it. The role is for Safari.
        // eslint-disable-next-line jsx-a11y/no-redundant-roles, jsx-a11y/no-noninteractive-tabindex
        <ol className="demo-log" role="list" aria-labelledby={headingId} tabIndex={0} reversed>
          {log.map((entry) => (
            <li key={entry.id} data-kind={entry.kind}>
              <time dateTime={new Date(entry.at).toISOString()}>{clockTime(entry.at, words.panel.language)}</time>
              <LogText entry={entry} mask={mask} words={words} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function LogText({ entry, mask = String, words }: Omit<EventLogProps, "desktop"> & { entry: LogEntry }): ReactNode {
  if (entry.kind === "event")
    return (
      <>
        <span>{entry.eventType}</span>
        {entry.callId !== null && <bdi>{ending(entry.callId)}</bdi>}
      </>
    );
  if (entry.kind === "callback")
    return (
      <>
        <span>
          <span className="demo-callback">{entry.name}</span> <bdi>{mask(otherParty(entry.call))}</bdi>
          {entry.name !== "onHeld" && <> {entry.detail}</>}
        </span>
        <bdi>{ending(entry.call.callId)}</bdi>
      </>
    );
  return <span>{words.notes[entry.kind]}</span>;
}

function ending(callId: string): string {
  return callId.length > 6 ? `…${callId.slice(-5)}` : callId;
}
