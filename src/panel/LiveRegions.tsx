import { type ReactNode, useEffect, useLayoutEffect, useState } from "react";
import type { HoldListState } from "../hold-list/useHoldList.js";
import { type Announcement, heardFrom } from "./announcement.js";
import { createAnnouncer } from "./createAnnouncer.js";
import type { HoldListLabels } from "./labels/HoldListLabels.js";

type LiveRegionsProps = { list: HoldListState; isInDoubt: boolean; labels: HoldListLabels };

/** Two regions that a screen reader listens to, there from the first render: one polite, one that interrupts. */
export function LiveRegions({ list, isInDoubt, labels }: LiveRegionsProps): ReactNode {
  const [said, setSaid] = useState<Announcement | null>(null);
  const [announcer] = useState(() => createAnnouncer(setSaid));
  // Before the paint: at sign-out nothing of the former list is left, not for one frame.
  useLayoutEffect(() => announcer.update(heardFrom(list, isInDoubt), labels), [announcer, list, isInDoubt, labels]);
  useEffect(() => announcer.stop, [announcer]);
  return (
    <>
      <div className="hlp-hidden" role="status">
        {said?.urgent === false && said.text}
      </div>
      <div className="hlp-hidden" role="alert">
        {said?.urgent === true && said.text}
      </div>
    </>
  );
}
