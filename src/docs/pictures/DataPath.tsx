import type { ReactNode } from "react";
import { Picture } from "./Picture.js";

const rooms = [
  { folder: "gateway/", does: ["sends the request,", "parses the answer"] },
  { folder: "session/", does: ["who is signed in,", "the Guid, events"] },
  { folder: "hold-list/", does: ["when to poll, what", "came, left, waits"] },
  { folder: "panel/", does: ["draws and", "announces it"] },
];

/** The way of an answer through the folders. */
export function DataPath(): ReactNode {
  return (
    <Picture
      title="An answer passes through four folders: gateway sends the request and parses the answer, session knows who is signed in, hold-list decides when to poll and what has changed, panel draws it."
      width={680}
      height={92}
    >
      {rooms.map(({ folder, does }, index) => {
        const x = 2 + index * 174;
        return (
          <g key={folder}>
            <rect className="manual-box" x={x} y={2} width={146} height={86} rx={8} />
            <text className="manual-strong" x={x + 12} y={26}>
              {folder}
            </text>
            {does.map((line, row) => (
              <text key={line} className="manual-muted" x={x + 12} y={50 + row * 20}>
                {line}
              </text>
            ))}
            {index > 0 && <path className="manual-arrow" d={`M${x - 24} 45h20m-6-5 6 5-6 5`} />}
          </g>
        );
      })}
    </Picture>
  );
}
