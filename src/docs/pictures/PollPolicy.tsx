import type { ReactNode } from "react";
import { Picture } from "./Picture.js";

const scale = 8; // px per second
const rows = [
  { text: "Page visible, no events", at: [0, 2, 4.1, 6, 8.2, 10.1, 12, 14, 16.1, 18, 20, 22.1, 24, 26, 28.1, 30] },
  { text: "Page hidden", at: [0, 15, 30] },
  { text: "Events arriving", at: [0, 30] },
  { text: "After failures", at: [0, 0.4, 1.2, 2.9, 6.5, 13, 27] },
  { text: "Session refused", at: [0, 1] },
];

/** When the panel polls during 30 s, for each of its situations. */
export function PollPolicy(): ReactNode {
  return (
    <Picture
      title="The polls of 30 seconds: every 2 s in a visible page, every 15 s in a hidden one, every 30 s while events arrive, at growing random distances after failures, and twice after a refused session."
      width={460}
      height={170}
    >
      {rows.map(({ text, at }, index) => {
        const y = 18 + index * 28;
        return (
          <g key={text}>
            <text x={0} y={y + 5}>
              {text}
            </text>
            <line className="manual-faint" x1={190} x2={190 + 30 * scale} y1={y} y2={y} />
            {at.map((second) => (
              <circle key={second} className="manual-event" cx={190 + second * scale} cy={y} r={3.5} />
            ))}
          </g>
        );
      })}
      {[0, 10, 20, 30].map((second) => (
        <text key={second} className="manual-muted" x={190 + second * scale} y={162} textAnchor="middle">
          {`${second} s`}
        </text>
      ))}
    </Picture>
  );
}
