import { type ReactNode, useId } from "react";
import { useStore } from "zustand";
import { clockTime } from "./clockTime.js";
import type { AgentDesktop } from "./createAgentDesktop.js";
import type { DemoWords } from "./words/DemoWords.js";

/** What the agent's event poll brought, newest first. Not announced: the panel tells what matters. */
export function EventLog({ desktop, words }: { desktop: AgentDesktop; words: DemoWords }): ReactNode {
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
              <span>{entry.kind === "event" ? entry.eventType : words.notes[entry.kind]}</span>
              {entry.kind === "event" && entry.callId !== null && <bdi>…{entry.callId.slice(-5)}</bdi>}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
