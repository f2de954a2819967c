import { type ReactNode, useId } from "react";
import { useStore } from "zustand";
import { type MaskNumber, otherParty } from "../index.js";
import { clockTime } from "../panel/format/clockTime.js";
import type { AgentDesktop, LogEntry } from "./AgentDesktop.js";
import { shortCallId } from "./shortCallId.js";

const listeningTexts = { yes: "Listening", no: "Not listening", failing: "Trying again" };
const entryTexts: Readonly<Record<Exclude<LogEntry["kind"], "event" | "callback">, string>> = {
  "signed-in": "Signed in",
  "signed-out": "Signed out",
  renewed: "Guid renewed",
  failed: "Event poll failed, trying again",
  recovered: "Event poll answered again",
};

type EventLogProps = { desktop: AgentDesktop; mask: MaskNumber | undefined };

/** The agent events and the panel's callbacks, newest first. Not a live region: the panel announces what matters. */
export function EventLog({ desktop, mask }: EventLogProps): ReactNode {
  const log = useStore(desktop, (state) => state.log);
  const listening = useStore(desktop, (state) => state.listening);
  const headingId = useId();
  return (
    <section className="demo-events" aria-labelledby={headingId}>
      <div className="demo-pane-head">
        <h2 className="demo-heading" id={headingId}>
          Events
        </h2>
        <p className="demo-muted demo-listening" data-listening={listening}>
          {listeningTexts[listening]}
        </p>
      </div>
      {log.length === 0 ? (
        <p className="demo-muted demo-empty">The gateway’s events and the panel’s callbacks appear here.</p>
      ) : (
        // Focusable, so that the keyboard can scroll it. The role is for Safari.
        // eslint-disable-next-line jsx-a11y/no-redundant-roles, jsx-a11y/no-noninteractive-tabindex
        <ol className="demo-log" role="list" aria-labelledby={headingId} tabIndex={0} reversed>
          {log.map((entry) => (
            <li key={entry.id} data-kind={entry.kind}>
              <time dateTime={new Date(entry.at).toISOString()}>{clockTime(entry.at, "en")}</time>
              <LogText entry={entry} mask={mask} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function LogText({ entry, mask = String }: { entry: LogEntry; mask: MaskNumber | undefined }): ReactNode {
  if (entry.kind === "event")
    return (
      <>
        <span>{entry.eventType}</span>
        {entry.callId !== null && <bdi>{shortCallId(entry.callId)}</bdi>}
      </>
    );
  if (entry.kind === "callback")
    return (
      <>
        <span>
          <span className="demo-callback">{entry.name}</span> <bdi>{mask(otherParty(entry.call))}</bdi>
          {entry.name !== "onHeld" && <> {entry.detail}</>}
        </span>
        <bdi>{shortCallId(entry.call.callId)}</bdi>
      </>
    );
  return <span>{entryTexts[entry.kind]}</span>;
}
