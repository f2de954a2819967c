import type { ReactNode } from "react";
import { Picture } from "./Picture.js";

const answers = [
  { x: 40, good: true },
  { x: 110, good: true },
  { x: 180, good: false },
  { x: 225, good: false },
  { x: 310, good: false },
  { x: 440, good: true },
  { x: 510, good: true },
];
const phases = [
  { from: 40, to: 225, text: "Up to date", kind: "manual-known" },
  { from: 225, to: 440, text: "Not up to date, with the reason", kind: "manual-doubt" },
  { from: 440, to: 560, text: "Up to date", kind: "manual-known" },
];

/** What the agent sees from the first failed poll to the recovery. */
export function FailureToRecovery(): ReactNode {
  return (
    <Picture
      title="Polls on a time line. After one failed poll the list is still up to date, after the second it is marked as not up to date. Retries come at growing distances. The first good answer makes the list up to date again."
      width={600}
      height={120}
    >
      {answers.map(({ x, good }) => (
        <g key={x}>
          <circle className={good ? "manual-event" : "manual-failure"} cx={x} cy={22} r={7} />
          <text className="manual-muted" x={x} y={50} textAnchor="middle">
            {good ? "answer" : "failed"}
          </text>
        </g>
      ))}
      {phases.map(({ from, to, text, kind }) => (
        <g key={from}>
          <rect className={kind} x={from} y={66} width={to - from - 2} height={12} />
          <text x={from} y={100}>
            {text}
          </text>
        </g>
      ))}
    </Picture>
  );
}
