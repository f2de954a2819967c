import type { ReactNode } from "react";
import { Picture } from "./Picture.js";

const polls = [150, 290, 430, 570];
// In px: when the hold began, and the time from which the panel counts.
const holds = [
  { text: "exact", shown: "0:12", from: 240, event: true },
  { text: "between two polls", shown: "~ 0:10", from: 240, event: false },
  { text: "before the first poll", shown: "≥ 0:16", from: 100, event: false },
];

/** Why a hold time is exact, approximate or a lower bound. */
export function HoldTimes(): ReactNode {
  return (
    <Picture
      title="Three holds on a time line with four polls. With its event the first is exact. The second began between two polls and is approximate. The third began before the first poll, so its time is a lower bound."
      width={720}
      height={190}
    >
      {polls.map((x, index) => (
        <g key={x}>
          <line className="manual-faint" x1={x} x2={x} y1={26} y2={182} strokeDasharray="3 4" />
          <text className="manual-muted" x={x} y={16} textAnchor="middle">
            {`poll ${index + 1}`}
          </text>
        </g>
      ))}
      {holds.map(({ text, shown, from, event }, index) => {
        const y = 54 + index * 50;
        const seen = polls.find((x) => x >= from) ?? from;
        return (
          <g key={text}>
            {!event && <rect className="manual-doubt" x={from} y={y - 7} width={seen - from} height={14} />}
            <rect
              className="manual-known"
              x={event ? from : seen}
              y={y - 7}
              width={600 - (event ? from : seen)}
              height={14}
            />
            {event && <circle className="manual-event" cx={from} cy={y} r={6} />}
            <text className="manual-muted" x={from} y={y + 25}>
              {event ? "hold event" : text}
            </text>
            <text className="manual-strong" x={614} y={y + 5}>
              {shown}
            </text>
          </g>
        );
      })}
    </Picture>
  );
}
